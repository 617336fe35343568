"""The article: the stretch of the page with the most prose, without what earlier rules took out of it."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.prose import stretch
from build_tools.clean.sheet import Sheet
from build_tools.model.clean import Kind


def decide(sheet: Sheet) -> Mapping[int, Kind]:
    """Take every undecided block of the stretch."""
    places = stretch(sheet)
    return {block.index: Kind.BODY for block in sheet.open() if block.index in places}
