"""A text without a page around it: verse, speeches, notes. Nothing in it is outside the article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from build_tools.clean.blocks import Block, MarkedBlocks
from build_tools.clean.chrome_phrases import load_chrome_table
from build_tools.clean.segment import find_article_span
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.model.clean import Kind

_ARTICLES = frozenset({Kind.DATELINE, Kind.BYLINE, Kind.PHOTO_CREDIT})
"""What articles have as well as pages: it tells of no frame."""
HEADED = frozenset(
    {
        *(Kind.TITLE, Kind.DUPLICATE_TITLE, Kind.BYLINE, Kind.DATELINE, Kind.STANDFIRST, Kind.SECTION_LABEL),
        *(Kind.PHOTO_CREDIT, Kind.CAPTION, Kind.CROSSHEAD, Kind.BODY),
    }
)
"""What articles have, and what is told by its place beside them: none of it tells of a frame."""
_JOINED_VERSES = 2
"""Of so many blocks of verse one may be lines joined to a sentence."""


def find_unframed_text(sheet: MarkedBlocks) -> Mapping[int, Kind]:
    """Take all, where nothing is known to be a page's and there is no article to stand around."""
    text = list(sheet.list_undecided())
    # a page with a first heading has a headline, and an article under it
    if any(block.tag == "h1" for block in text):
        return {}
    if not is_unframed(sheet, _ARTICLES) or _has_article(sheet, text):
        return {}
    return {block.index: Kind.BODY for block in text}


def is_unframed(sheet: MarkedBlocks, kinds: frozenset[Kind]) -> bool:
    """Whether nothing but these kinds is known, and no line is one that pages print around their articles."""
    table = load_chrome_table(sheet.language).kinds
    return all(mark.kind in kinds for mark in sheet.marks.values()) and not any(
        at not in sheet.marks
        for name in ("related_link", "other_chrome")
        for at in table[name].find_said(sheet.blocks)
    )


def _has_article(sheet: MarkedBlocks, text: Sequence[Block]) -> bool:
    """Whether there is prose, and the stretch of it is the greater part.

    What says one thing only, be it twice, is neither a headline nor a caption of anything.
    """
    if len(text) > 1 and len({block.words for block in text}) == 1:
        return False
    if _is_all_verse(text):
        return False
    places = find_article_span(sheet)
    inside = sum(block.weight for block in text if block.index in places)
    return 2 * inside >= sum(block.weight for block in text)


def _is_all_verse(text: Sequence[Block]) -> bool:
    """Whether all are short lines, or few run on: of prose broken at a width, most do."""
    joined = sum(len(block.lines) > 1 for block in text)
    return _JOINED_VERSES * joined <= len(text) and all(
        block.weight <= THRESHOLDS.verse_longest * len(block.lines) for block in text
    )
