"""Blocks and their worths → short lines that belong to the prose beside them: entries of its lists, verses.

Menus and lists of links are short lines too. What tells the others: a colon before them, figures in them,
numbers that count up past prose, commas at the ends of lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from build_tools.clean.blocks import Block, MarkedBlocks
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.model.clean import Kind

# a bullet, a bracket or a quotation mark may stand before the number
_ORDINAL = re.compile(r"\W{0,3}(\d{1,3})[.)]\s")
_RUN_ON_MARKS = (",", ";", ":", "—", "–")
"""At the end of a verse, and never of a sentence."""
_COUPLET = 2
_READERS = frozenset({Kind.DATELINE, Kind.COMMENT_FORM, Kind.SHARE})
"""What stands between numbered comments, and not between the numbered parts of an article."""


def find_list_and_verse_lines(sheet: MarkedBlocks, worth: Sequence[float]) -> frozenset[int]:
    """Return the places of the lines that belong to lists or verses of the article, if it is there."""
    places: set[int] = set()
    for lines in (
        *_find_announced_lists(sheet),
        *_find_figure_lists(sheet, worth),
        *_find_verses(sheet, worth),
    ):
        places.update(block.index for block in lines)
    return frozenset(places.union(_find_numbered_lines(sheet, worth)))


def _find_announced_lists(sheet: MarkedBlocks) -> Iterator[list[Block]]:
    """Yield lists that a line ending in a colon opens, with that line."""
    open_ = list(sheet.list_undecided())
    at = 0
    while at < len(open_):
        opener = open_[at]
        at += 1
        if not opener.text.endswith((":", "：")) or opener.weight < THRESHOLDS.opener_words:
            continue
        entries = [opener]
        while (
            at < len(open_)
            and open_[at].is_list_entry
            and open_[at].index - entries[-1].index <= THRESHOLDS.entry_gap
        ):
            entries.append(open_[at])
            at += 1
        if len(entries) > THRESHOLDS.announced_entries:
            yield entries


def _find_figure_lists(sheet: MarkedBlocks, worth: Sequence[float]) -> Iterator[list[Block]]:
    """Yield lists of dates, figures and amounts close under prose, with a heading between.

    Looked for twice: of such lines only, and with lines attached to them (“salt”) if they are the fewer.
    """

    def figure(block: Block) -> bool:
        return worth[block.index] < THRESHOLDS.series_prose_score and is_figure_line(block)

    def attached(block: Block) -> bool:
        return figure(block) or (
            worth[block.index] < THRESHOLDS.series_prose_score
            and not block.apart
            and block.weight <= THRESHOLDS.figure_attached_words
        )

    for before, run in (*_group_lines(sheet, figure), *_group_lines(sheet, attached)):
        # a line that is printed twice counts once
        figure_lines = {block.words for block in run if is_figure_line(block)}
        if len(figure_lines) < max(THRESHOLDS.figure_entries, THRESHOLDS.figure_entries_share * len(run)):
            continue
        prose = [at for at, block in enumerate(before) if worth[block.index] > THRESHOLDS.series_prose_score]
        if prose:
            yield [*before[prose[-1] + 1 :], *run]


def is_figure_line(block: Block) -> bool:
    """Whether a line tells something with a number in it that does not merely count the line."""
    # the number that counts the line tells nothing
    words = block.words[1:] if _ORDINAL.match(block.text) else block.words
    return (
        block.weight <= THRESHOLDS.figure_longest
        and "#" in words
        and not block.is_linked
        # two words at least beside the numbers, or it is a counter
        and words.count("#") < len(words) - 1
    )


def _find_verses(sheet: MarkedBlocks, worth: Sequence[float]) -> Iterator[list[Block]]:
    """Yield the short lines of verse under prose."""
    for before, run in _group_lines(sheet, _is_verse_line):
        if not before or worth[before[-1].index] <= THRESHOLDS.series_prose_score:
            continue
        for part in _part_at_chrome(run, worth):
            # what follows the first line that is none is of another text: titles under a row of buttons
            if not _is_verse(sheet, part):
                break
            yield [block for block in part if worth[block.index] < THRESHOLDS.series_prose_score]


def _part_at_chrome(run: Sequence[Block], worth: Sequence[float]) -> Iterator[list[Block]]:
    """Yield the lines between which nothing stands that a rule knows to be the page's."""
    part: list[Block] = []
    for block in run:
        between = worth[part[-1].index + 1 : block.index] if part else ()
        if any(value <= THRESHOLDS.chrome_score for value in between):
            yield part
            part = []
        part.append(block)
    yield part


def _is_verse(sheet: MarkedBlocks, run: Sequence[Block]) -> bool:
    """Whether half of the lines end in a mark of punctuation; a refrain is one line.

    A couplet, and lines that are all set apart, must run on as well: no entry of a menu ends in a comma.
    """
    lines = {block.words: block for block in run}.values()
    marked = sum(block.text.endswith((*_RUN_ON_MARKS, ".", "!", "?")) for block in lines)
    running = sum(block.text.endswith(_RUN_ON_MARKS) for block in lines)
    attached = 2 * sum(_is_attached(sheet, block) for block in run) >= len(run)
    if len(run) < THRESHOLDS.verses:
        return attached and len(run) == _COUPLET and marked == len(lines) and running > 0
    return 2 * marked >= len(lines) and (attached or 3 * running >= len(lines))


def _is_attached(sheet: MarkedBlocks, block: Block) -> bool:
    after = block.index + 1
    return not block.apart or (after < len(sheet.blocks) and not sheet.blocks[after].apart)


def _is_verse_line(block: Block) -> bool:
    """Whether a block is a short line, or lines that one sentence runs over."""
    return (
        not block.is_list_entry
        and block.weight >= THRESHOLDS.verse_shortest
        and block.weight <= THRESHOLDS.verse_longest * len(block.lines)
    )


def _group_lines(
    sheet: MarkedBlocks, belongs: Callable[[Block], bool]
) -> Iterator[tuple[list[Block], list[Block]]]:
    """Yield each run of undecided blocks that belong, after the few blocks before it."""
    before: list[Block] = []
    run: list[Block] = []
    for block in sheet.list_undecided():
        if belongs(block):
            run.append(block)
            continue
        if run:
            yield before, run
        before = [*before, *run, block][-THRESHOLDS.series_reach :]
        run = []
    if run:
        yield before, run


def _find_numbered_lines(sheet: MarkedBlocks, worth: Sequence[float]) -> Iterator[int]:
    """Yield the places of lines that count up: numbered headings with prose between, numbered sentences."""
    numbered = [
        (block, int(ordinal[1]))
        for block in sheet.list_undecided()
        if (ordinal := _ORDINAL.match(block.text))
    ]
    for (earlier, first), (later, second) in pairwise(numbered):
        between = range(earlier.index + 1, later.index)
        if second != first + 1 or len(between) > THRESHOLDS.numbered_gap:
            continue
        # with nothing between, the lines must be prose themselves, or they are a table of contents
        prose = any(worth[at] > 0 for at in between) if between else earlier.is_sentence and later.is_sentence
        if prose and not any(sheet.get_kind(at) in _READERS for at in between):
            yield earlier.index
            yield later.index
