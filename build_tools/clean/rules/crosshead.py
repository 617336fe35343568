"""A heading inside the article is editorial text: short, no sentence, and prose follows it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from build_tools.clean.prose import stretch
from build_tools.clean.sheet import Block, Sheet
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.clean.turns import turns
from build_tools.model.clean import Kind

_NUMBERED = re.compile(r"\d{1,3}\.\s")


def decide(sheet: Sheet) -> Mapping[int, Kind]:
    """Take short blocks of the stretch that stand apart and whose next undecided block is prose."""
    places = stretch(sheet)
    spoken = turns(sheet)
    inside = [block for block in sheet.open() if block.index in places]
    return {
        block.index: Kind.CROSSHEAD
        for block, after in pairwise(inside[1:])
        if _heading(block)
        and block.index not in spoken
        and (after.weight >= THRESHOLDS.headed_words or after.ends)
    }


def _heading(block: Block) -> bool:
    if (
        (block.listed and not _NUMBERED.match(block.text))
        or not block.apart
        or block.weight > THRESHOLDS.crosshead_words
        or not block.words
    ):
        return False
    if block.tag in {"h2", "h3", "h4", "h5", "h6"}:
        return True
    opens = block.text[0].isupper() or block.text[0].isdigit() or not block.text[0].isalpha()
    asks = block.text.endswith("?") and block.weight <= THRESHOLDS.question_words
    return (
        opens and (asks or not block.ends) and block.text[0] not in '—–"“«(@' and block.text[-1] not in ":,;—"
    )
