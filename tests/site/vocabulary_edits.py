"""What an editor may do to names, topics, meanings and captures: `VOCABULARY_EDITS`."""

from __future__ import annotations

import random
import re
import shutil
from typing import Any

import yaml

from tests.site.seed_edits import Edit, in_shared, invent, reword
from tests.site.workshop import FERRY, Workshop

ENTITIES, TOPICS = "vocabulary/entities.yml", "vocabulary/topics.yml"


def _find_word(shop: Workshop, dice: random.Random) -> str:
    """A word that some text has: a capture, or our own words about one."""
    texts = (*sorted(shop.seeds.glob("*.txt")), *shop.records())
    words = re.findall(r"[^\W\d_]{4,}", dice.choice(texts).read_text("utf-8", "replace"))
    return dice.choice(words)


def _add_entity(shop: Workshop, dice: random.Random) -> None:
    name, form = invent(dice), dice.choice((invent(dice), _find_word(shop, dice)))
    added = {"id": name.lower(), "name": name, "kind": "place", "type": "ford", "description": "A ford."}

    def changed(entities: list[dict[str, Any]]) -> None:
        if all(entity["id"] != added["id"] for entity in entities):
            entities.insert(dice.randrange(len(entities)), added | {"forms": [form]})

    shop.change(shop.seeds / ENTITIES, changed)


def _add_form(shop: Workshop, dice: random.Random) -> None:
    """As a text has it; by itself, in one source, or as a name within which nothing is another."""
    word = _find_word(shop, dice)
    slug = yaml.safe_load(dice.choice(shop.records()).read_text("utf-8"))["slug"]
    form = dice.choice((word, {"text": word, "in": [slug]}, {"text": word, "whole": True}))

    def changed(entity: dict[str, Any], _: random.Random) -> None:
        said = [form["text"] if isinstance(form, dict) else form for form in entity.get("forms", ())]
        if word not in said:
            entity.setdefault("forms", []).append(form)

    in_shared(ENTITIES, "", changed)(shop, dice)


def _drop_form(entity: dict[str, Any], dice: random.Random) -> None:
    if forms := entity.get("forms"):
        forms.remove(dice.choice(forms))


def _place(entity: dict[str, Any], dice: random.Random) -> None:
    if entity["kind"] == "place":
        lat = dice.randrange(50, 60)
        entity["coordinates"] = {"lat": lat, "lon": 11, "basis": "the quay, from a map of our own"}


def _move_entity(shop: Workshop, _: random.Random) -> None:
    shop.change(shop.seeds / ENTITIES, lambda entities: entities.insert(0, entities.pop()))


def _add_topic(shop: Workshop, dice: random.Random) -> None:
    name, word = invent(dice), _find_word(shop, dice)
    rules = {"any": [word], "carries": dice.random() < 0.5}
    added = {"id": name.lower(), "label": name, "scope_note": "What is said of it.", "rules": rules}

    def changed(topics: list[dict[str, Any]]) -> None:
        if all(topic["id"] != added["id"] for topic in topics):
            topics.insert(dice.randrange(len(topics)), added)

    shop.change(shop.seeds / TOPICS, changed)


def _change_rules(shop: Workshop, dice: random.Random) -> None:
    word, part = _find_word(shop, dice), dice.choice(("any", "unless", "after", "together", "carries"))

    def changed(topic: dict[str, Any], _: random.Random) -> None:
        rules = topic.setdefault("rules", {})
        if part == "carries":
            rules["carries"] = not rules.get("carries")
        elif part == "together":
            rules.setdefault(part, []).append([[word], ["ferry", "salt"]])
        else:
            rules.setdefault(part, []).append(word)
        if rules.get("after"):
            rules["carries"] = True

    in_shared(TOPICS, "", changed)(shop, dice)


def _drop_phrase(topic: dict[str, Any], dice: random.Random) -> None:
    phrases = topic.get("rules", {}).get("any", [])
    if len(phrases) > 1:
        phrases.remove(dice.choice(phrases))


def _add_meaning(shop: Workshop, dice: random.Random) -> None:
    words = {f"{invent(dice)}x".lower(), f"{invent(dice)}y".lower()}
    shop.change(shop.seeds / "vocabulary/thesaurus.yml", lambda groups: groups.append({"words": [*words]}))


def _return_capture(shop: Workshop, dice: random.Random) -> None:
    """One that was taken away, or never there, lies beside its record again."""
    there = {path.stem for path in shop.records()}
    captures = sorted([*(FERRY / "seeds").glob("*.txt"), *(FERRY / "seeds").glob("*.html")])
    if gone := [path for path in captures if path.stem in there and not (shop.seeds / path.name).exists()]:
        path = dice.choice(gone)
        shutil.copy2(path, shop.seeds / path.name)


VOCABULARY_EDITS: dict[str, Edit] = {
    "an entity more": _add_entity,
    "a form more": _add_form,
    "another form more": _add_form,
    "a form less": in_shared(ENTITIES, "", _drop_form),
    "where a place lies": in_shared(ENTITIES, "", _place),
    "a note on an entity": in_shared(ENTITIES, "", reword("note")),
    "what sort an entity is": in_shared(ENTITIES, "", reword("type")),
    "the order of entities": _move_entity,
    "a topic more": _add_topic,
    "the rules of a topic": _change_rules,
    "other rules of a topic": _change_rules,
    "a phrase less": in_shared(TOPICS, "", _drop_phrase),
    "what a topic includes": in_shared(TOPICS, "", reword("scope_note")),
    "a meaning": _add_meaning,
    "a capture back": _return_capture,
}
"""Edits of names, topics, meanings and captures, which few pages are made from."""
