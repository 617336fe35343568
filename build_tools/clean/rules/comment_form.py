"""What readers may write under an article is not the article: the form, its notices, the comments."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.article_end import is_comment_opening
from build_tools.clean.blocks import MarkedBlocks
from build_tools.clean.chrome_phrases import load_chrome_table
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.model.clean import Kind


def find_comment_forms(sheet: MarkedBlocks) -> Mapping[int, Kind]:
    """Take the phrases of the table, the fields of the form right beside them, and who says what when."""
    phrases = load_chrome_table(sheet.language).kinds["comment_form"]
    spoken = {block.index for block in sheet.list_undecided() if is_comment_opening(block)}
    places = spoken.union(at for at in phrases.find_said(sheet.blocks) if at not in sheet.marks)
    for block in sheet.list_undecided():
        when = block.weight <= THRESHOLDS.comment_author_words and block.index - 1 in spoken
        field = not block.apart and block.index - 1 in places and phrases.bag.issuperset(block.words)
        if when or field:
            places.add(block.index)
    return dict.fromkeys(sorted(places), Kind.COMMENT_FORM)
