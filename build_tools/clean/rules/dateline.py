"""A line that is a date, with a time or a label (“Updated”) and little else, dates the report."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.blocks import Block, MarkedBlocks
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.model.clean import Kind
from build_tools.text.printed_dates import is_dateline


def find_datelines(sheet: MarkedBlocks) -> Mapping[int, Kind]:
    """Take short lines that hold a date and at most a few other words; not the headings of a chronicle."""
    dates = [
        block
        for block in sheet.list_undecided()
        if (1 < block.weight <= THRESHOLDS.dateline_words and is_dateline(block.text)) or _is_marked(block)
    ]
    headings = {block.index for block in dates if _is_chronicle_heading(sheet, block)}
    chronicle = headings if len(headings) >= THRESHOLDS.chronicle_dates else set()
    return {block.index: Kind.DATELINE for block in dates if block.index not in chronicle}


def _is_marked(block: Block) -> bool:
    """Whether the page marks a line as a time: “17:40”, “3 hours ago”."""
    return (
        "time" in block.zones
        and "#" in block.words
        and not block.is_sentence
        and block.weight <= THRESHOLDS.time_words
    )


def _is_chronicle_heading(sheet: MarkedBlocks, block: Block) -> bool:
    """Whether a date without a time stands between two paragraphs, as no date of a comment does."""
    if not 0 < block.index < len(sheet.blocks) - 1:
        return False
    beside = (sheet.blocks[block.index - 1], sheet.blocks[block.index + 1])
    return (
        block.weight <= THRESHOLDS.chronicle_heading_words
        and ":" not in block.text
        and all(
            neighbour.is_sentence
            and neighbour.weight >= THRESHOLDS.chronicle_words
            and not neighbour.is_list_entry
            for neighbour in beside
        )
    )
