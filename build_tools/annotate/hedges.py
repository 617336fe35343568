"""Passages → the words that weaken a statement or hand it to someone else, by the tables of languages/."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.annotate.dates import dates_in, told_against
from build_tools.annotate.figures import figures_in
from build_tools.annotate.passages import Passage, mark
from build_tools.annotate.reading import Reading
from build_tools.annotate.spans import Mask, Span
from build_tools.annotate.words import load_words
from build_tools.model.annotation import Annotation, Motivation
from build_tools.text.date_reader import PublicationDay

APPROXIMATION = "approximation"
"""The kind of hedge that is one only before a figure: *around*, *up to*."""

_GAP = re.compile(r"\s+(?:an?\s+)?", re.IGNORECASE)


def hedges(reading: Reading) -> Iterator[Annotation]:
    """One annotation for each hedge; its value is the kind: attribution, doubt or approximation."""
    published = told_against(reading.record)
    for passage in reading.passages:
        for kind, span in hedges_in(passage, published):
            yield mark(passage, span, Motivation.HEDGE, kind, "hedge")


def hedges_in(passage: Passage, published: PublicationDay) -> Iterator[tuple[str, Span]]:
    """The hedges of a passage; of those that overlap the one before a figure, else the first and longest."""
    end_of_last = 0
    for start, end, kind in sorted(_candidates(passage, published), key=lambda c: (c[0], -c[1], c[2])):
        if start >= end_of_last:
            end_of_last = end
            yield kind, (start, end)


def _candidates(passage: Passage, published: PublicationDay) -> Iterator[tuple[int, int, str]]:
    """All hedges but those inside a date (the month of May), and approximations without a figure."""
    text = passage.folded
    found = tuple(load_words(passage.language).hedging.find(text))
    if not found:
        return
    dates = Mask(len(text), ((d.start, d.end) for d in dates_in(passage, published)))
    numbers = figures_in(passage, published)
    figures, starts = Mask(len(text), ((n.start, n.end) for n in numbers)), {n.start for n in numbers}
    for start, end, kind in found:
        # within a range a hedge stands before its upper end: $2 to roughly $5
        counted = figures.holds(start, end) or _next_word(text, end) in starts
        if not dates.meets(start, end) and (counted or kind != APPROXIMATION):
            yield start, end, kind


def _next_word(text: str, end: int) -> int:
    """Where the next word begins, an article passed over: *roughly a dozen*."""
    found = _GAP.match(text, end)
    return found.end() if found else end
