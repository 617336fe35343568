"""Blocks → the lines of a list that is all the article has: a calendar, results, prices, under the headline.

Under prose such lists are found by `lists_and_verses.py`. Here there is none: so the lines must be many,
close to the headline, and no links.
"""

from __future__ import annotations

from build_tools.clean.blocks import Block, MarkedBlocks
from build_tools.clean.lists_and_verses import is_figure_line
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.model.clean import Kind


def find_titled_list(sheet: MarkedBlocks) -> frozenset[int]:
    """Return the places of the first lines that tell figures under the headline, and of short ones amid."""
    titles = sheet.list_of_kind(Kind.TITLE)
    if not titles:
        return frozenset()
    under = [block for block in sheet.list_undecided() if block.index > titles[0].index]
    run = _take_lines(under)
    figures = {block.words for block in run if is_figure_line(block)}
    if len(figures) < max(THRESHOLDS.titled_entries, THRESHOLDS.figure_entries_share * len(run)):
        return frozenset()
    return frozenset(block.index for block in run)


def _take_lines(under: list[Block]) -> list[Block]:
    """Return the lines from the first that tells a figure, as long as they are short."""
    first = next((at for at, block in enumerate(under) if is_figure_line(block)), None)
    if first is None or first > THRESHOLDS.titled_reach:
        return []
    run: list[Block] = []
    for block in under[first:]:
        if (
            block.weight > THRESHOLDS.figure_longest
            or block.linked > THRESHOLDS.linked_share
            or (run and block.index - run[-1].index > THRESHOLDS.entry_gap)
        ):
            break
        run.append(block)
    while run and not is_figure_line(run[-1]):
        run.pop()
    return run
