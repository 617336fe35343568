"""Passages → the words that weaken a statement or hand it to someone else, by the tables of languages/."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from build_tools.annotate.annotation_input import AnnotationInput
from build_tools.annotate.dates import choose_reference_day, find_dates
from build_tools.annotate.figure_mentions import find_figures
from build_tools.annotate.language_tables import load_language_table
from build_tools.annotate.target_passages import TargetPassage, annotate_span
from build_tools.model.annotation import MOST_MARKS, Annotation, Motivation
from build_tools.text.relative_dates import PublicationDay
from build_tools.text.spans import Mask, Span

APPROXIMATION = "approximation"
"""The kind of hedge that is one only before a figure: *around*, *up to*."""

# what a hedge weakens is the next word, or the one after an article
_BLANK = re.compile(r"\s+")
_GAP = re.compile(r"\s+(?:an?\s+)?", re.IGNORECASE)


def annotate_hedges(reading: AnnotationInput) -> Iterator[Annotation]:
    """One annotation for each hedge; its value is the kind: attribution, doubt or approximation."""
    published = choose_reference_day(reading.record)
    for passage in reading.passages:
        for kind, span in find_hedges(passage, published):
            yield annotate_span(passage, span, Motivation.HEDGE, kind, "hedge")


def find_hedges(passage: TargetPassage, published: PublicationDay) -> Iterator[tuple[str, Span]]:
    """The hedges of a passage; of those that overlap the one before a figure, else the first and longest."""
    end_of_last = 0
    for start, end, kind in sorted(_list_candidates(passage, published), key=lambda c: (c[0], -c[1], c[2])):
        if start >= end_of_last:
            end_of_last = end
            yield kind, (start, end)


def _list_candidates(passage: TargetPassage, published: PublicationDay) -> Iterator[tuple[int, int, str]]:
    """All hedges but those inside a date (the month of May), and approximations without a figure."""
    text = passage.folded
    hedges = tuple(islice(load_language_table(passage.language).hedging.find_hedges(text), MOST_MARKS))
    if not hedges:
        return
    dates = Mask(len(text), ((d.start, d.end) for d in find_dates(passage, published)))
    numbers = find_figures(passage, published)
    figures, starts = Mask(len(text), ((n.start, n.end) for n in numbers)), {n.start for n in numbers}
    for start, end, kind in hedges:
        # within a range a hedge stands before its upper end: $2 to roughly $5
        counted = figures.holds(start, end) or not starts.isdisjoint(_find_next_words(text, end))
        if not dates.meets(start, end) and (counted or kind != APPROXIMATION):
            yield start, end, kind


def _find_next_words(text: str, end: int) -> tuple[int, int]:
    """Where the next word begins, and where it does with an article passed over: *roughly a 20-man crew*."""
    blank, article = _BLANK.match(text, end), _GAP.match(text, end)
    return blank.end() if blank else end, article.end() if article else end
