"""Blocks → where the article stands: the stretch of the page with the most prose and the least else.

Boilerplate removal by a maximum-sum segment of block scores.

Every block counts for or against: prose by its words, chrome and loose short lines against. The article is
the stretch with the greatest sum, so a list of links inside it is bridged if enough prose follows. What a
block counts by itself (`scoring.py`) is weighed by where it stands: what the page's other prose speaks of,
how near other prose is and how early it stands (`context.py`), whether it is a turn of speech (`dialogue.py`)
or an entry of a list that prose opens (`lists_and_verses.py`), and whether the article has ended
(`article_end.py`).
"""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.clean.article_end import drop_after_end
from build_tools.clean.blocks import MarkedBlocks, remember_for_sheet
from build_tools.clean.context import weigh_isolation, weigh_position, weigh_spacing, weigh_topic_overlap
from build_tools.clean.dialogue import find_dialogue_lines
from build_tools.clean.lists_and_verses import find_list_and_verse_lines
from build_tools.clean.scoring import score_blocks_alone
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.clean.titled_lists import find_dated_list, find_titled_list


@remember_for_sheet
def find_article_span(sheet: MarkedBlocks) -> range:
    """Return the places of the blocks that the article stands among, its first and last being undecided."""
    return _find_best_span(score_blocks(sheet))


def score_blocks(sheet: MarkedBlocks) -> list[float]:
    """Return what each block counts, by place."""
    worth = weigh_topic_overlap(sheet, score_blocks_alone(sheet))
    dated = find_dated_list(sheet)
    entries = find_list_and_verse_lines(sheet, worth) | find_titled_list(sheet) | frozenset(dated)
    worth = weigh_spacing(sheet, weigh_isolation(sheet, weigh_position(worth), entries))
    # last, so that what weighs prose by its place does not take it away again
    worth = _raise_to(
        _raise_to(worth, entries, THRESHOLDS.entry_score), find_dialogue_lines(sheet), THRESHOLDS.turn_score
    )
    # what stands under such a list without a date of its own is no article
    worth = [min(value, 0.0) if dated and place >= dated.stop else value for place, value in enumerate(worth)]
    return drop_after_end(sheet, worth)


def _raise_to(worth: Sequence[float], places: frozenset[int], least: float) -> list[float]:
    return [max(value, least) if place in places else value for place, value in enumerate(worth)]


def _find_best_span(worth: Sequence[float]) -> range:
    """Find the contiguous places with the greatest positive sum, the first of equals."""
    best, span = 0.0, range(0)
    total, start = 0.0, 0
    for place, value in enumerate(worth):
        # Kadane’s algorithm: a sum that has fallen to nothing begins anew
        if total <= 0:
            total, start = 0.0, place
        total += value
        if total > best:
            best, span = total, range(start, place + 1)
    return span
