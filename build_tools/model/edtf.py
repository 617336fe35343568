"""Dates that may be uncertain, as EDTF (ISO 8601-2, levels 0 and 1) writes them.

Supported: `2022`, `2022-08`, `2022-08-10`, `2022-08-10T11:36`, seasons `2022-21`…`2022-24`, unspecified
digits `202X`, `2022-XX`, `2022-08-XX`, qualifiers `?` `~` `%` at the end, and intervals `a/b` whose ends may
be open (`..` or nothing). The time of day is local to the outlet; an offset is not kept, because none of
ours could be trusted.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, time
from functools import total_ordering
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}
"""Months of a season within its own year; winter gets December alone, to stay in the year."""

_POINT = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)"
    r"(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX)(?:T(?P<time>\d{2}:\d{2}))?)?)?"
    r"(?P<qualifier>[?~%]?)",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class _Point:
    earliest: date
    latest: date
    clock: time | None
    uncertain: bool
    approximate: bool


def _years(text: str) -> tuple[int, int]:
    first, last = int(text.replace("X", "0")), int(text.replace("X", "9"))
    if first < 1:
        raise ValueError("year 0 is not a year of this calendar")
    return first, last


def _days(year: str, month: str | None, day: str | None) -> tuple[date, date]:
    first, last = _years(year)
    if month in (None, "XX"):
        if day not in (None, "XX"):
            raise ValueError("a day needs its month")
        return date(first, 1, 1), date(last, 12, 31)
    if first != last:
        raise ValueError("a month needs its whole year")
    number = int(month or 0)
    if day is None and number in _SEASONS:
        start, end = _SEASONS[number]
        return date(first, start, 1), date(first, end, calendar.monthrange(first, end)[1])
    if not 1 <= number <= 12:  # noqa: PLR2004 - months
        raise ValueError(f"there is no month {month}")
    length = calendar.monthrange(first, number)[1]
    if day in (None, "XX"):
        return date(first, number, 1), date(first, number, length)
    if not 1 <= int(day or 0) <= length:
        raise ValueError(f"{calendar.month_name[number]} {first} has no day {day}")
    return (exact := date(first, number, int(day or 0))), exact


def _point(text: str) -> _Point:
    match = _POINT.fullmatch(text)
    if match is None:
        raise ValueError(f"“{text}” is not an EDTF date such as 2022, 2022-08~ or 2022-08-10")
    earliest, latest = _days(match["year"], match["month"], match["day"])
    if match["time"] and "X" in (match["day"] or ""):
        raise ValueError("a time of day needs its day")
    qualifier = match["qualifier"]
    return _Point(
        earliest,
        latest,
        time.fromisoformat(match["time"]) if match["time"] else None,
        qualifier in ("?", "%"),
        qualifier in ("~", "%"),
    )


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

    @classmethod
    def parse(cls, text: str) -> Edtf:
        """Read an EDTF string; raises ValueError, in words for the keeper, for anything else."""
        start, slash, end = text.partition("/")
        if not slash:
            point = _point(text)
            return cls(text, point.earliest, point.latest, point.clock, point.uncertain, point.approximate)
        left = None if start in ("", "..") else _point(start)
        right = None if end in ("", "..") else _point(end)
        if left is None and right is None:
            raise ValueError("an interval needs at least one end")
        ends = [p for p in (left, right) if p]
        earliest = left.earliest if left else date.min
        latest = right.latest if right else date.max
        if earliest > latest:
            raise ValueError(f"the interval {text} ends before it begins")
        return cls(
            text, earliest, latest, None, any(p.uncertain for p in ends), any(p.approximate for p in ends)
        )

    @property
    def interval(self) -> bool:
        """Whether two ends were written."""
        return "/" in self.text

    @property
    def span(self) -> tuple[date, date]:
        """The first and last day that it may mean; of one with an open end, the day at its other end."""
        first = self.latest if self.earliest == date.min else self.earliest
        last = self.earliest if self.latest == date.max else self.latest
        return first, last

    def __str__(self) -> str:
        return self.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __eq__(self, other: object) -> bool:
        return self.text == other.text if isinstance(other, Edtf) else NotImplemented

    def __lt__(self, other: Edtf) -> bool:
        return self._key() < other._key()

    def _key(self) -> tuple[date, date, time, str]:
        return self.earliest, self.latest, self.clock or time.min, self.text

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
        return {"type": ["string", "integer"], "description": "EDTF date: 2022, 2022-08~, 2022-08-10, a/b"}

    @classmethod
    def _from_yaml(cls, value: object) -> Edtf:
        if isinstance(value, Edtf):
            return value
        if isinstance(value, int) and not isinstance(value, bool):
            return cls.parse(f"{value:04d}")
        if not isinstance(value, str):
            raise ValueError("a date is written as text, such as 2022-08-10")  # noqa: TRY004 - pydantic's
        return cls.parse(value)
