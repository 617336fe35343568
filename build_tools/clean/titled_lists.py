"""Blocks → the lines of a list that is all the article has: a calendar, results, prices, under the headline.

Under prose such lists are found by `lists_and_verses.py`. Here there is none: so the lines must be many,
close to the headline, and no links. A headline is looked for above the prose, and may not be known for want
of it: then the page's only date, under a line that could be one, tells where the list begins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from build_tools.clean.blocks import Block, MarkedBlocks
from build_tools.clean.lists_and_verses import is_figure_line
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.model.clean import Kind
from build_tools.text.language_files import gather_words, remember_for_languages

# “1.”, “1st round”, “1a etapa”: what counts the lines of a calendar or a table
_COUNTED = re.compile(r"\W{0,3}(\d{1,3})(?![\d:.,]\d)\w{0,2}\b")
_SIGNED = (Kind.DATELINE, Kind.BYLINE)


def find_titled_list(sheet: MarkedBlocks) -> frozenset[int]:
    """Return the places of the first lines that tell figures under the headline, and of short ones amid."""
    title = sheet.get_title()
    run = _take_lines(sheet.list_under(title)) if title else []
    return frozenset(block.index for block in run) if _tells_figures(run) else frozenset()


def find_dated_list(sheet: MarkedBlocks) -> range:
    """Return the places of such a list under the page's first date; none where another date follows it.

    Its lines count up or name months: those of markets and results beside an article do neither.
    """
    signed = sheet.list_of_kind(*_SIGNED)
    first = next(iter(signed), None)
    if sheet.html or not first or not _could_be_headed(sheet, first):
        return range(0)
    run = _take_lines(sheet.list_under(first))
    if not _tells_figures(run) or not _tells_an_order(run):
        return range(0)
    inside = range(run[0].index, run[-1].index + 1)
    return range(0) if any(block.index >= inside.stop for block in signed) else inside


def _could_be_headed(sheet: MarkedBlocks, date: Block) -> bool:
    """Whether the line above a date could be a headline."""
    above = sheet.blocks[date.index - 1] if date.index else date
    return (
        sheet.get_kind(above.index) in {None, Kind.TITLE}
        and above.apart
        and not above.is_list_entry
        and THRESHOLDS.title_shortest <= above.weight <= THRESHOLDS.title_longest
    )


def _tells_figures(run: Sequence[Block]) -> bool:
    figures = {block.text for block in run if is_figure_line(block)}
    return len(figures) >= max(THRESHOLDS.titled_entries, THRESHOLDS.figure_entries_share * len(run))


def _tells_an_order(run: Sequence[Block]) -> bool:
    """Whether the greater part of the lines count up, or name a month."""
    numbers = [int(counted[1]) for block in run if (counted := _COUNTED.match(block.text))]
    steps = sum(second == first + 1 for first, second in pairwise(numbers))
    months = sum(not _load_months().isdisjoint(block.words) for block in run)
    return max(steps + 1, months) >= THRESHOLDS.figure_entries_share * len(run)


@remember_for_languages
def _load_months() -> frozenset[str]:
    """Months as any language names them."""
    return gather_words(lambda facts: [name.casefold() for names in facts.dates.months for name in names])


def _take_lines(under: list[Block]) -> list[Block]:
    """Return the lines from the first that tells a figure, as long as they are short."""
    first = next((at for at, block in enumerate(under) if is_figure_line(block)), None)
    if first is None or first > THRESHOLDS.titled_reach:
        return []
    run: list[Block] = []
    for block in under[first:]:
        if (
            block.weight > THRESHOLDS.figure_longest
            or block.is_linked
            or (run and block.index - run[-1].index > THRESHOLDS.entry_gap)
        ):
            break
        run.append(block)
    while not is_figure_line(run[-1]):
        run.pop()
    return run
