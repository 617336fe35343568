"""A byline names who wrote: “By …”, “Written by …”, “Текст: …”, near the headline."""

from __future__ import annotations

import re
from collections.abc import Mapping

from build_tools.clean.blocks import Block, MarkedBlocks
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.model.clean import Kind
from build_tools.text.language_files import gather_words, match_any, remember_for_languages


def find_bylines(sheet: MarkedBlocks) -> Mapping[int, Kind]:
    """Take short lines that open as a byline does and go on with a name in capitals."""
    return {
        block.index: Kind.BYLINE
        for block in sheet.list_undecided()
        if _has_name(block) or _is_marked_byline(block)
    }


@remember_for_languages
def _load_opening() -> re.Pattern[str]:
    """What opens a byline in any language, up to the name."""
    opening = match_any(gather_words(lambda facts: facts.byline))
    return re.compile(rf"{opening}(?:\s*:\s*|\s+)(?=\S)", re.IGNORECASE)


def _has_name(block: Block) -> bool:
    if not THRESHOLDS.byline_shortest <= block.weight <= THRESHOLDS.byline_words or block.is_sentence:
        return False
    opened = _load_opening().match(block.text)
    if not opened:
        return False
    after = block.text[opened.end() :]
    # a name or an account: “By Jane”, and not “By then”
    return after[0].isupper() or after.startswith("@")


def _is_marked_byline(block: Block) -> bool:
    # who is quoted did not write the report
    return (
        "byline" in block.zones
        and "blockquote" not in block.zones
        and block.weight <= THRESHOLDS.byline_words
        and not block.is_sentence
    )
