"""Passages → their figures, because numbers are what sources most often disagree about."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from build_tools.annotate.dates import PASSAGES, dates_in, told_against
from build_tools.annotate.numerals import Number
from build_tools.annotate.passages import Passage, mark
from build_tools.annotate.reading import Reading
from build_tools.annotate.spans import Mask, Span
from build_tools.annotate.words import load_words
from build_tools.model.annotation import Annotation, Motivation
from build_tools.text.date_reader import PublicationDay


def figures(reading: Reading) -> Iterator[Annotation]:
    """One annotation for each number, range or vague number that is not part of a date or a name."""
    published = told_against(reading.record)
    for passage in reading.passages:
        numbers = figures_in(passage, published)
        names = Mask(len(passage.text), _names(passage, reading) if numbers else ())
        for number in numbers:
            span = (number.start, number.end)
            if not names.holds(*span):
                yield mark(passage, span, Motivation.FIGURE, number.value, "number")


def _names(passage: Passage, reading: Reading) -> Iterator[Span]:
    """Where names stand: a mention with a capital letter (*3 AC*), unlike one without (*ten volunteers*)."""
    for found in reading.mentions(passage):
        if any(character.isupper() for character in passage.text[found.start : found.end]):
            yield found.start, found.end


@lru_cache(maxsize=PASSAGES)
def figures_in(passage: Passage, published: PublicationDay) -> tuple[Number, ...]:
    """The numbers of a passage, those of its dates left out. Remembered, because hedges need them too."""
    numbers = load_words(passage.language).numerals.find(passage.text)
    if not numbers:
        return ()
    dates = Mask(len(passage.text), ((d.start, d.end) for d in dates_in(passage, published)))
    return tuple(n for n in numbers if not dates.meets(n.start, n.end))
