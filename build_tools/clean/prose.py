"""Blocks → where the article stands: the stretch of the page with the most prose and the least else.

Every block counts for or against: prose by its words, chrome and loose short lines against. The article is
the stretch with the greatest sum, so a list of links inside it is bridged if enough prose follows. What a
block counts by itself (`worth.py`) is weighed by where it stands: what the page's other prose speaks of, how
near other prose is and how early it stands (`company.py`), whether it is a turn of speech (`turns.py`) or an
entry of a list that prose opens (`series.py`), and whether the article has ended (`fence.py`).
"""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.clean.company import early, in_company, on_the_subject, set_apart
from build_tools.clean.fence import fenced
from build_tools.clean.series import series
from build_tools.clean.sheet import Sheet
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.clean.turns import turns
from build_tools.clean.worth import own_worths


def stretch(sheet: Sheet) -> range:
    """Return the places of the blocks that the article stands among, its first and last being undecided."""
    return _best(worths(sheet))


def worths(sheet: Sheet) -> list[float]:
    """Return what each block counts, by place."""
    worth = on_the_subject(sheet, own_worths(sheet))
    entries = series(sheet, worth)
    worth = set_apart(sheet, in_company(sheet, early(worth), entries))
    worth = _at_least(_at_least(worth, entries, THRESHOLDS.entry_score), turns(sheet), THRESHOLDS.turn_score)
    return fenced(sheet, worth)


def _at_least(worth: Sequence[float], places: frozenset[int], least: float) -> list[float]:
    return [max(value, least) if place in places else value for place, value in enumerate(worth)]


def _best(worth: Sequence[float]) -> range:
    """Find the contiguous places with the greatest positive sum, the first of equals."""
    best, span = 0.0, range(0)
    total, start = 0.0, 0
    for place, value in enumerate(worth):
        if total <= 0:
            total, start = 0.0, place
        total += value
        if total > best:
            best, span = total, range(start, place + 1)
    return span
