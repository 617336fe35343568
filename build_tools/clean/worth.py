"""Block → what it counts for or against being of the article, looked at by itself: prose by its words."""

# ruff: noqa: PLR2004 - thresholds are counts of words, told by what they are compared with

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from build_tools.clean.sheet import Block, Sheet
from build_tools.model.clean import Kind

CHROME = -6.0
LOOSE = -4.0
LOOSE_IN_MAIN = -2.0
"""A loose line in the element of the article, which only HTML tells."""
CELL = -0.3
"""A short cell of a table there."""
REPEATED = -6.0
"""A short line that the page says three times and more."""
TEASER = 0.3
"""What a word of prose is worth in an entry of a list, and where a headline runs on into its teaser."""
LONG = 25
"""Words that make a block prose even if it does not end as a sentence."""

_NEUTRAL = {
    Kind.TITLE: -1.0,
    Kind.BYLINE: -1.0,
    Kind.DATELINE: -1.0,
    Kind.PHOTO_CREDIT: -1.0,
    Kind.CAPTION: -1.0,
    Kind.STANDFIRST: -1.0,
    Kind.CROSSHEAD: 0.0,
}
"""Decided kinds that stand inside articles as well as beside them."""
_MARK = re.compile(r"[.!?…。！？](?:\s|$|[\"'”’»“)\]）」』])")
_GLUED = re.compile(
    r"(?<![@#\w])[^\W\d_]*[a-zа-яёіїєґ]{3}[.!?]?[A-ZА-ЯЁІЇЄҐ][a-zа-яёіїєґ]+(?=[\s,])"
    r"|(?<!\w)[^\W\d_]*[a-zа-яёіїєґ]{3}[.!?][A-ZА-ЯЁІЇЄҐ](?=\s)"
)
"""Two words run together: a headline and its teaser, or a name (“GateHouse”, but never “McDonald”)."""
_TURN = re.compile(r"[a-zа-яёіїєґ][.!?]?[A-ZА-ЯЁІЇЄҐ]")
"""What stands in every such pair: looked for first, for it is found in no time."""
_START = 400
"""Characters of a block in which a teaser's headline ends."""


def own_worths(sheet: Sheet) -> list[float]:
    """Return what each block counts by itself, by place."""
    glued = _run_together(sheet)
    return [_worth(sheet, block, glued=block.index in glued) for block in sheet.blocks]


def _run_together(sheet: Sheet) -> frozenset[int]:
    """Return the places of blocks with two words run together that no other block says: else it is a name."""
    if sheet.html:
        return frozenset()
    glued = ((block.index, _glued(block.text[:_START])) for block in sheet.open())
    found = {place: tokens for place, tokens in glued if tokens}
    texts = {sheet.blocks[place].text: tokens for place, tokens in found.items()}
    said = Counter(token for tokens in texts.values() for token in tokens)
    return frozenset(place for place, tokens in found.items() if any(said[token] == 1 for token in tokens))


@lru_cache(maxsize=4096)
def _glued(text: str) -> frozenset[str]:
    """Two words run together, remembered: the rules ask of the same blocks again and again."""
    return frozenset(_GLUED.findall(text)) if _TURN.search(text) else frozenset()


def _worth(sheet: Sheet, block: Block, *, glued: bool) -> float:
    kind = sheet.kind(block.index)
    if kind:
        return _NEUTRAL.get(kind, CHROME)
    if sheet.blocks.times[block.index] > 2 and block.weight < LONG and not block.main:
        return REPEATED
    return prose_worth(block, glued=glued)


def prose_worth(block: Block, *, glued: bool = False) -> float:
    """Return how much an undecided block looks like prose: its words, or a negative number."""
    if block.linked > 0.6:
        return LOOSE
    loose = (CELL if block.tag in {"td", "th"} else LOOSE_IN_MAIN) if block.main else LOOSE
    if block.weight >= LONG:
        share = TEASER if glued else 0.5 if block.listed else 1.0
        return min(block.weight, 100) * share if _MARK.search(block.text) else 2.0
    if block.ends:
        return block.weight * (TEASER if block.listed or glued else 0.8)
    if block.weight >= 12:
        return -1.0 if block.listed else 2.0
    return loose if block.listed else min(loose + block.weight / 4, -0.5)
