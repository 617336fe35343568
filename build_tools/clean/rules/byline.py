"""A byline names who wrote: “By …”, “Written by …”, “Текст: …”, near the headline."""

from __future__ import annotations

import re
from collections.abc import Mapping

from build_tools.clean.sheet import Block, Sheet
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.model.clean import Kind

_OPENING = re.compile(
    r"(?:written by|posted by|reported by|story by|text by|by|von|par|por|di|autor(?:in|a)?|auteur|author|"
    r"автор|текст|(?:материал )?подготовила?|підготува(?:в|ла))"
    r"(?:\s*:\s*|\s+)(?=\S)",
    re.IGNORECASE,
)


def decide(sheet: Sheet) -> Mapping[int, Kind]:
    """Take short lines that open as a byline does and go on with a name in capitals."""
    return {block.index: Kind.BYLINE for block in sheet.open() if _names(block) or _marked(block)}


def _names(block: Block) -> bool:
    opened = _OPENING.match(block.text)
    if not opened or not THRESHOLDS.byline_shortest <= block.weight <= THRESHOLDS.byline_words or block.ends:
        return False
    after = block.text[opened.end() :]
    return after[0].isupper() or after.startswith("@")


def _marked(block: Block) -> bool:
    return "byline" in block.zones and block.weight <= THRESHOLDS.byline_words and not block.ends
