"""A photo credit names a photographer or an agency: “Photo: …”, “(Name/Agency via Archive)”."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.sheet import Block, Sheet
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.clean.words import Phrases, load_words
from build_tools.model.clean import Kind
from build_tools.text.language_files import gather_words, remember_for_languages

_SIGNS = ("/", "|", "©")


def decide(sheet: Sheet) -> Mapping[int, Kind]:
    """Take short lines that begin as a credit does, or that name an agency and say no sentence."""
    phrases = load_words(sheet.language).kinds["photo_credit"]
    return {block.index: Kind.PHOTO_CREDIT for block in sheet.open() if _credits(block, phrases)}


def _credits(block: Block, phrases: Phrases) -> bool:
    if block.weight > THRESHOLDS.credit_words:
        return False
    if block.words in phrases.whole:
        return True
    text = block.text.casefold()
    bracketed = text.startswith("(") and text.endswith(")")
    if phrases.started(block) and (bracketed or ":" in text[:25] or "/" in text or _agency(block, phrases)):
        return True
    if not _agency(block, phrases) or block.listed:
        return False
    return bracketed or (not block.ends and any(sign in text for sign in _load_signs()))


@remember_for_languages
def _load_signs() -> tuple[str, ...]:
    """What makes a line that names an agency a credit, in any language."""
    through = (f" {word} " for word in gather_words(lambda facts: facts.caption.through))
    return *_SIGNS, *through, *gather_words(lambda facts: facts.caption.signs)


def _agency(block: Block, phrases: Phrases) -> bool:
    return not phrases.core.isdisjoint(block.words)
