"""Aligning: runs are equal, cannot be longer, and keep their order where order is asked for."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from build_tools.text import alignment
from build_tools.text.alignment import (
    LEAST,
    EqualRun,
    list_equal_runs,
    match_words,
    measure_overlap,
    measure_run,
)

WORDS = st.lists(st.sampled_from("abc"), max_size=25)


def in_order(found: tuple[EqualRun, ...]) -> bool:
    """Whether each run stands behind the one before it, on both sides."""
    return all(
        one.left + one.words <= other.left and one.right + one.words <= other.right
        for one, other in itertools.pairwise(found)
    )


@given(WORDS, WORDS)
def test_runs_are_equal_and_as_long_as_they_can_be(left: list[str], right: list[str]) -> None:
    """Every run is equal words, LEAST at least, with different words (or an end) on both its ends."""
    for run in list_equal_runs(left, right):
        i, j, size = run
        assert size >= LEAST
        assert left[i : i + size] == right[j : j + size]
        assert not i or not j or left[i - 1] != right[j - 1]
        assert i + size == len(left) or j + size == len(right) or left[i + size] != right[j + size]
        assert measure_run(left, right, i + 1, j + 1) == size


@given(WORDS, WORDS)
def test_matched_stretches_stand_in_order(left: list[str], right: list[str]) -> None:
    """The words of the stretches can be counted once on each side."""
    found = match_words(left, right)
    assert in_order(found)
    assert all(left[r.left : r.left + r.words] == right[r.right : r.right + r.words] for r in found)
    assert 0 <= measure_overlap(sum(r.words for r in found), len(left), len(right)) <= 1
    assert match_words(left, left) == ((EqualRun(0, 0, len(left)),) if left else ())


@given(WORDS, WORDS)
def test_large_passages_are_matched_by_their_runs(left: list[str], right: list[str]) -> None:
    """What is too large for every word is matched in order all the same, and nothing equal is made up."""
    found = alignment._in_order(list_equal_runs(left, right))
    assert in_order(found)
    assert set(found) <= set(list_equal_runs(left, right))


def test_different_words_stand_in_no_run() -> None:
    """Where the words differ there is no run around the place."""
    assert measure_run("abc", "xbc", 0, 0) == 0
    assert measure_run("abc", "xbc", 2, 2) == 2
