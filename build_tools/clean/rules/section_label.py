"""The site's category (“War”, “World news”) stands alone near the headline, and often again at the end."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.blocks import Block, MarkedBlocks
from build_tools.clean.segment import find_article_span
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.model.clean import Kind


def find_section_labels(sheet: MarkedBlocks) -> Mapping[int, Kind]:
    """Take short lines right above or under the title, between it and the article, and their repetition."""
    title = sheet.get_title()
    body = find_article_span(sheet)
    if not title:
        return {}
    near = range(
        title.index - THRESHOLDS.label_above,
        min(body.start, title.index + THRESHOLDS.label_under),
    )
    under = range(title.index, near.stop)
    labels = [
        block
        for block in sheet.list_undecided()
        if block.index in near and _is_label(block) and not (block.index in under and _heads_a_part(block))
    ]
    said = {block.words for block in labels}
    again = [
        block
        for block in sheet.list_undecided()
        if block.words in said and block.index not in near and block.index not in body
    ]
    return {block.index: Kind.SECTION_LABEL for block in [*labels, *again]}


def _heads_a_part(block: Block) -> bool:
    """Whether the page sets a line under its headline, in the article, as the heading of what follows."""
    return block.main and block.tag in {"h2", "h3", "h4", "h5", "h6"}


def _is_label(block: Block) -> bool:
    return (
        1 <= block.weight <= THRESHOLDS.label_words
        and not block.is_sentence
        # a verse ends so, or begins so
        and not block.text.endswith((",", ";", ":"))
        and not block.begins_amid
        and not block.is_list_entry
        and "#" not in block.words
    )
