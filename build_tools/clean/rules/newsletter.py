"""A sign-up box is the site's: its heading, its promise, its field, its terms."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.blocks import MarkedBlocks
from build_tools.clean.chrome_phrases import load_chrome_table
from build_tools.clean.segment import find_article_span
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.model.clean import Kind
from build_tools.text.language_files import gather_words, remember_for_languages


def find_newsletter_boxes(sheet: MarkedBlocks) -> Mapping[int, Kind]:
    """Take the phrases of the table, what is set in one box with them, and a heading over the box."""
    phrases = load_chrome_table(sheet.language).kinds["newsletter"]
    said = {at for at in phrases.find_said(sheet.blocks) if at not in sheet.marks}
    places = said | _find_boxed_lines(sheet, said) | _find_box_headings(sheet, said)
    for block in sheet.list_undecided():
        follows = block.index - 1 in places and block.weight <= THRESHOLDS.newsletter_terms_words
        if follows and any(term in block.text.casefold() for term in _load_terms()):
            places.add(block.index)
    return dict.fromkeys(sorted(places), Kind.NEWSLETTER)


def _find_boxed_lines(sheet: MarkedBlocks, said: set[int]) -> set[int]:
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


def _find_box_headings(sheet: MarkedBlocks, said: set[int]) -> set[int]:
    """Return the short lines right over a phrase, outside the article."""
    if not said:
        return set()
    article = find_article_span(sheet)
    return {
        block.index
        for block in sheet.list_undecided()
        if block.index + 1 in said
        and THRESHOLDS.newsletter_heading_shortest <= block.weight <= THRESHOLDS.newsletter_heading_longest
        and not block.is_sentence
        and block.index not in article
    }


@remember_for_languages
def _load_terms() -> frozenset[str]:
    """What small print speaks of, in any language."""
    return gather_words(lambda facts: facts.terms)
