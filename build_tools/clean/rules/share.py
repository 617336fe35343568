"""Buttons and counters of social networks are the site's: “Share”, “Facebook20k”, “12 shares”."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.blocks import Block, MarkedBlocks
from build_tools.clean.chrome_phrases import Phrases, load_chrome_table
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.model.clean import Kind


def find_share_buttons(sheet: MarkedBlocks) -> Mapping[int, Kind]:
    """Take lines of network words, and bare counters that stand next to one."""
    phrases = load_chrome_table(sheet.language).kinds["share"]
    said = phrases.find_said(sheet.blocks)
    kinds = {
        block.index: Kind.SHARE
        for block in sheet.list_undecided()
        if block.weight <= THRESHOLDS.share_words and (block.index in said or _names_networks(block, phrases))
    }
    counters = [block.index for block in sheet.list_undecided() if set(block.words) == {"#"}]
    # forwards and back, so that a row of counters is reached from either end
    for index in (*counters, *reversed(counters)):
        if index - 1 in kinds or index + 1 in kinds:
            kinds[index] = Kind.SHARE
    return kinds


def _names_networks(block: Block, phrases: Phrases) -> bool:
    named = len(phrases.core.intersection(block.words))
    return named >= THRESHOLDS.share_networks and block.weight <= THRESHOLDS.share_networks_words
