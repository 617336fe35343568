"""A pull quote says again, set large, what a paragraph says: the paragraph is kept, and it once."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.blocks import Block, MarkedBlocks
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.model.clean import Kind


def find_pull_quotes(sheet: MarkedBlocks) -> Mapping[int, Kind]:
    """Take quotations of HTML whose words all stand in a row in a longer paragraph.

    Not headings: many of those between the paragraphs quote one.
    """
    set_apart = [block for block in sheet.list_undecided() if _may_be_pulled(block)]
    paragraphs = [block for block in sheet.list_undecided() if block.weight >= THRESHOLDS.pulled_from_words]
    return {
        block.index: Kind.OTHER_CHROME
        for block in set_apart
        if any(_says_all(paragraph, block) for paragraph in paragraphs)
    }


def _may_be_pulled(block: Block) -> bool:
    return (
        "blockquote" in block.zones
        and THRESHOLDS.pulled_shortest <= block.weight <= THRESHOLDS.pulled_longest
    )


def _says_all(paragraph: Block, quote: Block) -> bool:
    """Whether a longer paragraph says all words of a quotation in a row."""
    size = len(quote.words)
    rows = zip(*(paragraph.words[at:] for at in range(size)), strict=False)
    return len(paragraph.words) > size and quote.words in rows
