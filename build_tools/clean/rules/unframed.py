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


def find_unframed_text(sheet: MarkedBlocks) -> Mapping[int, Kind]:
    """Take all, where nothing is known to be a page's and there is no article to stand around."""
    if any(mark.kind not in _ARTICLES for mark in sheet.marks.values()) or _has_known_words(sheet):
        return {}
    text = list(sheet.list_undecided())
    return {} if _has_article(sheet, text) else {block.index: Kind.BODY for block in text}


def _has_article(sheet: MarkedBlocks, text: Sequence[Block]) -> bool:
    """Whether there is prose, and the stretch of it is the greater part.

    What says one thing only, be it twice, is neither a headline nor a caption of anything.
    """
    if len(text) > 1 and len({block.words for block in text}) == 1:
        return False
    if all(block.weight <= THRESHOLDS.verse_longest for block in text):
        return False
    places = find_article_span(sheet)
    inside = sum(block.weight for block in text if block.index in places)
    return 2 * inside >= sum(block.weight for block in text)


def _has_known_words(sheet: MarkedBlocks) -> bool:
    """Whether any line is one that pages print around their articles."""
    kinds = load_chrome_table(sheet.language).kinds
    return any(
        kinds[name].is_said_by(block)
        for name in ("related_link", "other_chrome")
        for block in sheet.list_undecided()
    )
