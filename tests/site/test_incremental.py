"""Whatever is edited between two builds, the next one is what a first one would be, byte for byte."""

from __future__ import annotations

import os
import random
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import pytest

from tests.site.edits import EDITS
from tests.site.vocabulary_edits import VOCABULARY_EDITS
from tests.site.workshop import Outcome, Workshop

SEEDS = [int(seed) for seed in os.environ.get("ARCHIVE_EDIT_SEEDS", "1").split()]
"""More of them find more; one sequence has every edit at least once."""
MOST = int(os.environ.get("ARCHIVE_EDITS_AT_ONCE", "24"))
"""So many edits at most between two builds. Fewer tell sooner which one it was, and take more builds."""


FEW = 6
"""So many at most where little is made anew."""


def _assert_same(warm: Outcome, clean: Outcome, after: object) -> None:
    assert (warm.faults, warm.warnings) == (clean.faults, clean.warnings), after
    for name, one, other in (("site", warm.site, clean.site), ("docs", warm.docs, clean.docs)):
        differing = sorted(p for p in one.keys() | other.keys() if one.get(p) != other.get(p))
        assert not differing, f"{name} after {after}: {len(differing)} files differ: {differing[:8]}"


def _rounds(edits: Iterable[str], dice: random.Random, most: int = MOST) -> list[list[str]]:
    """Every edit once, in some order, one to `most` between two builds."""
    waiting = sorted(edits)
    dice.shuffle(waiting)
    rounds = []
    while waiting:
        number = dice.randint(1, most)
        rounds.append(waiting[:number])
        waiting = waiting[number:]
    return rounds


@pytest.mark.parametrize("edition", ["public", "reading"])
@pytest.mark.parametrize("seed", SEEDS)
def test_a_warm_build_equals_a_clean_one(seed: int, edition: str, tmp_path: Path) -> None:
    """Sites, docs/ and faults; where a build is refused, the last good site stays to the byte."""
    dice = random.Random(f"{seed} {edition}")  # noqa: S311 - to be the same each time
    shop = Workshop(tmp_path / "warm").furnish(edition=edition, invented=True)
    _edit_and_compare(shop, _rounds(EDITS, dice), dice, tmp_path / "clean")


@pytest.mark.parametrize("seed", SEEDS)
def test_so_it_is_where_little_is_made_anew(seed: int, tmp_path: Path) -> None:
    """Names and captures, few edits at once: among two dozen, one hides what another leaves out."""
    dice = random.Random(f"{seed} names")  # noqa: S311 - to be the same each time
    shop = Workshop(tmp_path / "warm").furnish(invented=True)
    if seed != SEEDS[0]:
        # with a guard over all texts, which takes three times as long
        shop.keep_texts_back()
    often = {**VOCABULARY_EDITS, "a capture less": None}
    _edit_and_compare(shop, _rounds(often, dice, FEW), dice, tmp_path / "clean")


def _edit_and_compare(
    shop: Workshop, rounds: Iterable[list[str]], dice: random.Random, elsewhere: Path
) -> None:
    last = shop.build()
    assert not last.faults
    done: list[list[str]] = []
    for names in rounds:
        before = {path: (shop.folder / path).read_bytes() for path in _inputs(shop)}
        for name in names:
            EDITS[name](shop, dice)
        done.append(names)
        stood = shop.outcome()
        warm, clean = shop.build(), shop.build_elsewhere(elsewhere)
        if clean.faults:
            assert warm.faults == clean.faults, done
            assert (warm.site, warm.docs) == (stood.site, stood.docs), done
            _restore(shop, before)
            continue
        _assert_same(warm, clean, done)
        last = warm
    assert last.site


def _inputs(shop: Workshop) -> list[str]:
    paths = chain(shop.seeds.rglob("*"), shop.hand.glob("*.md"), [shop.config])
    return [path.relative_to(shop.folder).as_posix() for path in paths if path.is_file()]


def _restore(shop: Workshop, before: dict[str, bytes]) -> None:
    """Take back edits that no build accepts."""
    for path in set(_inputs(shop)) - before.keys():
        (shop.folder / path).unlink()
    for path, content in before.items():
        (shop.folder / path).write_bytes(content)
