"""A summary between headline and article: above byline or date, or a copy of what the article says."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.blocks import Block, MarkedBlocks
from build_tools.clean.segment import find_article_span
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.model.clean import Kind

_ABOVE = frozenset({Kind.BYLINE, Kind.DATELINE})


def find_standfirst(sheet: MarkedBlocks) -> Mapping[int, Kind]:
    """Take sentences between the title and a byline or date, and a first paragraph repeated later."""
    title = sheet.get_title()
    if not title:
        return {}
    kinds = _find_above_byline(sheet, title.index)
    places = find_article_span(sheet)
    first = next((block for block in sheet.list_undecided() if block.index in places), None)
    if not first:
        return kinds
    # nothing but decided blocks may stand between the title and the first paragraph
    above = range(title.index, first.index)
    if above and all(index in sheet.marks for index in above) and _is_repeated_later(sheet, first):
        kinds[first.index] = Kind.STANDFIRST
    return kinds


def _find_above_byline(sheet: MarkedBlocks, title: int) -> dict[int, Kind]:
    """Return the undecided sentences between the title and the nearest byline or date under it."""
    # from the title itself, which is decided and so neither counted nor heard of
    under = sheet.blocks[title : title + 1 + THRESHOLDS.standfirst_reach]
    closing = next((block.index for block in under if sheet.get_kind(block.index) in _ABOVE), None)
    if closing is None:
        return {}
    between = sheet.blocks[title:closing]
    if len([block for block in between if block.index not in sheet.marks]) > THRESHOLDS.standfirst_blocks:
        return {}
    return {block.index: Kind.STANDFIRST for block in between if block.weight >= THRESHOLDS.standfirst_words}


def _is_repeated_later(sheet: MarkedBlocks, first: Block) -> bool:
    """Whether a later paragraph says the same in nearly the same words."""
    own = _make_shingles(first)
    if len(own) < THRESHOLDS.standfirst_shingles:
        return False
    later = [block for block in sheet.list_undecided() if block.index > first.index]
    return any(
        len(own & _make_shingles(block)) >= THRESHOLDS.standfirst_copy_share * len(own) for block in later
    )


def _make_shingles(block: Block) -> set[tuple[str, ...]]:
    return {
        block.words[at : at + THRESHOLDS.standfirst_shingle]
        for at in range(len(block.words) - THRESHOLDS.standfirst_shingle + 1)
    }
