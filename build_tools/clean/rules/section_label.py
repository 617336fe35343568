"""The site's category (“War”, “World news”) stands alone near the headline, and often again at the end."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.prose import stretch
from build_tools.clean.sheet import Block, Sheet
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.model.clean import Kind


def decide(sheet: Sheet) -> Mapping[int, Kind]:
    """Take short lines right above or under the title, between it and the article, and their repetition."""
    titles = sheet.of_kind(Kind.TITLE)
    body = stretch(sheet)
    if not titles:
        return {}
    near = range(
        max(titles[0].index - THRESHOLDS.label_above, 0),
        min(body.start, titles[0].index + THRESHOLDS.label_under),
    )
    labels = [block for block in sheet.open() if block.index in near and _label(block)]
    said = {block.words for block in labels}
    again = [
        block
        for block in sheet.open()
        if block.words in said and block.index not in near and _outside(block, body)
    ]
    return {block.index: Kind.SECTION_LABEL for block in [*labels, *again]}


def _outside(block: Block, body: range) -> bool:
    return block.index not in body or block.index + 1 == body.stop


def _label(block: Block) -> bool:
    return (
        1 <= block.weight <= THRESHOLDS.label_words
        and not block.ends
        and not block.listed
        and "#" not in block.words
    )
