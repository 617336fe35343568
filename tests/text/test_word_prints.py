"""A print tells of no run that stands in a text that it cannot, and of most others that they cannot."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from build_tools.text.word_prints import RunPrints, TripleCollector

WORD = st.sampled_from(["salt", "ferry", "heron", "quay", "lock", "ёж", "\ud800", "it's", "1900"])
LINES = st.lists(st.lists(WORD, max_size=6).map(tuple), max_size=12)


def _print(*texts: list[tuple[str, ...]], before: bytes = b"") -> bytes:
    collected = TripleCollector()
    for lines in texts:
        collected.add_text(lines)
    return collected.make_print(before)


def _list_runs(lines: list[tuple[str, ...]]) -> list[str]:
    words = [word for line in lines for word in line]
    return [" ".join(words[at : at + 9]) for at in range(len(words) - 8)]


@given(LINES, LINES, LINES)
def test_what_stands_in_a_text_may_stand_there(
    first: list[tuple[str, ...]], second: list[tuple[str, ...]], third: list[tuple[str, ...]]
) -> None:
    """However its lines are cut, whatever else was printed with it, before or after."""
    both = _print(first, second)
    for known in (both, _print(third, before=both)):
        for lines in (first, second):
            assert all(RunPrints([run]).may_stand_in(known) for run in _list_runs(lines))
            assert RunPrints(["a b c d e f g h i", *_list_runs(lines)]).may_stand_in(known) or not _list_runs(
                lines
            )


def test_what_does_not_is_mostly_told() -> None:
    """Of a capture's runs none is thought to stand in a page of the same words in another order."""
    dice = random.Random(1)  # noqa: S311 - the same each time
    words = [f"word{n}" for n in range(300)]
    page = [tuple(dice.choices(words, k=12)) for _ in range(80)]
    known = _print(page)
    assert len(known) < 1000
    others = [tuple(dice.choices(words, k=800))]
    assert not RunPrints(_list_runs(others)).may_stand_in(known)
    assert len(RunPrints(_list_runs(others))) == 792
    assert not RunPrints([]).may_stand_in(known)
    assert not RunPrints(_list_runs(others)).may_stand_in(_print([]))
    assert RunPrints([*_list_runs(others), _list_runs(page)[100]]).may_stand_in(known)
