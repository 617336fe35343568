"""A picture that is a link and the headline beside it leave one line twice, and a teaser: another article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from build_tools.clean.blocks import Block, MarkedBlocks
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.model.clean import Kind

_TWICE = 2


def find_doubled_teasers(sheet: MarkedBlocks) -> Mapping[int, Kind]:
    """Plain text: take the lines of a box that says one headline twice, and then one paragraph."""
    if sheet.html:
        return {}
    boxes = [box for box in _list_boxes(sheet) if _is_teaser(box)]
    return {block.index: Kind.RELATED_LINK for box in boxes for block in box}


def _list_boxes(sheet: MarkedBlocks) -> Iterator[list[Block]]:
    """Yield the undecided lines that no blank line parts."""
    box: list[Block] = []
    for block in sheet.list_undecided():
        if box and (block.apart or block.index != box[-1].index + 1):
            yield box
            box = []
        box.append(block)
    if box:
        yield box


def _is_teaser(box: list[Block]) -> bool:
    """Whether headings, one of them twice, stand over one sentence: over verses that come again is none."""
    *headings, last = box
    if not last.is_sentence or last.weight < THRESHOLDS.headed_words:
        return False
    said = Counter(block.words for block in headings)
    titles = [
        words for words, times in said.items() if times == _TWICE and len(words) > THRESHOLDS.label_words
    ]
    return (
        len(titles) == 1
        and len(headings) <= THRESHOLDS.teaser_headings
        and all(not block.is_sentence and not block.text.endswith((",", ";", ":", "—")) for block in headings)
    )
