"""What stands outside the article and says nothing that a rule knows is the page's, or its readers'."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.sheet import Sheet
from build_tools.model.clean import Kind


def decide(sheet: Sheet) -> Mapping[int, Kind]:
    """Take everything that is left: sentences after a line of comments are a comment, the rest is chrome."""
    found: dict[int, Kind] = {}
    for block in sheet.open():
        before = found.get(block.index - 1) or sheet.kind(block.index - 1)
        comment = before is Kind.COMMENT_FORM and block.ends
        found[block.index] = Kind.COMMENT_FORM if comment else Kind.OTHER_CHROME
    return found
