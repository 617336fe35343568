"""A headline that is printed again is kept once; what a text without a page says again is a refrain."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.blocks import MarkedBlocks
from build_tools.clean.rules.unframed import HEADED, is_unframed
from build_tools.model.clean import Kind


def find_duplicate_titles(sheet: MarkedBlocks) -> Mapping[int, Kind]:
    """Take the blocks with the title's words, wherever they stand; without a page, those under the title."""
    title = sheet.get_title()
    if not title:
        return {}
    again = [block for block in sheet.list_undecided() if block.words == title.words]
    if again and is_unframed(sheet, HEADED):
        # first in the file, or right under it: what comes later is of the text
        again = [block for block in again if block.index <= title.index + 1]
    return {block.index: Kind.DUPLICATE_TITLE for block in again}
