"""A sign-up box is the site's: its heading, its promise, its field, its terms."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.prose import stretch
from build_tools.clean.sheet import Sheet
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.clean.words import load_words
from build_tools.model.clean import Kind
from build_tools.text.language_files import gather_words, remember_for_languages


def decide(sheet: Sheet) -> Mapping[int, Kind]:
    """Take the phrases of the table, what is set in one box with them, and a heading over the box."""
    phrases = load_words(sheet.language).kinds["newsletter"]
    said = {block.index for block in sheet.open() if phrases.fit(block)}
    found = said | _boxed(sheet, said) | _headings(sheet, said)
    for block in sheet.open():
        if (
            block.index - 1 in found
            and block.weight <= THRESHOLDS.newsletter_terms_words
            and _terms(block.text)
        ):
            found.add(block.index)
    return dict.fromkeys(sorted(found), Kind.NEWSLETTER)


def _boxed(sheet: Sheet, said: set[int]) -> set[int]:
    """Return the lines that follow a phrase without a blank line, up to a further phrase."""
    boxed: set[int] = set()
    waiting: set[int] | None = None
    for block in sheet.blocks:
        if block.index in said:
            boxed |= waiting or set()
            waiting = set()
        elif (
            waiting is None
            or block.apart
            or block.weight > THRESHOLDS.newsletter_box_words
            or block.index in sheet.marks
        ):
            waiting = None
        else:
            waiting.add(block.index)
    return boxed


def _headings(sheet: Sheet, said: set[int]) -> set[int]:
    """Return the short lines right over a phrase, outside the article."""
    article = stretch(sheet)
    return {
        block.index
        for block in sheet.open()
        if block.index + 1 in said
        and THRESHOLDS.newsletter_heading_shortest <= block.weight <= THRESHOLDS.newsletter_heading_longest
        and not block.ends
        and block.index not in article
    }


@remember_for_languages
def _load_terms() -> frozenset[str]:
    """What small print speaks of, in any language."""
    return gather_words(lambda facts: facts.terms)


def _terms(text: str) -> bool:
    folded = text[:300].casefold()
    return any(term in folded for term in _load_terms())
