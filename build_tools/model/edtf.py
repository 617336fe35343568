"""Dates that may be uncertain, as EDTF (ISO 8601-2, levels 0 and 1, and sets of level 2) writes them.

Supported: `2022`, `2022-08`, `2022-08-10`, `2022-08-10T11:36` with or without seconds and zone, seasons
`2022-21`…`2022-24`, unspecified digits `202X`, `2022-XX`, `2022-08-XX`, qualifiers `?` `~` `%` at the end,
intervals `a/b` whose ends may be open (`..` or nothing), and one of several: `[a,b]`, `[a..b]`, `[a..]`,
`[..b]`. A zone is kept, and counts for nothing: that of most outlets is not known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache, total_ordering
from itertools import pairwise
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

from build_tools.model.date_point import DatePoint, parse_point

_OPEN = ("", "..")
"""How an end is written that is not known."""


@dataclass(frozen=True, slots=True)
class DateSpan:
    """From one date to another; the same one where a single date was written."""

    start: DatePoint | None
    """None where the start is open."""
    end: DatePoint | None
    """None where the end is open."""

    @property
    def is_single(self) -> bool:
        """Whether it is one date."""
        return self.start == self.end

    @property
    def earliest(self) -> date:
        """The first day that it may mean; `date.min` where the start is open."""
        return self.start.earliest if self.start else date.min

    @property
    def latest(self) -> date:
        """The last day; `date.max` where the end is open."""
        return self.end.latest if self.end else date.max

    @property
    def known(self) -> tuple[DatePoint, ...]:
        """The ends that are not open."""
        return tuple(point for point in (self.start, self.end) if point)


@total_ordering
@dataclass(frozen=True, slots=True, eq=False)
class Edtf:
    """An EDTF date. Orders by its earliest day, then its latest, then its text."""

    text: str
    """As written; `str()` gives it back."""
    earliest: date
    """The first day that it may mean; `date.min` where the start is open."""
    latest: date
    """The last day that it may mean; `date.max` where the end is open."""
    clock: time | None
    """Local time of day, for a single day only."""
    uncertain: bool
    """Marked `?` or `%`: the source of the date is doubted."""
    approximate: bool
    """Marked `~` or `%`: about then."""

    spans: tuple[DateSpan, ...]
    """What was written: one date or interval; several where it is one of a list."""
    is_one_of: bool
    """Written in brackets: one of these days, and not all of them."""

    @classmethod
    def parse(cls, text: str) -> Edtf:
        """Read an EDTF string; raises ValueError, in words for the keeper, for anything else."""
        return _parse_known(text)

    @classmethod
    def _parse_anew(cls, text: str) -> Edtf:
        one_of = text.startswith("[") and text.endswith("]")
        spans = tuple(_read_choices(text)) if one_of else (_read_span(text, "/"),)
        points = [point for span in spans for point in span.known]
        return cls(
            text=text,
            earliest=spans[0].earliest,
            latest=spans[-1].latest,
            clock=None if one_of or "/" in text else points[0].clock,
            uncertain=any(point.uncertain for point in points),
            approximate=any(point.approximate for point in points),
            spans=spans,
            is_one_of=one_of,
        )

    @property
    def start(self) -> DatePoint | None:
        """The date at its beginning; None where that is open."""
        return self.spans[0].start

    @property
    def end(self) -> DatePoint | None:
        """The date at its end, the same as `start` where one was written; None where the end is open."""
        return self.spans[-1].end

    @property
    def interval(self) -> bool:
        """Whether two ends were written, and all between them is meant."""
        return "/" in self.text

    @property
    def day_only(self) -> Edtf:
        """The same without a time of day."""
        return Edtf.parse(self.start.text) if self.clock and self.start else self

    @property
    def span(self) -> tuple[date, date]:
        """The first and last day that it may mean; of one with an open end, the day at its other end."""
        # by what was written, not by the day: a source of the year 1 has no open beginning
        return self.earliest if self.start else self.latest, self.latest if self.end else self.earliest

    @property
    def bounds(self) -> tuple[date, ...]:
        """The first and the last day of those that are not open."""
        return (*((self.earliest,) if self.start else ()), *((self.latest,) if self.end else ()))

    def __str__(self) -> str:
        return self.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __eq__(self, other: object) -> bool:
        return self.text == other.text if isinstance(other, Edtf) else NotImplemented

    def __lt__(self, other: Edtf) -> bool:
        return self._make_sort_key() < other._make_sort_key()

    def _make_sort_key(self) -> tuple[date, date, time, str]:
        # a time with a zone cannot be compared with one without
        clock = self.clock.replace(tzinfo=None) if self.clock else time.min
        return self.earliest, self.latest, clock, self.text

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: Any, _next: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        """Let a record's field be an EDTF string (or a year that YAML reads as a number)."""
        return core_schema.no_info_plain_validator_function(
            cls._from_yaml, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: core_schema.CoreSchema, _next: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Tell editors what is expected."""
        return {
            "type": ["string", "integer"],
            "description": "EDTF date: 2022, 2022-08~, 2022-08-10, a/b, [a..b]",
        }

    @classmethod
    def _from_yaml(cls, value: object) -> Edtf:
        if isinstance(value, Edtf):
            return value
        if isinstance(value, int) and not isinstance(value, bool):
            # YAML takes `2022` for a number, and EDTF’s years have four digits
            return cls.parse(f"{value:04d}")
        if not isinstance(value, str):
            raise ValueError("a date is written as text, such as 2022-08-10")  # noqa: TRY004 - pydantic's
        return cls.parse(value)


def parse_edtf(text: str) -> Edtf | None:
    """The date that a text is; None for one that a record may not have, or of a day that there is not."""
    try:
        return Edtf.parse(text)
    except ValueError:
        return None


# an archive has fifty dates for each source, and few that differ: what is equal is one value
@lru_cache(maxsize=1 << 14)
def _parse_known(text: str) -> Edtf:
    return Edtf._parse_anew(text)  # noqa: SLF001 - its own


def _read_span(text: str, between: str) -> DateSpan:
    start, joint, end = text.partition(between)
    if not joint:
        point = parse_point(text)
        return DateSpan(point, point)
    span = DateSpan(*(None if part in _OPEN else parse_point(part) for part in (start, end)))
    if not span.known:
        raise ValueError("an interval needs at least one end")
    if span.earliest > span.latest:
        raise ValueError(f"the interval {text} ends before it begins")
    return span


def _read_choices(text: str) -> Iterator[DateSpan]:
    """The dates of a set in brackets, each after the one before it."""
    choices = [_read_span(part.strip(), "..") for part in text[1:-1].split(",")]
    if len(choices) == 1 and choices[0].is_single:
        raise ValueError(f"{text} leaves no choice: write {text[1:-1]}")
    if any(point.clock for choice in choices for point in choice.known):
        raise ValueError("one of several dates has no time of day")
    if any(after.earliest <= before.latest for before, after in pairwise(choices)):
        raise ValueError(f"the dates of {text} are not in order")
    yield from choices
