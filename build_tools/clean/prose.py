"""Blocks → where the article stands: the stretch of the page with the most prose and the least else.

Every block counts for or against: prose by its words, chrome and loose short lines against. The article is
the stretch with the greatest sum, so a list of links inside it is bridged if enough prose follows. Prose
counts for less where it stands alone among loose lines, as teasers do, and after a heading that ends
articles (“Comments”), once enough prose stands before it.
"""

# ruff: noqa: PLR2004 - thresholds are counts of words, told by what they are compared with

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from build_tools.clean.sheet import Block, Sheet
from build_tools.clean.words import load_words
from build_tools.model.clean import Kind

CHROME = -6.0
LOOSE = -4.0
LOOSE_IN_MAIN = -2.0
"""A loose line in the element of the article, which only HTML tells."""
CELL = -0.3
"""A short cell of a table there."""
REPEATED = -6.0
"""A short line that the page says three times and more."""
ENOUGH = 25.0
"""Worth of the prose before a barrier that makes it one."""
AFTER = 0.0
"""What prose is worth after a barrier."""
LONE = 0.4
"""What prose is worth without other prose near it."""
ATTACHED = 0.5
"""What prose is worth without a blank line before it and after."""
LONG = 25
"""Words that make a block prose even if it does not end as a sentence."""

_NEUTRAL = frozenset(
    {Kind.TITLE, Kind.BYLINE, Kind.DATELINE, Kind.PHOTO_CREDIT, Kind.CAPTION, Kind.STANDFIRST}
)
_MARK = re.compile(r"[.!?…。！？](?:\s|$|[\"'”’»“)\]）」』])")
_GLUED = re.compile(r"[a-zа-я][.!?]?[A-ZА-Я][a-zа-я]")
_SAYS = re.compile(r"\b(?:says|said|wrote|schrieb|dice|dit|пишет|сказал|сказав)\s*:$")


def stretch(sheet: Sheet) -> range:
    """Return the places of the blocks that the article stands among, its first and last being undecided."""
    return _best(worths(sheet))


def worths(sheet: Sheet) -> list[float]:
    """Return what each block counts, by place."""
    said = Counter(block.words for block in sheet.blocks)
    worth = [_worth(sheet, block, said) for block in sheet.blocks]
    worth = _in_company(sheet, worth)
    worth = _set_apart(sheet, worth)
    return _fenced(sheet, worth)


def _worth(sheet: Sheet, block: Block, said: Counter[tuple[str, ...]]) -> float:
    kind = sheet.kind(block.index)
    if kind in _NEUTRAL:
        return -1.0
    if kind:
        return CHROME
    if said[block.words] > 2 and block.weight < LONG and not block.main:
        return REPEATED
    return prose_worth(block)


def prose_worth(block: Block) -> float:
    """Return how much an undecided block looks like prose: its words, or a negative number."""
    if block.linked > 0.6:
        return LOOSE
    loose = (CELL if block.tag in {"td", "th"} else LOOSE_IN_MAIN) if block.main else LOOSE
    if block.weight >= LONG:
        share = 0.3 if _GLUED.search(block.text[:400]) and not block.main else 0.5 if block.listed else 1.0
        return min(block.weight, 100) * share if _MARK.search(block.text) else 2.0
    if block.ends:
        return block.weight * (0.3 if block.listed or _GLUED.search(block.text) else 0.8)
    if block.weight >= 12:
        return -1.0 if block.listed else 2.0
    return loose if block.listed else min(loose + block.weight / 4, -0.5)


def _set_apart(sheet: Sheet, worth: list[float]) -> list[float]:
    """Let attached passages count for less, unless the text is one that does not part its paragraphs."""
    attached = [place for place, value in enumerate(worth) if value > 0 and _attached(sheet, place)]
    if sum(worth[place] for place in attached) > 0.8 * sum(value for value in worth if value > 0):
        return worth
    less = set(attached)
    return [value * ATTACHED if place in less else value for place, value in enumerate(worth)]


def _attached(sheet: Sheet, place: int) -> bool:
    """Whether no blank line stands on one side of a passage: so lines of menus and teasers are set."""
    return not sheet.blocks[place].apart or (
        place + 1 < len(sheet.blocks) and not sheet.blocks[place + 1].apart
    )


def _in_company(sheet: Sheet, worth: list[float]) -> list[float]:
    """Let prose without other prose near it count for less; what is known to be chrome does not part it."""
    open_ = [block.index for block in sheet.open()]
    alone = list(worth)
    for at, place in enumerate(open_):
        near = [*open_[max(at - 2, 0) : at], *open_[at + 1 : at + 3]]
        if worth[place] > 0 and all(worth[other] <= 5 for other in near):
            alone[place] = worth[place] * LONE
    return alone


def _fenced(sheet: Sheet, worth: list[float]) -> list[float]:
    """Let prose count for little after a heading that ends articles, if enough stands before it."""
    behind = _fence(sheet, worth)
    return [value * AFTER if place >= behind and value > 0 else value for place, value in enumerate(worth)]


def _fence(sheet: Sheet, worth: list[float]) -> int:
    """Return the place of the first heading that ends the article; past the end if there is none.

    What follows other articles' headings may be the article itself, below a page that opens with them: so
    such a heading must have more before it than after it. Comments follow the article and may be longer.
    """
    may_end = load_words(sheet.language).kinds["may_end"]
    author = load_words(sheet.language).kinds["author"]
    ends = load_words(sheet.language).kinds["ends"]
    sums = _sums(worth)
    tails = _sums(worth[::-1])[::-1]
    for block in sheet.blocks:
        place = block.index
        if sums[place] < ENOUGH or block.weight > 60:
            continue
        if author.fit(block) and sums[place] > tails[place]:
            return place
        if block.weight > 16:
            continue
        if ends.fit(block) or speaks_next(block):
            return place
        if may_end.fit(block) and sums[place] > tails[place]:
            return place
    return len(worth)


def speaks_next(block: Block) -> bool:
    """Whether a short line announces a comment: “someone says:”."""
    return block.weight <= 16 and _SAYS.search(block.text[-20:]) is not None and not block.ends


def _sums(worth: Sequence[float]) -> list[float]:
    """Return the greatest sum of a stretch that ends at or before each place."""
    sums: list[float] = []
    total = best = 0.0
    for value in worth:
        total = max(total + value, 0.0)
        best = max(best, total)
        sums.append(best)
    return sums


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
