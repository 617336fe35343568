"""What readers may write under an article is not the article: the form, its notices, the comments below it."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.sheet import Sheet
from build_tools.clean.words import load_words
from build_tools.model.clean import Kind


def decide(sheet: Sheet) -> Mapping[int, Kind]:
    """Take the phrases of the table."""
    phrases = load_words(sheet.language).kinds["comment_form"]
    return {block.index: Kind.COMMENT_FORM for block in sheet.open() if phrases.fit(block)}
