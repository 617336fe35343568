"""In a thread, what people wrote is the text, whatever its classes say; the name over each post heads it."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.blocks import MarkedBlocks
from build_tools.clean.chrome_phrases import load_chrome_table
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.model.clean import Kind


def find_posts(sheet: MarkedBlocks) -> Mapping[int, Kind]:
    """Take what was written, but for buttons within, and the names."""
    table = load_chrome_table(sheet.language).kinds
    buttons = (table["other_chrome"], table["share"])
    kinds: dict[int, Kind] = {}
    for block in sheet.list_undecided():
        if block.part == "writer":
            kinds[block.index] = Kind.CROSSHEAD
        elif block.part == "text":
            short = block.weight <= THRESHOLDS.thread_label_words
            if not (short and any(words.is_said_by(block) for words in buttons)):
                kinds[block.index] = Kind.BODY
    return kinds
