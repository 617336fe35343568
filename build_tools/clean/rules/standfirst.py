"""A summary between headline and article: above byline or date, or a copy of what the article says."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.prose import stretch
from build_tools.clean.sheet import Block, Sheet
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.model.clean import Kind

_ABOVE = frozenset({Kind.BYLINE, Kind.DATELINE})


def decide(sheet: Sheet) -> Mapping[int, Kind]:
    """Take sentences between the title and a byline or date, and a first paragraph repeated later."""
    titles = sheet.of_kind(Kind.TITLE)
    if not titles:
        return {}
    found = _above(sheet, titles[0].index)
    places = stretch(sheet)
    first = next((block for block in sheet.open() if block.index in places), None)
    if first and _follows(sheet, titles[0].index, first.index) and _repeated(sheet, first):
        found[first.index] = Kind.STANDFIRST
    return found


def _above(sheet: Sheet, title: int) -> dict[int, Kind]:
    """Return the undecided sentences between the title and the nearest byline or date under it."""
    under = sheet.blocks[title + 1 : title + 1 + THRESHOLDS.standfirst_reach]
    closing = next((block.index for block in under if sheet.kind(block.index) in _ABOVE), None)
    if closing is None:
        return {}
    between = sheet.blocks[title + 1 : closing]
    if len([block for block in between if block.index not in sheet.marks]) > THRESHOLDS.standfirst_blocks:
        return {}
    return {block.index: Kind.STANDFIRST for block in between if block.weight >= THRESHOLDS.standfirst_words}


def _follows(sheet: Sheet, title: int, first: int) -> bool:
    """Whether nothing but decided blocks stand between the title and the first paragraph."""
    return title < first and all(index in sheet.marks for index in range(title, first))


def _repeated(sheet: Sheet, first: Block) -> bool:
    """Whether a later paragraph says the same in nearly the same words."""
    own = _shingles(first)
    if len(own) < THRESHOLDS.standfirst_shingles:
        return False
    later = [block for block in sheet.open() if block.index > first.index]
    return any(len(own & _shingles(block)) >= THRESHOLDS.standfirst_copy_share * len(own) for block in later)


def _shingles(block: Block) -> set[tuple[str, ...]]:
    return {
        block.words[at : at + THRESHOLDS.standfirst_shingle]
        for at in range(len(block.words) - THRESHOLDS.standfirst_shingle + 1)
    }
