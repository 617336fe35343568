"""Menus, banners, players, notices: words that pages print around an article."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.blocks import MarkedBlocks
from build_tools.clean.chrome_phrases import load_chrome_table
from build_tools.model.clean import Kind


def find_other_chrome(sheet: MarkedBlocks) -> Mapping[int, Kind]:
    """Take the blocks that say a phrase of `other_chrome`."""
    phrases = load_chrome_table(sheet.language).kinds["other_chrome"]
    return {block.index: Kind.OTHER_CHROME for block in sheet.list_undecided() if phrases.is_said_by(block)}
