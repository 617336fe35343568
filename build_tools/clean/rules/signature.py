"""A short line set directly beside the date, under the headline, names who wrote, whatever it says."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from build_tools.clean.blocks import Block, MarkedBlocks
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.model.clean import Kind


def find_signature(sheet: MarkedBlocks) -> Mapping[int, Kind]:
    """Take the undecided line next to the first date under the title, if no byline is known."""
    title = sheet.get_title()
    if not title or sheet.list_of_kind(Kind.BYLINE):
        return {}
    # from the headline itself, which is decided: a date right under it has no line beside it
    near = sheet.blocks[title.index : title.index + 1 + THRESHOLDS.signature_reach]
    beside = (line for line, date in pairwise(near) if sheet.get_kind(date.index) is Kind.DATELINE)
    line = next(beside, None)
    return {line.index: Kind.BYLINE} if line and _is_name(line) else {}


def _is_name(block: Block) -> bool:
    return (
        THRESHOLDS.signature_shortest <= block.weight <= THRESHOLDS.signature_longest
        and not block.is_sentence
        and not block.is_list_entry
        and block.text[0].isupper()
    )
