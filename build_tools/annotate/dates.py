"""Passages → their dates, told against the day of publication where that is safe."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from build_tools.annotate.passages import Passage, mark
from build_tools.annotate.reading import Reading
from build_tools.annotate.words import load_words
from build_tools.model.annotation import Annotation, Motivation
from build_tools.model.record import Basis, How, Record
from build_tools.text.date_reader import DateInText, PublicationDay

PASSAGES = 1 << 13
"""Passages whose dates and figures are remembered: more than those of the longest source."""

_PASSED_ON = frozenset({How.REPUBLISHES, How.TRANSLATES})


def dates(reading: Reading) -> Iterator[Annotation]:
    """One annotation for each date; its value is EDTF, or empty where the date cannot be told."""
    published = told_against(reading.record)
    for passage in reading.passages:
        for found in dates_in(passage, published):
            yield mark(passage, (found.start, found.end), Motivation.DATE, found.value, "date")


@lru_cache(maxsize=PASSAGES)
def dates_in(passage: Passage, published: PublicationDay) -> tuple[DateInText, ...]:
    """The dates of a passage. Remembered, because figures and hedges must know them too."""
    return load_words(passage.language).dates.find(passage.text, published)


def told_against(record: Record) -> PublicationDay:
    """What relative dates of a source can be told against.

    *Last week* is told only where the day of publication was stated or stands in the address, and the words
    are not another report's, passed on: then it would be the other report's week.
    """
    when = record.published.date
    one_month = (when.earliest.year, when.earliest.month) == (when.latest.year, when.latest.month)
    sure = when.earliest == when.latest and record.published.basis is not Basis.INFERRED
    own = not any(r.how in _PASSED_ON for r in record.retells)
    return PublicationDay(
        day=when.earliest if sure and own else None,
        year=when.earliest.year if one_month else None,
        month=when.earliest.month if one_month else None,
    )
