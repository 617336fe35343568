"""Two sequences of words → where they are equal, because shared wording is counted and shown by the word."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

LEAST = 3
"""Words in a row that make a run; fewer are equal in any two texts of one language."""

_OFTEN = 32
"""Places of one three-word group in a text that are looked at; a text of nothing but repetitions has more."""

_LARGE = 4_000_000
"""Words of one passage times words of the other that are still aligned word by word."""


class EqualRun(NamedTuple):
    """Words in a row that are equal in both."""

    left: int
    """Position of the first word."""
    right: int
    words: int


def list_equal_runs(left: Sequence[Hashable], right: Sequence[Hashable]) -> tuple[EqualRun, ...]:
    """All runs of LEAST words or more that cannot be made longer, in order of the left; they may cross."""
    places = _index_shingles(right)
    begun: dict[tuple[Hashable, ...], int] = defaultdict(int)
    runs: list[EqualRun] = []
    for i in range(len(left) - LEAST + 1):
        group = tuple(left[i : i + LEAST])
        if group not in places or begun[group] == _OFTEN:
            continue
        begun[group] += 1
        runs += (
            EqualRun(i, j, _count_equal(left, right, i, j))
            for j in places[group]
            # one that could begin a word earlier was found there
            if not i or not j or left[i - 1] != right[j - 1]
        )
    return tuple(runs)


def _index_shingles(words: Sequence[Hashable]) -> dict[tuple[Hashable, ...], list[int]]:
    places: dict[tuple[Hashable, ...], list[int]] = {}
    for at in range(len(words) - LEAST + 1):
        at_places = places.setdefault(tuple(words[at : at + LEAST]), [])
        if len(at_places) < _OFTEN:
            at_places.append(at)
    return places


def _count_equal(left: Sequence[Hashable], right: Sequence[Hashable], i: int, j: int) -> int:
    """How many words are equal from these positions on."""
    end = min(len(left) - i, len(right) - j)
    return next((n for n in range(end) if left[i + n] != right[j + n]), end)


def measure_run(left: Sequence[Hashable], right: Sequence[Hashable], i: int, j: int) -> int:
    """The length of the run in which two positions stand; 0 where their words differ."""
    before = min(i, j)
    back = next((n for n in range(before) if left[i - 1 - n] != right[j - 1 - n]), before)
    forth = _count_equal(left, right, i, j)
    return back + forth if forth else 0


def match_words(left: Sequence[Hashable], right: Sequence[Hashable]) -> tuple[EqualRun, ...]:
    """Equal stretches in the order of both, single words among them.

    The longest decides, then the longest before and after it, and so on. Passages too large for that are
    matched by their runs only.
    """
    if len(left) * len(right) > _LARGE:
        return _in_order(list_equal_runs(left, right))
    # `autojunk` would pass over the frequent words of a text of 200 words or more
    blocks = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    return tuple(EqualRun(*block) for block in blocks if block.size)


def _in_order(runs: Iterable[EqualRun]) -> tuple[EqualRun, ...]:
    """The longest runs that stand in one order in both."""
    chosen: list[EqualRun] = []
    for run in sorted(runs, key=lambda r: (-r.words, r.left, r.right)):
        at = bisect(chosen, run)
        if all(_is_before(first, second) for first, second in _pair_neighbours(chosen, at, run)):
            chosen.insert(at, run)
    return tuple(chosen)


def _pair_neighbours(
    chosen: Sequence[EqualRun], at: int, run: EqualRun
) -> Iterator[tuple[EqualRun, EqualRun]]:
    if at:
        yield chosen[at - 1], run
    if at < len(chosen):
        yield run, chosen[at]


def _is_before(first: EqualRun, second: EqualRun) -> bool:
    return first.left + first.words <= second.left and first.right + first.words <= second.right


def measure_overlap(words: int, left: int, right: int) -> float:
    """Twice the shared words over all words of both: 1 is identical, 0 nothing in common."""
    return 2 * words / (left + right) if left + right else 0.0
