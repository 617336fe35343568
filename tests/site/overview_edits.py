"""What an editor may do to overviews, `OVERVIEW_EDITS`; and what goes when a finding or a report goes."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

import yaml

from tests.site.workshop import Workshop

_PARTS = ("opening", "story", "weight")


def forget_what_is_gone(shop: Workshop, findings: Mapping[str, Any]) -> None:
    """No sentence and no door names what is gone; a sentence that rested on nothing else goes as well."""
    slugs = {yaml.safe_load(path.read_text("utf-8"))["slug"] for path in shop.records()}
    kept = {
        "finding": {finding["id"] for finding in findings["findings"]},
        "disagreement": {disagreement["id"] for disagreement in findings["disagreements"]},
        "source": slugs,
    }

    def is_kept(support: dict[str, Any]) -> bool:
        named = all(support[kind] in names for kind, names in kept.items() if kind in support)
        return named and support.get("claim", f"{min(slugs)}#").partition("#")[0] in slugs

    def forget(content: Any) -> None:
        content["doors"] = [door for door in content["doors"] if is_kept(door)]
        for overview in (content["archive"], *content["topics"]):
            for part in _PARTS:
                for sentence in overview.get(part, ()):
                    sentence["rests_on"] = [s for s in sentence["rests_on"] if is_kept(s)]
                overview[part] = [s for s in overview.get(part, ()) if s["rests_on"]]

    shop.change(shop.seeds / "overviews.yml", forget)


def _reword_sentence(shop: Workshop, dice: random.Random) -> None:
    def reword(content: Any) -> None:
        overview = dice.choice([content["archive"], *content["topics"]])
        for sentence in overview["opening"]:
            sentence["text"] = f"It is told again, {dice.randrange(1000)}."

    shop.change(shop.seeds / "overviews.yml", reword)


def _rest_elsewhere(shop: Workshop, _: random.Random) -> None:
    def change(content: Any) -> None:
        slug = yaml.safe_load(shop.records()[0].read_text("utf-8"))["slug"]
        content["archive"]["opening"] = [{"text": "It is told.", "rests_on": [{"source": slug}]}]

    shop.change(shop.seeds / "overviews.yml", change)


def _swap_doors(shop: Workshop, _: random.Random) -> None:
    shop.change(shop.seeds / "overviews.yml", lambda content: content["doors"].reverse())


def _close_topic(shop: Workshop, _: random.Random) -> None:
    shop.change(shop.seeds / "overviews.yml", lambda content: content["topics"].pop())


OVERVIEW_EDITS = {
    "what is told": _reword_sentence,
    "on what it rests": _rest_elsewhere,
    "the order of doors": _swap_doors,
    "nothing told of a topic": _close_topic,
}
"""Edits of `overviews.yml`."""
