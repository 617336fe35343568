"""What readers may write under an article is not the article: the form, its notices, the comments."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.fence import speaks_next
from build_tools.clean.sheet import Sheet
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.clean.words import load_words
from build_tools.model.clean import Kind


def decide(sheet: Sheet) -> Mapping[int, Kind]:
    """Take the phrases of the table, the fields of the form right beside them, and who says what when."""
    phrases = load_words(sheet.language).kinds["comment_form"]
    spoken = {block.index for block in sheet.open() if speaks_next(block)}
    found = spoken.union(block.index for block in sheet.open() if phrases.fit(block))
    for block in sheet.open():
        when = block.weight <= THRESHOLDS.comment_author_words and block.index - 1 in spoken
        field = not block.apart and block.index - 1 in found and phrases.bag.issuperset(block.words)
        if when or field:
            found.add(block.index)
    return dict.fromkeys(sorted(found), Kind.COMMENT_FORM)
