"""Results → the table of goals, every row of it, with what was measured and whether that is a hit.

Builds are judged by processor seconds, which a busy machine changes little; what a person waits for, by the
clock.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from benchmarks.scale.results import Results, Task, ratio

OF_MKDOCS: Final = 0.10
"""Cold, of tuned MkDocs with Material on the same Markdown."""
SAME_OF_COLD, CHANGED_OF_COLD = 1 / 50, 1 / 20
SAVED: Final = 1.0
"""Seconds from saving to the page."""
DEARER: Final = 1.15
"""Cost of a source in the largest archive, against that in one of a thousand."""
MEMORY: Final = 1.5e9
"""Bytes, at ten thousand sources."""
REAL, REAL_SECONDS = 5, 1.0
"""The repository's own sources, and how long checking them may take."""
CHECK_GROWTH: Final = 15
"""Checking 1,000 sources, against checking 100."""
SMALL, MIDDLE, LARGE = 100, 1_000, 10_000


@dataclass(frozen=True, slots=True)
class Judged:
    """One row of the table."""

    what: str
    goal: str
    measured: str
    verdict: str
    """`hit`, `missed`, or `not measured`."""


def judge(results: Results) -> tuple[Judged, ...]:
    """All rows, in the order of the goals."""
    builds = [size for size in results.sizes if size != REAL]
    rows = (
        *(row for size in builds for row in _builds(results, size)),
        _served(results),
        _cost(results),
        _memory(results),
        *_checks(results),
    )
    return tuple(rows)


def _row(what: str, goal: str, value: float | None, most: float, shown: str) -> Judged:
    if value is None:
        return Judged(what, goal, "–", "not measured")
    return Judged(what, goal, shown, "hit" if value <= most else "missed")


def _builds(results: Results, size: int) -> Iterator[Judged]:
    cold, walls = results.cpu(size, Task.COLD), results.wall(size, Task.COLD)
    of_mkdocs = ratio(cold, results.cpu(size, Task.COLD, "mkdocs"))
    wall = ratio(walls, results.wall(size, Task.COLD, "mkdocs"))
    told = f"{_number(of_mkdocs)} ({_number(wall)} by the clock)"
    yield _row(f"cold, {size:,} sources", "≤ 0.10 × tuned MkDocs", of_mkdocs, OF_MKDOCS, told)
    for what, task, most in (
        ("nothing", Task.SAME, SAME_OF_COLD),
        ("one record", Task.CHANGED, CHANGED_OF_COLD),
    ):
        share = ratio(results.cpu(size, task), cold)
        goal = f"≤ 1/{round(1 / most)} of cold"
        yield _row(f"{what} changed, {size:,} sources", goal, share, most, _fraction(share))
    of_hugo = ratio(results.cpu(size, Task.CHANGED), results.cpu(size, Task.COLD, "hugo"))
    wall = ratio(results.wall(size, Task.CHANGED), results.wall(size, Task.COLD, "hugo"))
    told = f"{_number(of_hugo)} ({_number(wall)} by the clock)"
    yield _row(f"one record changed, {size:,} sources", "< 1 × Hugo’s whole build", of_hugo, 1, told)


def _served(results: Results) -> Judged:
    seconds = results.wall(MIDDLE, Task.SERVE)
    goal = f"< {SAVED:g} s"
    return _row(f"from saving to the page, {MIDDLE:,} sources", goal, seconds, SAVED, f"{_number(seconds)} s")


def _cost(results: Results) -> Judged:
    each = [ratio(results.cpu(size, Task.COLD), size) for size in (LARGE, MIDDLE)]
    dearer = ratio(*each)
    what = f"cost per source, {LARGE:,} sources against {MIDDLE:,}"
    return _row(what, f"≤ {DEARER:g} ×", dearer, DEARER, f"{_number(dearer)} ×")


def _memory(results: Results) -> Judged:
    known = [
        most
        for task in (Task.COLD, Task.SAME, Task.CHANGED)
        if (most := results.memory(LARGE, task)) is not None
    ]
    most = max(known, default=None)
    shown = f"{most / 1e9:.2f} GB" if most is not None else ""
    return _row(f"memory, {LARGE:,} sources", f"≤ {MEMORY / 1e9:g} GB", most, MEMORY, shown)


def _checks(results: Results) -> Iterator[Judged]:
    seconds = results.wall(REAL, Task.CHECK)
    goal = f"< {REAL_SECONDS:g} s"
    yield _row(f"check, the {REAL} real sources", goal, seconds, REAL_SECONDS, f"{_number(seconds)} s")
    growth = ratio(results.cpu(MIDDLE, Task.CHECK), results.cpu(SMALL, Task.CHECK))
    what = f"check, {MIDDLE:,} sources against {SMALL}"
    yield _row(what, f"< {CHECK_GROWTH} ×", growth, CHECK_GROWTH, f"{_number(growth)} ×")
    for smaller, larger in pairwise(size for size in results.sizes if size >= MIDDLE):
        times = larger / smaller * DEARER
        growth = ratio(results.cpu(larger, Task.CHECK), results.cpu(smaller, Task.CHECK))
        what = f"check, {larger:,} sources against {smaller:,}"
        yield _row(what, f"linear: ≤ {times:g} ×", growth, times, f"{_number(growth)} ×")


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}" if value < 10 else f"{value:.0f}"  # noqa: PLR2004


def _fraction(share: float | None) -> str:
    """1/17 rather than 0.06."""
    return "–" if not share else f"1/{1 / share:.0f}" if share < 1 / 2 else f"{share:.2f}"
