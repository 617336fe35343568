"""A short line set directly beside the date, under the headline, names who wrote, whatever it says."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.blocks import Block, MarkedBlocks
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.model.clean import Kind


def find_signature(sheet: MarkedBlocks) -> Mapping[int, Kind]:
    """Take the undecided line next to the first date under the title, if no byline is known."""
    titles = sheet.list_of_kind(Kind.TITLE)
    dates = sheet.list_of_kind(Kind.DATELINE)
    if not titles or sheet.list_of_kind(Kind.BYLINE):
        return {}
    date = next((block.index for block in dates if block.index > titles[0].index), 0)
    if not 1 < date - titles[0].index <= THRESHOLDS.signature_reach:
        return {}
    line = sheet.blocks[date - 1]
    return {line.index: Kind.BYLINE} if _is_name(line) else {}


def _is_name(block: Block) -> bool:
    return (
        THRESHOLDS.signature_shortest <= block.weight <= THRESHOLDS.signature_longest
        and not block.is_sentence
        and not block.is_list_entry
        and block.text[0].isupper()
    )
