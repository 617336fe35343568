"""A photo credit names a photographer or an agency: “Photo: …”, “(Name/Agency via Archive)”."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.blocks import Block, MarkedBlocks
from build_tools.clean.chrome_phrases import Phrases, load_chrome_table
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.model.clean import Kind
from build_tools.text.language_files import gather_words, remember_for_languages

_SIGNS = ("/", "|", "©")


def find_photo_credits(sheet: MarkedBlocks) -> Mapping[int, Kind]:
    """Take short lines that begin as a credit does, or that name an agency and say no sentence."""
    phrases = load_chrome_table(sheet.language).kinds["photo_credit"]
    return {block.index: Kind.PHOTO_CREDIT for block in sheet.list_undecided() if _is_credit(block, phrases)}


def _is_credit(block: Block, phrases: Phrases) -> bool:
    if block.weight > THRESHOLDS.credit_words:
        return False
    if block.words in phrases.whole:
        return True
    text = block.text.casefold()
    bracketed = text.startswith("(") and text.endswith(")")
    if phrases.is_opening_of(block) and (
        # the colon of a label, not one of a sentence
        bracketed or ":" in text[:25] or "/" in text or _has_agency(block, phrases)
    ):
        return True
    if not _has_agency(block, phrases) or block.is_list_entry:
        return False
    return bracketed or (not block.is_sentence and any(sign in text for sign in _load_signs()))


@remember_for_languages
def _load_signs() -> tuple[str, ...]:
    """What makes a line that names an agency a credit, in any language."""
    through = (f" {word} " for word in gather_words(lambda facts: facts.caption.through))
    return *_SIGNS, *through, *gather_words(lambda facts: facts.caption.signs)


def _has_agency(block: Block, phrases: Phrases) -> bool:
    return not phrases.core.isdisjoint(block.words)
