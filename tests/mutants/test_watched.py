"""Which thresholds a page depends on is known by watching their numbers: what a step may change is noted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from benchmarks import watched


@dataclass(frozen=True)
class Table:
    """As the table of cleaning, but small."""

    words: int = 10
    share: float = 0.5


NUMBERS = watched.watch(Table())

USES: dict[str, tuple[Callable[[], object], object, set[str]]] = {
    "close": (lambda: NUMBERS.words < 11, True, {"words"}),
    "close on the other side": (lambda: NUMBERS.words > 9, True, {"words"}),
    "far": (lambda: NUMBERS.words < 12, True, set()),
    "equal": (lambda: NUMBERS.words == 10, True, {"words"}),
    "close to a share": (lambda: NUMBERS.share >= 0.46, True, {"share"}),
    "far from a share": (lambda: NUMBERS.share <= 0.44, False, set()),
    "reckoned": (lambda: NUMBERS.share * 8, 4.0, {"share"}),
    "reckoned the other way": (lambda: 8 - NUMBERS.words, -2, {"words"}),
    "a sign": (lambda: -NUMBERS.words, -10, {"words"}),
    "a sum": (lambda: sum([1, NUMBERS.words]), 11, {"words"}),
    "the lesser of two": (lambda: min(3, NUMBERS.words), 3, set()),
    "the greater of two": (lambda: max(9, NUMBERS.words), 10, {"words"}),
}


@pytest.mark.parametrize("use", USES)
def test_a_number_notes_where_a_step_may_matter(use: str) -> None:
    """Comparisons nearer than a step, and whatever is reckoned; the result is that of the number."""
    made, result, names = USES[use]
    watched.reached.clear()
    assert made() == result
    assert watched.reached == names


def test_names_in_slices_and_ranges_are_read_from_the_source(tmp_path: Path) -> None:
    """Python cuts by a number without asking it."""
    (tmp_path / "rule.py").write_text(
        "a[: T.first]\nrange(1, T.second + 1)\nlen(T.third)\na[T.fourth]\n", "utf-8"
    )
    assert watched.list_unwatched(tmp_path) == {"first", "second"}
