"""Under the last paragraph stand lines about the author and the making of the report; they are not of it."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.blocks import MarkedBlocks
from build_tools.clean.chrome_phrases import load_chrome_table
from build_tools.clean.segment import find_article_span
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.model.clean import Kind


def find_sign_offs(sheet: MarkedBlocks) -> Mapping[int, Kind]:
    """Take, from the end of the stretch upwards, short paragraphs that say a phrase of `bio`."""
    said = load_chrome_table(sheet.language).kinds["bio"].find_said(sheet.blocks)
    places = find_article_span(sheet)
    last = [block for block in sheet.list_undecided() if block.index in places][-THRESHOLDS.sign_off_reach :]
    kinds: dict[int, Kind] = {}
    for block in reversed(last):
        if block.index not in said:
            break
        kinds[block.index] = Kind.OTHER_CHROME
    return kinds
