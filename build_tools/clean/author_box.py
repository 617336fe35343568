"""A heading → whether it opens the box on who wrote: their name, and a paragraph that begins with it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from build_tools.clean.blocks import Block, MarkedBlocks
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.model.clean import Kind
from build_tools.text.language_files import gather_words, remember_for_languages

_NAMED_UNDER = (Kind.BYLINE, Kind.DATELINE)
"""Where a page names who wrote: a dateline may do both."""
_MOST_SIGNERS = 300


def list_signers(sheet: MarkedBlocks) -> list[Block]:
    """Return the first lines that may say who wrote; no page has more, and each is asked again and again."""
    return list(islice((line for line in sheet.blocks if _may_sign(sheet, line)), _MOST_SIGNERS))


def is_author_heading(sheet: MarkedBlocks, block: Block, signers: Sequence[Block]) -> bool:
    """Whether a short line names who wrote (“About Oda Brask”), and what follows tells of that person."""
    name = block.words[1:] if block.words and block.words[0] in _load_about() else block.words
    # a known byline stands over what somebody wrote: entries of a live report have one each
    if block.index in sheet.marks and name == block.words:
        return False
    # no person has a number in their name, firms have
    if (
        len(name) < THRESHOLDS.signature_shortest
        or block.weight > THRESHOLDS.signature_longest
        or "#" in name
    ):
        return False
    after = sheet.blocks[block.index + 1] if block.index + 1 < len(sheet.blocks) else block
    if after.weight < THRESHOLDS.headed_words or not after.word_set.issuperset(name):
        return False
    return any(line.index < block.index and line.word_set.issuperset(name) for line in signers)


def _may_sign(sheet: MarkedBlocks, line: Block) -> bool:
    """Whether a line says who wrote, or is short, no sentence and has a date in it."""
    if sheet.get_kind(line.index) in _NAMED_UNDER:
        return True
    return "#" in line.words and line.weight <= THRESHOLDS.byline_words and not line.is_sentence


@remember_for_languages
def _load_about() -> frozenset[str]:
    """What may stand before the name, in any language."""
    return gather_words(lambda facts: facts.credits.about)
