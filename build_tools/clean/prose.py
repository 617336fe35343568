"""Blocks → where the article stands: the stretch of the page with the most prose and the least else.

Every block counts for or against: prose by its words, chrome and loose short lines against. The article is
the stretch with the greatest sum, so a list of links inside it is bridged if enough prose follows.
"""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.clean.sheet import Block, Sheet
from build_tools.clean.words import load_words
from build_tools.model.clean import Kind

_CHROME = -6.0
_BARRIER = -80.0
_LOOSE = -4.0
_NEUTRAL = frozenset(
    {Kind.TITLE, Kind.BYLINE, Kind.DATELINE, Kind.PHOTO_CREDIT, Kind.CAPTION, Kind.STANDFIRST}
)


def stretch(sheet: Sheet) -> range:
    """Return the places of the blocks that the article stands among, its first and last being undecided."""
    worth = [_worth(sheet, block) for block in sheet.blocks]
    return _best(worth)


def _worth(sheet: Sheet, block: Block) -> float:
    if load_words(sheet.language).kinds["barrier"].fit(block) and block.weight <= 12:  # noqa: PLR2004
        return _BARRIER
    kind = sheet.kind(block.index)
    if kind in _NEUTRAL:
        return -1.0
    if kind:
        return _CHROME
    return prose_worth(block)


def prose_worth(block: Block) -> float:
    """Return how much an undecided block looks like prose: its words, or a negative number."""
    if block.linked > 0.6:  # noqa: PLR2004
        return _LOOSE
    if block.weight >= 25:  # noqa: PLR2004
        return min(block.weight, 100) * (0.5 if block.listed else 1.0)
    if block.ends:
        return block.weight * (0.4 if block.listed else 0.8)
    if block.weight >= 12:  # noqa: PLR2004
        return 2.0 if not block.listed else -1.0
    return _LOOSE if block.listed else _LOOSE + block.weight / 4


def _best(worth: Sequence[float]) -> range:
    """Find the contiguous places with the greatest positive sum, the first of equals."""
    best, span = 0.0, range(0)
    total, start = 0.0, 0
    for place, value in enumerate(worth):
        if total <= 0:
            total, start = 0.0, place
        total += value
        if total > best:
            best, span = total, range(start, place + 1)
    return span
