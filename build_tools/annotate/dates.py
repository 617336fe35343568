"""Passages → their dates, told against the day of publication where that is safe."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from build_tools.annotate.annotation_input import AnnotationInput
from build_tools.annotate.language_tables import load_language_table
from build_tools.annotate.target_passages import TargetPassage, annotate_span
from build_tools.model.annotation import Annotation, Motivation
from build_tools.model.record import Basis, How, Record
from build_tools.text.date_reader import DateInText
from build_tools.text.relative_dates import PublicationDay

REMEMBERED_PASSAGES = 1 << 17
"""Passages whose dates and figures are remembered: more than a source may have."""

_PASSED_ON = frozenset({How.REPUBLISHES, How.TRANSLATES})


def annotate_dates(reading: AnnotationInput) -> Iterator[Annotation]:
    """One annotation for each date; its value is EDTF, or empty where the date cannot be told."""
    published = choose_reference_day(reading.record)
    for passage in reading.passages:
        for mention in find_dates(passage, published):
            yield annotate_span(passage, (mention.start, mention.end), Motivation.DATE, mention.value, "date")


@lru_cache(maxsize=REMEMBERED_PASSAGES)
def find_dates(passage: TargetPassage, published: PublicationDay) -> tuple[DateInText, ...]:
    """The dates of a passage. Remembered, because figures and hedges must know them too."""
    return load_language_table(passage.language).dates.find_dates(passage.plain.text, published)


def choose_reference_day(record: Record) -> PublicationDay:
    """What relative dates of a source can be told against.

    *Last week* is told only where the day of publication was stated or stands in the address, and the words
    are not another report's, passed on: then it would be the other report's week.
    """
    when = record.published.date
    # of one with an open end the last day is the calendar's, not the source's
    known = len(when.bounds) == 2  # noqa: PLR2004 - both ends
    one_month = known and (when.earliest.year, when.earliest.month) == (when.latest.year, when.latest.month)
    sure = known and when.earliest == when.latest and record.published.basis is not Basis.INFERRED
    own = not any(r.how in _PASSED_ON for r in record.retells)
    return PublicationDay(
        day=when.earliest if sure and own else None,
        year=when.earliest.year if one_month else None,
        month=when.earliest.month if one_month else None,
    )
