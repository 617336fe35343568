"""A heading inside the article is editorial text: short, no sentence, and prose follows it."""

# ruff: noqa: PLR2004 - thresholds are counts of words, told by what they are compared with

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from build_tools.clean.prose import stretch
from build_tools.clean.sheet import Block, Sheet
from build_tools.clean.turns import turns
from build_tools.model.clean import Kind

_LONGEST = 14
_NUMBERED = re.compile(r"\d{1,3}\.\s")
_QUESTION = 8
"""Words of the longest question that is a heading and not what someone says."""


def decide(sheet: Sheet) -> Mapping[int, Kind]:
    """Take short blocks of the stretch that stand apart and whose next undecided block is prose."""
    places = stretch(sheet)
    spoken = turns(sheet)
    inside = [block for block in sheet.open() if block.index in places]
    return {
        block.index: Kind.CROSSHEAD
        for block, after in pairwise(inside[1:])
        if _heading(block) and block.index not in spoken and (after.weight >= 10 or after.ends)
    }


def _heading(block: Block) -> bool:
    if (
        (block.listed and not _NUMBERED.match(block.text))
        or not block.apart
        or block.weight > _LONGEST
        or not block.words
    ):
        return False
    if block.tag in {"h2", "h3", "h4", "h5", "h6"}:
        return True
    opens = block.text[0].isupper() or block.text[0].isdigit() or not block.text[0].isalpha()
    asks = block.text.endswith("?") and block.weight <= _QUESTION
    return (
        opens and (asks or not block.ends) and block.text[0] not in '—–"“«(@' and block.text[-1] not in ":,;—"
    )
