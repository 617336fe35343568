"""What stands outside the article and says nothing that a rule knows is the page's."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.sheet import Sheet
from build_tools.model.clean import Kind


def decide(sheet: Sheet) -> Mapping[int, Kind]:
    """Take everything that is left: after this rule nothing is undecided."""
    return {block.index: Kind.OTHER_CHROME for block in sheet.open()}
