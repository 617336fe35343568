"""Buttons and counters of social networks are the site's: “Share”, “Facebook20k”, “12 shares”."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.sheet import Block, Sheet
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.clean.words import Phrases, load_words
from build_tools.model.clean import Kind


def decide(sheet: Sheet) -> Mapping[int, Kind]:
    """Take lines of network words, and bare counters that stand next to one."""
    phrases = load_words(sheet.language).kinds["share"]
    found = {block.index: Kind.SHARE for block in sheet.open() if _named(block, phrases)}
    counters = [block.index for block in sheet.open() if set(block.words) == {"#"}]
    for index in (*counters, *reversed(counters)):
        if index - 1 in found or index + 1 in found:
            found[index] = Kind.SHARE
    return found


def _named(block: Block, phrases: Phrases) -> bool:
    networks = len(phrases.core.intersection(block.words))
    return block.weight <= THRESHOLDS.share_words and (
        phrases.fit(block)
        or (networks >= THRESHOLDS.share_networks and block.weight <= THRESHOLDS.share_networks_words)
    )
