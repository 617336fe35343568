"""Blocks and their worths → worths in company: prose alone, attached, late or on something else counts less.

Each function takes the worths by place and returns new ones; none looks at what the others made of a block.
"""

# ruff: noqa: PLR2004 - thresholds are counts of words, told by what they are compared with

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, chain

from build_tools.clean.sheet import Sheet

LONE = 0.4
"""What prose is worth without other prose near it."""
ATTACHED = 0.5
"""What prose is worth without a blank line before it and after."""
STRANGE = 0.5
"""What prose is worth that shares no word with the other prose of the page."""
EARLY = 0.4
"""By how much the first prose of a page counts for more than the last."""

_VOICE = 20
"""Words of the blocks that tell what the page's prose is about."""
_VOICES = 5
"""So many of them, or nothing is told."""


def on_the_subject(sheet: Sheet, worth: Sequence[float]) -> list[float]:
    """Let prose count for less the fewer of its long words are said in the page's other prose.

    Teasers of other articles, notices and legal terms each speak of something else. Half the words shared
    are as good as all.
    """
    telling = {
        block.index: block.telling for block, value in zip(sheet.blocks, worth, strict=True) if value > 0
    }
    voices = [words for place, words in telling.items() if sheet.blocks[place].weight >= _VOICE]
    if len(voices) < _VOICES:
        return list(worth)
    said = Counter(chain.from_iterable(voices))
    often = frozenset(word for word, times in said.items() if times > 1)
    shared = list(worth)
    for place, words in telling.items():
        if len(words) < 4:
            continue
        own = sheet.blocks[place].weight >= _VOICE
        share = len(words & (often if own else said.keys())) / len(words)
        shared[place] *= min(STRANGE + share, 1.0)
    return shared


def early(worth: Sequence[float]) -> list[float]:
    """Let prose count for more the less prose stands before it: what comes late is often comments."""
    before = list(accumulate((max(value, 0.0) for value in worth), initial=0.0))
    total = before[-1] or 1.0
    return [
        value * (1 + EARLY * (0.5 - sofar / total)) if value > 0 else value
        for value, sofar in zip(worth, before, strict=False)
    ]


def in_company(sheet: Sheet, worth: Sequence[float], within: frozenset[int]) -> list[float]:
    """Let prose without other prose near it count for less.

    Neither what is known to be chrome nor the lines `within` (lists and verses of the article) part it.
    """
    open_ = [block.index for block in sheet.open() if block.index not in within]
    alone = list(worth)
    for at, place in enumerate(open_):
        near = [*open_[max(at - 2, 0) : at], *open_[at + 1 : at + 3]]
        if worth[place] > 0 and all(worth[other] <= 5 for other in near):
            alone[place] = worth[place] * LONE
    return alone


def set_apart(sheet: Sheet, worth: Sequence[float]) -> list[float]:
    """Let attached passages count for less, unless the text is one that does not part its paragraphs."""
    attached = [place for place, value in enumerate(worth) if value > 0 and _attached(sheet, place)]
    if sum(worth[place] for place in attached) > 0.8 * sum(value for value in worth if value > 0):
        return list(worth)
    less = set(attached)
    return [value * ATTACHED if place in less else value for place, value in enumerate(worth)]


def _attached(sheet: Sheet, place: int) -> bool:
    """Whether no blank line stands on one side of a passage: so lines of menus and teasers are set."""
    return not sheet.blocks[place].apart or (
        place + 1 < len(sheet.blocks) and not sheet.blocks[place + 1].apart
    )
