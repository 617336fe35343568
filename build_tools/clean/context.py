"""Blocks and their worths → worths in company: prose alone, attached, late or on something else counts less.

Each function takes the worths by place and returns new ones; none looks at what the others made of a block.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, chain

from build_tools.clean.blocks import MarkedBlocks
from build_tools.clean.thresholds import THRESHOLDS


def weigh_topic_overlap(sheet: MarkedBlocks, worth: Sequence[float]) -> list[float]:
    """Let prose count for less the fewer of its long words are said in the page's other prose.

    Teasers of other articles, notices and legal terms each speak of something else. Half the words shared
    are as good as all.
    """
    telling = {
        block.index: block.topic_words for block, value in zip(sheet.blocks, worth, strict=True) if value > 0
    }
    voices = [
        words for place, words in telling.items() if sheet.blocks[place].weight >= THRESHOLDS.subject_words
    ]
    if len(voices) < THRESHOLDS.subject_blocks:
        return list(worth)
    said = Counter(chain.from_iterable(voices))
    # a block that was counted itself must find its words in another one: they are said twice
    often = frozenset(word for word, times in said.items() if times > 1)
    shared = list(worth)
    for place, words in telling.items():
        if len(words) < THRESHOLDS.telling_words:
            continue
        own = sheet.blocks[place].weight >= THRESHOLDS.subject_words
        share = len(words & (often if own else said.keys())) / len(words)
        shared[place] *= min(THRESHOLDS.strange_share + share, 1.0)
    return shared


def weigh_position(worth: Sequence[float]) -> list[float]:
    """Let prose count for more the less prose stands before it: what comes late is often comments."""
    before = list(accumulate((max(value, 0.0) for value in worth), initial=0.0))
    total = before[-1]
    return [
        # prose in the middle counts as before; the first gains half of the bonus, the last loses it
        value * (1 + THRESHOLDS.early_bonus * (0.5 - sofar / total)) if value > 0 else value
        # `accumulate` gives one number more, the sum of all
        for value, sofar in zip(worth, before, strict=False)
    ]


def weigh_isolation(sheet: MarkedBlocks, worth: Sequence[float], within: frozenset[int]) -> list[float]:
    """Let prose without other prose near it count for less.

    Neither what is known to be chrome nor the lines `within` (lists and verses of the article) part it.
    """
    open_ = [block.index for block in sheet.list_undecided() if block.index not in within]
    alone = list(worth)
    for at, place in enumerate(open_):
        near = [
            *open_[max(at - THRESHOLDS.company_reach, 0) : at],
            *open_[at + 1 : at + 1 + THRESHOLDS.company_reach],
        ]
        if worth[place] > 0 and all(worth[other] <= THRESHOLDS.company_score for other in near):
            alone[place] = worth[place] * THRESHOLDS.lone_share
    return alone


def weigh_spacing(sheet: MarkedBlocks, worth: Sequence[float]) -> list[float]:
    """Let attached passages count for less, unless the text is one that does not part its paragraphs."""
    attached = [place for place, value in enumerate(worth) if value > 0 and _is_attached(sheet, place)]
    if sum(worth[place] for place in attached) > THRESHOLDS.attached_text_share * sum(
        value for value in worth if value > 0
    ):
        return list(worth)
    less = set(attached)
    return [
        value * THRESHOLDS.attached_share if place in less else value for place, value in enumerate(worth)
    ]


def _is_attached(sheet: MarkedBlocks, place: int) -> bool:
    """Whether no blank line stands on one side of a passage: so lines of menus and teasers are set."""
    return not sheet.blocks[place].apart or (
        place + 1 < len(sheet.blocks) and not sheet.blocks[place + 1].apart
    )
