"""A sign-up box is the site's: its heading, its promise, its terms."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.sheet import Sheet
from build_tools.clean.words import load_words
from build_tools.model.clean import Kind

_TERMS = (
    "privacy policy",
    "terms of",
    "конфиденциальности",
    "конфіденційності",
    "datenschutz",
    "confidentialité",
    "privacidad",
)


def decide(sheet: Sheet) -> Mapping[int, Kind]:
    """Take the phrases of the table, and the short line with the terms right after them."""
    phrases = load_words(sheet.language).kinds["newsletter"]
    found = {block.index: Kind.NEWSLETTER for block in sheet.open() if phrases.fit(block)}
    for block in sheet.open():
        if block.index - 1 in found and block.weight <= 20 and _terms(block.text):  # noqa: PLR2004
            found[block.index] = Kind.NEWSLETTER
    return found


def _terms(text: str) -> bool:
    folded = text[:300].casefold()
    return any(term in folded for term in _TERMS)
