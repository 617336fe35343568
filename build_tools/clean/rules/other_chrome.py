"""Menus, banners, players, notices: words that pages print around an article."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.sheet import Sheet
from build_tools.clean.words import load_words
from build_tools.model.clean import Kind


def decide(sheet: Sheet) -> Mapping[int, Kind]:
    """Take the blocks that say a phrase of `other_chrome`."""
    phrases = load_words(sheet.language).kinds["other_chrome"]
    return {block.index: Kind.OTHER_CHROME for block in sheet.open() if phrases.fit(block)}
