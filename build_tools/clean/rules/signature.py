"""A short line set directly beside the date, under the headline, names who wrote, whatever it says."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.sheet import Block, Sheet
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.model.clean import Kind


def decide(sheet: Sheet) -> Mapping[int, Kind]:
    """Take the undecided line next to the first date under the title, if no byline is known."""
    titles = sheet.of_kind(Kind.TITLE)
    dates = sheet.of_kind(Kind.DATELINE)
    if not titles or sheet.of_kind(Kind.BYLINE):
        return {}
    date = next((block.index for block in dates if block.index > titles[0].index), 0)
    if not 1 < date - titles[0].index <= THRESHOLDS.signature_reach:
        return {}
    line = sheet.blocks[date - 1]
    return {line.index: Kind.BYLINE} if _names(line) else {}


def _names(block: Block) -> bool:
    return (
        THRESHOLDS.signature_shortest <= block.weight <= THRESHOLDS.signature_longest
        and not block.ends
        and not block.listed
        and block.text[0].isupper()
    )
