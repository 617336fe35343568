"""The article: the stretch of the page with the most prose, without what earlier rules took out of it."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.blocks import MarkedBlocks
from build_tools.clean.segment import find_article_span
from build_tools.model.clean import Kind


def find_body(sheet: MarkedBlocks) -> Mapping[int, Kind]:
    """Take every undecided block of the stretch."""
    places = find_article_span(sheet)
    return {block.index: Kind.BODY for block in sheet.list_undecided() if block.index in places}
