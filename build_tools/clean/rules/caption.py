"""A caption names its picture's source at its end, or is set right under or over a photo credit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from build_tools.clean.blocks import Block, MarkedBlocks
from build_tools.clean.chrome_phrases import load_chrome_table
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.model.clean import Kind
from build_tools.text.language_files import gather_words, match_any, remember_for_languages

# one word after dots
_FOLDED = re.compile(r"(?:…|\.\.\.)\s*[^\W\d_]+$")


def find_captions(sheet: MarkedBlocks) -> Mapping[int, Kind]:
    """Take blocks that end with a credit or call themselves captions, and those attached to a credit."""
    credits_ = {block.index for block in sheet.list_of_kind(Kind.PHOTO_CREDIT)}
    apart = not sheet.html and _has_spaced_prose(sheet)
    core = load_chrome_table(sheet.language).kinds["photo_credit"].core
    return {
        block.index: Kind.CAPTION
        for block in sheet.list_undecided()
        if _says_caption(block)
        or _has_agency_end(block, core)
        or (apart and _is_attached_to_credit(sheet, block, credits_))
        or _is_doubled(sheet, block)
    }


def _says_caption(block: Block) -> bool:
    if not THRESHOLDS.caption_shortest <= block.weight <= THRESHOLDS.caption_words:
        return False
    named, ended = _load_patterns()
    # no form of an end is longer
    return named.match(block.text) is not None or ended.search(block.text[-140:]) is not None


@remember_for_languages
def _load_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How a caption begins that calls itself one, and how one ends that names its source, in any language."""
    named = match_any(gather_words(lambda facts: facts.caption.named))
    picture = match_any(gather_words(lambda facts: facts.caption.picture))
    credit = match_any(gather_words(lambda facts: facts.caption.credit))
    by = match_any(gather_words(lambda facts: facts.caption.credit_by))
    bracketed = match_any(gather_words(lambda facts: facts.caption.bracketed))
    counter = match_any(gather_words(lambda facts: facts.caption.counter))
    begins = (
        # six words after “Photo:”, or it is a credit; and “3/12 …”, as galleries count
        rf"{named}\b|{picture}\s*:\s*\w+(?:\W+\w+){{5}}"
        rf"|\d{{1,3}}\s*(?:/|{counter})\s*\d{{1,3}}\s+\w"
    )
    ends = (
        # a label and a name; an agency in brackets; “(Name/Agency)”
        rf"(?:\b{credit}(?: {by})?\s*(?:[:…]|\.{{3}})[^.]{{2,60}}\)?\s*"
        rf"|\(\s*{bracketed}[^()]{{2,60}}\)|[(\[][^()\[\]]{{2,60}}/[^()\[\]]{{2,60}}[)\]])\W*$"
    )
    return re.compile(begins, re.IGNORECASE), re.compile(ends, re.IGNORECASE)


def _has_agency_end(block: Block, core: frozenset[str]) -> bool:
    """Whether it ends with an agency in brackets or after the last full stop: “… on Monday. Name/Agency”."""
    if not THRESHOLDS.signed_shortest <= block.weight <= THRESHOLDS.caption_words:
        return False
    # a little more than the longest name, which is looked at below
    tail = re.split(r"[.(\[]\s", block.text[-80:].rstrip(" )].") + " ")[-1]
    tail = tail.rpartition("(")[2]
    words = re.findall(r"[^\W\d_]+", tail.casefold())
    signed = (
        "/" in tail
        or "|" in tail
        or not _load_words_between().isdisjoint(words)
        or block.text.rstrip().endswith(")")
    )
    return (
        len(words) <= THRESHOLDS.signature_tail_words
        and signed
        and not core.isdisjoint(words)
        and len(tail) < THRESHOLDS.signature_tail_letters
    )


@remember_for_languages
def _load_words_between() -> frozenset[str]:
    """Words between an agency and where a picture came from, in any language."""
    return gather_words(lambda facts: facts.caption.through)


def _is_doubled(sheet: MarkedBlocks, block: Block) -> bool:
    """Whether a long passage is printed twice in a row, as galleries do with their captions."""
    # what begins in the middle of a sentence is a verse, given again as refrains are
    if block.weight < THRESHOLDS.doubled_words or block.begins_amid:
        return False
    return any(_is_same_caption(neighbour, block) for neighbour in _list_neighbours(sheet, block.index))


def _drop_fold(block: Block) -> tuple[str, ...]:
    """The words without the button behind a text that is cut off: “… more”."""
    return block.words[:-1] if _FOLDED.search(block.text) else block.words


def _list_neighbours(sheet: MarkedBlocks, index: int) -> Iterator[Block]:
    """Yield the blocks before and after, beyond what is decided between (credits, counters)."""
    for step in (-1, 1):
        # four blocks at most: credits and counters are few, and what stands further off is no neighbour
        beside = next((at for at in range(index + step, index + 5 * step, step) if at not in sheet.marks), -1)
        if 0 <= beside < len(sheet.blocks):
            yield sheet.blocks[beside]


def _is_same_caption(one: Block, other: Block) -> bool:
    """Whether two passages are the same but for a number before, a credit after, or what is folded away."""
    first, second = _drop_fold(one), _drop_fold(other)
    length = min(len(first), len(second))
    return length >= THRESHOLDS.doubled_words and (
        first[:length] == second[:length] or first[-length:] == second[-length:]
    )


def _has_spaced_prose(sheet: MarkedBlocks) -> bool:
    prose = [
        block for block in sheet.blocks if block.weight >= THRESHOLDS.parted_prose_words and block.is_sentence
    ]
    return sum(block.apart for block in prose) > THRESHOLDS.parted_prose_share * len(prose)


def _is_attached_to_credit(sheet: MarkedBlocks, block: Block, credits_: set[int]) -> bool:
    if (
        not block.is_sentence
        or block.is_list_entry
        or block.weight < THRESHOLDS.attached_caption_words
        or len(block.lines) > 1
    ):
        return False
    above = not block.apart and block.index - 1 in credits_
    below = block.index + 1 in credits_ and not sheet.blocks[block.index + 1].apart
    return above or below
