"""A heading inside the article is editorial text: short, no sentence, and prose follows it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from build_tools.clean.blocks import Block, MarkedBlocks
from build_tools.clean.dialogue import find_dialogue_lines
from build_tools.clean.segment import find_article_span
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.model.clean import Kind

_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
# a numbered heading looks like an entry of a list, and is none
_NUMBERED = re.compile(r"\d{1,3}\.\s")


def find_crossheads(sheet: MarkedBlocks) -> Mapping[int, Kind]:
    """Take short blocks of the stretch that stand apart and whose next undecided block is prose."""
    places = find_article_span(sheet)
    spoken = find_dialogue_lines(sheet)
    inside = [block for block in sheet.list_undecided() if block.index in places]
    headings = [
        block
        for block, after in pairwise(inside[1:])
        if _is_heading(block)
        and block.index not in spoken
        and (after.weight >= THRESHOLDS.headed_words or after.is_sentence or after.tag in _HEADINGS)
    ]
    opening = _find_opening_heading(sheet, inside, headings)
    return {block.index: Kind.CROSSHEAD for block in (*opening, *headings)}


def _find_opening_heading(
    sheet: MarkedBlocks, inside: Sequence[Block], headings: Sequence[Block]
) -> Sequence[Block]:
    """Return the heading over the first paragraph, if the page sets others like it."""
    before = [block for block in sheet.list_undecided() if inside and block.index < inside[0].index][-1:]
    title = sheet.get_title()
    return [
        block
        for block in before
        if block.main
        and block.tag in _HEADINGS
        and title
        and block in sheet.list_under(title)
        and any(other.tag == block.tag for other in headings)
        and _is_heading(block)
    ]


def _is_heading(block: Block) -> bool:
    if (
        (block.is_list_entry and not _NUMBERED.match(block.text))
        or not block.apart
        or block.weight > THRESHOLDS.crosshead_words
        or not block.words
        or block.tag == "tr"
    ):
        return False
    # the page itself says so, whatever its words
    if block.tag in _HEADINGS:
        return True
    # a short line in a quotation names who is quoted
    if "blockquote" in block.zones:
        return False
    opens = block.text[0].isupper() or not block.text[0].isalpha()
    asks = block.text.endswith("?") and block.weight <= THRESHOLDS.question_words
    return (
        opens
        and (asks or not block.is_sentence)
        # a dash or a quotation mark opens speech, @ an account …
        and block.text[0] not in '—–"“«(@'
        # … and after these something follows that belongs to the line
        and block.text[-1] not in ":,;—"
    )
