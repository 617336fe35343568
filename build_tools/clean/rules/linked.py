"""A paragraph that is nothing but a link leads to another page. Only HTML tells."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.blocks import MarkedBlocks
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.model.clean import Kind


def find_linked_lines(sheet: MarkedBlocks) -> Mapping[int, Kind]:
    """Take blocks whose text is inside links, all of it."""
    return {
        block.index: Kind.RELATED_LINK
        for block in sheet.list_undecided()
        if block.linked > THRESHOLDS.linked_line_share and block.weight >= THRESHOLDS.linked_line_words
    }
