"""What stands outside the article and says nothing that a rule knows is the page's, or its readers'."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.blocks import MarkedBlocks
from build_tools.model.clean import Kind


def find_rest(sheet: MarkedBlocks) -> Mapping[int, Kind]:
    """Take everything that is left: sentences after a line of comments are a comment, the rest is chrome."""
    kinds: dict[int, Kind] = {}
    for block in sheet.list_undecided():
        before = kinds.get(block.index - 1) or sheet.get_kind(block.index - 1)
        comment = before is Kind.COMMENT_FORM and block.is_sentence
        kinds[block.index] = Kind.COMMENT_FORM if comment else Kind.OTHER_CHROME
    return kinds
