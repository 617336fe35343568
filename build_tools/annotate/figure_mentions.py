"""Passages → their figures, because numbers are what sources most often disagree about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from build_tools.annotate.annotation_input import AnnotationInput
from build_tools.annotate.dates import REMEMBERED_PASSAGES, choose_reference_day, find_dates
from build_tools.annotate.language_tables import load_language_table
from build_tools.annotate.number_mention import NumberMention
from build_tools.annotate.target_passages import TargetPassage, annotate_span
from build_tools.annotate.year_counts import YearOrCount
from build_tools.model.annotation import Annotation, Motivation
from build_tools.text.relative_dates import PublicationDay
from build_tools.text.spans import Mask, Span


def annotate_figures(reading: AnnotationInput) -> Iterator[Annotation]:
    """One annotation for each number, range or vague number that is not part of a date or a name."""
    published = choose_reference_day(reading.record)
    for passage in reading.passages:
        numbers = find_figures(passage, published)
        names = Mask(len(passage.folded), _list_name_spans(passage, reading) if numbers else ())
        for number in numbers:
            span = (number.start, number.end)
            if not names.holds(*span):
                yield annotate_span(passage, span, Motivation.FIGURE, number.value, "number")


def _list_name_spans(passage: TargetPassage, reading: AnnotationInput) -> Iterator[Span]:
    """Where names stand: a mention with a capital letter (*3 AC*), unlike one without (*ten volunteers*)."""
    for mention in reading.find_mentions(passage):
        if any(character.isupper() for character in passage.plain.text[mention.start : mention.end]):
            yield mention.start, mention.end


def find_figures(passage: TargetPassage, published: PublicationDay) -> tuple[NumberMention, ...]:
    """The numbers of a passage, those of its dates and those in doubt left out."""
    return tuple(number for number in read_figures(passage, published) if number.doubt is None)


@lru_cache(maxsize=REMEMBERED_PASSAGES)
def read_figures(passage: TargetPassage, published: PublicationDay) -> tuple[NumberMention, ...]:
    """The same with those in doubt. Remembered, because hedges need them too."""
    table = load_language_table(passage.language)
    text = passage.plain.text
    if not table.numerals.may_have_numbers(text):
        return ()
    dates = [(date.start, date.end) for date in find_dates(passage, published)]
    numbers = table.numerals.find_numbers(text, dates)
    days = _find_doubtful_days(table.years, text, dates) if "/" in text else []
    if days:
        strokes = Mask(len(text), ((day.start, day.end) for day in days))
        numbers = tuple(n for n in numbers if not strokes.meets(n.start, n.end))
    judged = (table.years.judge(text, number) for number in numbers)
    told = [number for number in (*judged, *days) if number is not None]
    told.sort(key=lambda number: number.start)
    starts = frozenset(start for start, _ in dates)
    return tuple(number for number in told if not table.years.lists_day(text, number, starts))


def _find_doubtful_days(years: YearOrCount, text: str, dates: Sequence[Span]) -> list[NumberMention]:
    dated = Mask(len(text), dates)
    return [day for day in years.list_doubtful_days(text) if not dated.meets(day.start, day.end)]
