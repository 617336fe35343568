"""A line that is a date, with a time or a label (“Updated”) and little else, dates the report."""

# ruff: noqa: PLR2004 - thresholds are counts of words, told by what they are compared with

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.sheet import Sheet
from build_tools.model.clean import Kind
from build_tools.text.dateline import is_dateline


def decide(sheet: Sheet) -> Mapping[int, Kind]:
    """Take short lines that hold a date and at most a few other words."""
    return {
        block.index: Kind.DATELINE
        for block in sheet.open()
        if 1 < block.weight <= 20 and is_dateline(block.text)
    }
