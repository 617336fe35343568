"""A pointer to another article is the site's, not the report's: “Read also”, “Related”, tags."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.sheet import Block, Sheet
from build_tools.clean.words import load_words
from build_tools.model.clean import Kind


def decide(sheet: Sheet) -> Mapping[int, Kind]:
    """Take the blocks that say a phrase of `related_link` in words.yml."""
    phrases = load_words(sheet.language).kinds["related_link"]
    return {
        block.index: Kind.RELATED_LINK
        for block in sheet.open()
        if phrases.fit(block) and not _sentence(block)
    }


def _sentence(block: Block) -> bool:
    return block.weight > 14 and block.text.endswith(".")  # noqa: PLR2004
