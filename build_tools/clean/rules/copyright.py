"""A copyright notice begins with its sign or says so; it is about the text, not of it."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.sheet import Block, Sheet
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.clean.words import load_words
from build_tools.model.clean import Kind

_SIGNS = ("©", "(c) ", "ⓒ", "copyright")


def decide(sheet: Sheet) -> Mapping[int, Kind]:
    """Take notices: the sign and a year at the start of a line, or a phrase of the table."""
    phrases = load_words(sheet.language).kinds["copyright"]
    return {block.index: Kind.COPYRIGHT for block in sheet.open() if phrases.fit(block) or _signed(block)}


def _signed(block: Block) -> bool:
    text = block.text[:200].casefold()
    return text.startswith(_SIGNS) and "#" in block.words[: THRESHOLDS.copyright_year_words]
