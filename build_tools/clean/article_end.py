"""Blocks and their worths → where the article must have ended: at a heading of comments or other articles."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_tools.clean.author_box import is_author_heading, list_signers
from build_tools.clean.blocks import Block, MarkedBlocks
from build_tools.clean.chrome_phrases import load_chrome_table
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.model.clean import Kind
from build_tools.text.language_files import gather_words, match_any, remember_for_languages

_OFFER_REACH = 13
"""Blocks from such a heading on, a decided one, among which the first that no rule knows is looked for."""
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


def drop_after_end(sheet: MarkedBlocks, worth: Sequence[float]) -> list[float]:
    """Let prose count for nothing after a heading that ends articles, if enough stands before it."""
    behind = find_article_end(sheet, worth)
    return [0.0 if place >= behind and value > 0 else value for place, value in enumerate(worth)]


def find_article_end(sheet: MarkedBlocks, worth: Sequence[float]) -> int:
    """Return the place of the first heading that ends the article; past the end if there is none.

    What follows other articles' headings may be the article itself, below a page that opens with them: so
    such a heading must have more before it than after it. Comments follow the article and may be longer.
    """
    kinds = load_chrome_table(sheet.language).kinds
    sums = _sum_best_spans(worth)
    # what follows a heading is weighed as what stands before it: the same sums, read backwards
    tails = _sum_best_spans(worth[::-1])[::-1]
    others = _find_next_article(sheet)
    signers = list_signers(sheet)
    authors, ends, may_ends = (kinds[name].find_said(sheet.blocks) for name in ("author", "ends", "may_end"))
    for block in sheet.blocks:
        place = block.index
        if sums[place] < THRESHOLDS.fence_score:
            continue
        if place in others:
            return place
        may_end = place in authors or is_author_heading(sheet, block, signers) or _is_offer(sheet, block)
        if may_end and sums[place] > tails[place]:
            return place
        # only now: a box on the author is a paragraph, the other ends are headings
        if block.weight > THRESHOLDS.fence_words:
            # “12 thoughts on” and the headline, which may be as long as headlines are
            if kinds["ends"].is_opening_of(block) and not block.is_sentence:
                return place
            continue
        if place in ends or is_comment_opening(block):
            return place
        if place in may_ends and sums[place] > tails[place]:
            return place
    return len(worth)


def _find_next_article(sheet: MarkedBlocks) -> frozenset[int]:
    """Return the places under the headline in another article than it: pages load the next one."""
    title = sheet.get_title()
    if not title or not title.article:
        return frozenset()
    under = sheet.blocks[title.index :]
    return frozenset(b.index for b in under if b.article and b.article != title.article)


def _is_offer(sheet: MarkedBlocks, block: Block) -> bool:
    """Whether a heading offers other articles: each has a heading too; an article goes on in prose."""
    if not sheet.html or block.tag not in _HEADINGS or sheet.get_kind(block.index) is not Kind.RELATED_LINK:
        return False
    near = sheet.blocks[block.index : block.index + _OFFER_REACH]
    after = next((other for other in near if other.index not in sheet.marks), None)
    return after is not None and after.tag in _HEADINGS


def is_comment_opening(block: Block) -> bool:
    """Whether a short line announces a comment: “someone says:”."""
    return (
        block.weight <= THRESHOLDS.fence_words
        # told at once of nearly all lines
        and ":" in block.text
        and _load_saying().search(block.text) is not None
    )


@remember_for_languages
def _load_saying() -> re.Pattern[str]:
    """How a line ends that announces a comment, in any language."""
    return re.compile(rf"\b{match_any(gather_words(lambda facts: facts.speech))}\s*:$")


def _sum_best_spans(worth: Sequence[float]) -> list[float]:
    """Return the greatest sum of a stretch that ends at or before each place."""
    sums: list[float] = []
    total = best = 0.0
    for value in worth:
        # Kadane’s algorithm: a sum below nothing is dropped, the best stretch begins after it
        total = max(total + value, 0.0)
        best = max(best, total)
        sums.append(best)
    return sums
