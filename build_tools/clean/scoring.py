"""Block → its score as article text (main content) or boilerplate (page furniture), by itself."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from build_tools.clean.blocks import Block, MarkedBlocks
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.model.clean import Kind

_KIND_SCORES = {
    Kind.TITLE: THRESHOLDS.beside_score,
    Kind.BYLINE: THRESHOLDS.beside_score,
    Kind.DATELINE: THRESHOLDS.beside_score,
    Kind.PHOTO_CREDIT: THRESHOLDS.beside_score,
    Kind.CAPTION: THRESHOLDS.beside_score,
    Kind.STANDFIRST: THRESHOLDS.beside_score,
    Kind.CROSSHEAD: 0.0,
}
"""Decided kinds that stand inside articles as well as beside them."""
_INSET_RULES = frozenset({"doubled_teaser"})
"""What they take is a box of several lines that pages set amid their article: it must not part it."""
# followed by white space or a closing mark: not the dot of “1.5” or of an address
_MARK = re.compile(r"[.!?…。！？](?:\s|$|[\"'”’»“)\]）」』])")
# after @ or # it is an account or a tag
_GLUED = re.compile(
    r"(?<![@#\w])[^\W\d_]*[a-zа-яёіїєґ]{3}[.!?]?[A-ZА-ЯЁІЇЄҐ][a-zа-яёіїєґ]+(?=[\s,])"
    r"|(?<!\w)[^\W\d_]*[a-zа-яёіїєґ]{3}[.!?][A-ZА-ЯЁІЇЄҐ](?=\s)"
)
"""Two words run together: a headline and its teaser, or a name (“GateHouse”, but never “McDonald”)."""
_TURN = re.compile(r"[a-zа-яёіїєґ][.!?]?[A-ZА-ЯЁІЇЄҐ]")
"""What stands in every such pair: looked for first, for it is found in no time."""
_START = 400
"""Characters of a block in which a teaser's headline ends."""


def score_blocks_alone(sheet: MarkedBlocks) -> list[float]:
    """Return what each block counts by itself, by place."""
    glued = _find_run_together(sheet)
    return [_score_block(sheet, block, glued=block.index in glued) for block in sheet.blocks]


def _find_run_together(sheet: MarkedBlocks) -> frozenset[int]:
    """Return the places of blocks with two words run together that no other block says: else it is a name."""
    # markup parts a headline from its teaser; only plain text runs them together
    if sheet.html:
        return frozenset()
    glued = ((block.index, _find_glued(block.text[:_START])) for block in sheet.list_undecided())
    tokens_at = {place: tokens for place, tokens in glued if tokens}
    texts = {sheet.blocks[place].text: tokens for place, tokens in tokens_at.items()}
    said = Counter(token for tokens in texts.values() for token in tokens)
    return frozenset(
        place for place, tokens in tokens_at.items() if any(said[token] == 1 for token in tokens)
    )


# more than the blocks of any usual page, of which rule after rule asks
@lru_cache(maxsize=4096)
def _find_glued(text: str) -> frozenset[str]:
    """Two words run together, remembered: the rules ask of the same blocks again and again."""
    return frozenset(_GLUED.findall(text)) if _TURN.search(text) else frozenset()


def _score_block(sheet: MarkedBlocks, block: Block, *, glued: bool) -> float:
    mark = sheet.marks.get(block.index)
    if mark:
        if mark.rule in _INSET_RULES:
            return THRESHOLDS.beside_score
        return _KIND_SCORES.get(mark.kind, THRESHOLDS.chrome_score)
    if (
        sheet.blocks.times[block.index] >= THRESHOLDS.repeated_times
        and block.weight < THRESHOLDS.long_words
        and not block.main
    ):
        return THRESHOLDS.repeated_score
    return score_prose(block, glued=glued)


def score_prose(block: Block, *, glued: bool = False) -> float:
    """Return how much an undecided block looks like prose: its words, or a negative number."""
    if block.is_linked:
        return THRESHOLDS.loose_score
    loose = (
        (THRESHOLDS.cell_score if block.tag in {"td", "th", "tr"} else THRESHOLDS.loose_in_main_score)
        if block.main
        else THRESHOLDS.loose_score
    )
    if block.weight >= THRESHOLDS.long_words:
        share = (
            THRESHOLDS.teaser_share if glued else THRESHOLDS.long_entry_share if block.is_list_entry else 1.0
        )
        return (
            min(block.weight, THRESHOLDS.most_words) * share
            if _MARK.search(block.text)
            else THRESHOLDS.unmarked_score
        )
    # what announces a list, verses or a letter is a sentence too, if it is long enough to be no label
    announces = block.weight >= THRESHOLDS.middling_words and block.text.endswith((":", "："))
    if block.is_sentence or announces:
        return block.weight * (
            THRESHOLDS.teaser_share if block.is_list_entry or glued else THRESHOLDS.sentence_share
        )
    if block.weight >= THRESHOLDS.middling_words:
        return THRESHOLDS.middling_entry_score if block.is_list_entry else THRESHOLDS.unmarked_score
    return (
        loose
        if block.is_list_entry
        else min(loose + block.weight * THRESHOLDS.loose_word_score, THRESHOLDS.loose_most)
    )
