"""What no rule knows of a text without a page around it is text, if it reads like text."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.blocks import MarkedBlocks
from build_tools.clean.rules.unframed import HEADED, is_unframed
from build_tools.model.clean import Kind

_MARKS = (",", ";", ":", "—", "–")


def find_unframed_rest(sheet: MarkedBlocks) -> Mapping[int, Kind]:
    """Take what is left of a text in which nothing is known to be a page's, if it reads like text.

    Half of it ends in a mark of punctuation or begins with a small letter: of the lines of a menu that no
    table knows, hardly any does.
    """
    left = list(sheet.list_undecided())
    marked = sum(block.text.endswith(_MARKS) or block.begins_amid or block.is_sentence for block in left)
    if 2 * marked < len(left) or not is_unframed(sheet, HEADED):
        return {}
    return {block.index: Kind.BODY for block in left}
