"""A line that is a date, with a time or a label (“Updated”) and little else, dates the report."""

# ruff: noqa: PLR2004 - thresholds are counts of words, told by what they are compared with

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.sheet import Block, Sheet
from build_tools.model.clean import Kind
from build_tools.text.dateline import is_dateline

_LONGEST_HEADING = 5
_FEWEST = 3
"""Dates with a paragraph before and after that make a chronicle."""


def decide(sheet: Sheet) -> Mapping[int, Kind]:
    """Take short lines that hold a date and at most a few other words; not the headings of a chronicle."""
    dates = [block for block in sheet.open() if 1 < block.weight <= 20 and is_dateline(block.text)]
    headings = {block.index for block in dates if _heads(sheet, block)}
    chronicle = headings if len(headings) >= _FEWEST else set()
    return {block.index: Kind.DATELINE for block in dates if block.index not in chronicle}


def _heads(sheet: Sheet, block: Block) -> bool:
    """Whether a date without a time stands between two paragraphs, as no date of a comment does."""
    beside = sheet.blocks[max(block.index - 1, 0) : block.index + 2 : 2]
    return (
        block.weight <= _LONGEST_HEADING
        and ":" not in block.text
        and len(beside) == 2
        and all(other.ends and other.weight >= 8 and not other.listed for other in beside)
    )
