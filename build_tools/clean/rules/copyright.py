"""A copyright notice begins with its sign or says so; it is about the text, not of it."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.blocks import Block, MarkedBlocks
from build_tools.clean.chrome_phrases import load_chrome_table
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.model.clean import Kind

_SIGNS = ("©", "(c) ", "ⓒ", "copyright")


def find_copyright_notices(sheet: MarkedBlocks) -> Mapping[int, Kind]:
    """Take notices: the sign and a year at the start of a line, or a phrase of the table."""
    said = load_chrome_table(sheet.language).kinds["copyright"].find_said(sheet.blocks)
    return {
        block.index: Kind.COPYRIGHT
        for block in sheet.list_undecided()
        if block.index in said or _has_copyright_sign(block)
    }


def _has_copyright_sign(block: Block) -> bool:
    # “(c)” counts entries as well: with a year it is a notice
    return "#" in block.words[: THRESHOLDS.copyright_year_words] and block.text.casefold().startswith(_SIGNS)
