"""A pointer to another article is the site's, not the report's: “Read also”, “Related”, tags, clips."""

from __future__ import annotations

import re
from collections.abc import Mapping

from build_tools.clean.blocks import Block, MarkedBlocks
from build_tools.clean.chrome_phrases import load_chrome_table
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.model.clean import Kind

_CLIP = re.compile(r"\(\d{1,2}:\d\d\)$")
"""A title that ends with a running time is a video's."""


def find_related_links(sheet: MarkedBlocks) -> Mapping[int, Kind]:
    """Take the blocks that say a phrase of `related_link`, unless they are sentences, and titles of clips."""
    said = load_chrome_table(sheet.language).kinds["related_link"].find_said(sheet.blocks)
    return {
        block.index: Kind.RELATED_LINK
        for block in sheet.list_undecided()
        if (block.index in said and not _is_sentence(block)) or _CLIP.search(block.text)
    }


def _is_sentence(block: Block) -> bool:
    return block.weight >= THRESHOLDS.pointer_sentence_words and block.text.endswith(".")
