"""A headline that is printed again is kept once."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.blocks import MarkedBlocks
from build_tools.model.clean import Kind


def find_duplicate_titles(sheet: MarkedBlocks) -> Mapping[int, Kind]:
    """Take the blocks with the title's words, wherever they stand."""
    titles = {block.words for block in sheet.list_of_kind(Kind.TITLE)}
    return {block.index: Kind.DUPLICATE_TITLE for block in sheet.list_undecided() if block.words in titles}
