"""Text + patterns → its dates as EDTF, as far as they can be told: one reader for prose and for datelines.

What is told against the day of publication (*in July*, *last week*) is an inference and carries EDTF's `?`.
Where day and month cannot be told apart (`03/04/2024`), nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from build_tools.model.edtf import Edtf
from build_tools.text.runs import Need, find_runs

_NOON = 12
_HALF_A_YEAR = 6
_MONTHS = 12
_CENTURY, _THIS_CENTURY = 100, 2000


@dataclass(frozen=True, slots=True)
class PublicationDay:
    """What relative dates are told against."""

    day: date | None = None
    """The day of publication, where it is sure and the words are the source's own."""
    year: int | None = None
    month: int | None = None
    """The month of publication, where it is known."""


UNPUBLISHED = PublicationDay()
"""Nothing is told against it."""


@dataclass(frozen=True, slots=True)
class DateInText:
    """A date in a text."""

    start: int
    end: int
    value: str
    """EDTF; empty where it cannot be told."""


Parts = Mapping[str, str | None]
"""The groups of a pattern: year, month or short (its abbreviation), day, hour, minute, half …"""


@dataclass(frozen=True)
class DateReader:
    """A way of writing dates, compiled."""

    patterns: tuple[tuple[re.Pattern[str], Need], ...]
    """In order of precedence: what one has taken is not read by the next."""
    months: Mapping[str, int]
    weekdays: Mapping[str, int] = field(default_factory=dict)
    seasons: Mapping[str, int] = field(default_factory=dict)
    relative: Mapping[str, str] = field(default_factory=dict)

    def find(self, text: str, published: PublicationDay) -> tuple[DateInText, ...]:
        """Every date in reading order. The group `date` of a pattern is what it takes."""
        dates: list[DateInText] = []
        for matches in self.match(text):
            for match in matches:
                start, end = match.span("date")
                if all(end <= earlier.start or earlier.end <= start for earlier in dates):
                    dates.append(DateInText(start, end, self.tell(match.groupdict(), published)))
        return tuple(sorted(dates, key=lambda d: d.start))

    def match(self, text: str) -> Iterator[Iterable[re.Match[str]]]:
        """What each pattern finds in the text, in order of precedence."""
        runs = find_runs(text)
        for pattern, need in self.patterns:
            if need.may_be_met(runs):
                yield pattern.finditer(text)

    def tell(self, parts: Parts, published: PublicationDay = UNPUBLISHED) -> str:
        """The date as EDTF; nothing for one that cannot be told, or that there is not."""
        text = self._tell(parts, published)
        try:
            return str(Edtf.parse(text)) if text else ""
        except ValueError:
            return ""

    def _tell(self, parts: Parts, published: PublicationDay) -> str:
        if relative := parts.get("relative"):
            return _tell_relative(self.relative[" ".join(relative.lower().split())], published)
        if weekday := parts.get("weekday"):
            return _tell_weekday(self.weekdays[weekday.lower()], published)
        if season := parts.get("season"):
            return _tell_season(self.seasons[season.lower()], parts.get("year"), published)
        if first := parts.get("first"):
            return _tell_slashes(int(first), int(parts.get("second") or 0), parts.get("year") or "")
        return self._tell_named(parts, published)

    def _tell_named(self, parts: Parts, published: PublicationDay) -> str:
        year = parts.get("year") or ""
        if not (month := self._number_month(parts)):
            return f"{year}-XX" if parts.get("part") else year
        day = "XX" if parts.get("part") else parts.get("day")
        text = f"{month:02d}" + (f"-{day.zfill(2)}" if day else "")
        if year:
            return f"{year}-{text}{tell_clock(parts, 'T')}"
        nearest = _find_year(month, published)
        return f"{nearest}-{text}?" if nearest else ""

    def _number_month(self, parts: Parts) -> int:
        name = parts.get("month") or parts.get("short")
        return self.months.get(name.lower(), 0) or int(name) if name else 0


def _find_year(month: int, published: PublicationDay) -> int | None:
    """The year of the last such month up to publication.

    None where that is more than half a year back: then the coming one may be meant as well (*due in May*).
    """
    if not published.year or not published.month or (published.month - month) % _MONTHS > _HALF_A_YEAR:
        return None
    return published.year - (month > published.month)


def tell_clock(parts: Parts, before: str = "") -> str:
    """`hour`, `minute` and `half` (of the day) → `T19:07`; nothing where there is no such time."""
    if not (parts.get("hour") and parts.get("minute")):
        return ""
    hour, minute = int(parts["hour"] or 0), int(parts["minute"] or 0)
    half = (parts.get("half") or "")[:1].lower()
    if half == "p" and hour < _NOON:
        hour += _NOON
    # 12 a.m. is midnight
    elif half == "a" and hour == _NOON:
        hour = 0
    return f"{before}{hour:02}:{minute:02}" if hour < 24 and minute < 60 else ""  # noqa: PLR2004 - a clock


def _tell_slashes(first: int, second: int, year: str) -> str:
    """Day and month where one of the numbers can only be the day, or both are equal."""
    full = int(year) if int(year) >= _CENTURY else _THIS_CENTURY + int(year)
    if first > _MONTHS or first == second:
        return f"{full}-{second:02}-{first:02}"
    return f"{full}-{first:02}-{second:02}" if second > _MONTHS else ""


def _tell_season(season: int, year: str | None, published: PublicationDay) -> str:
    if year:
        return f"{year}-{season}"
    # EDTF counts seasons from 21; each by the month that it begins in: March, June …
    nearest = _find_year((season - 20) * 3, published)
    return f"{nearest}-{season}?" if nearest else ""


def _tell_weekday(weekday: int, published: PublicationDay) -> str:
    if not published.day:
        return ""
    return f"{published.day - timedelta(days=(published.day.weekday() - weekday) % 7)}?"


def _tell_relative(rule: str, published: PublicationDay) -> str:
    unit, _, step = rule.partition(" ")
    if unit in ("day", "week"):
        return _tell_days(unit, int(step), published.day)
    if not published.year:
        return ""
    if unit == "year":
        return f"{published.year + int(step)}?"
    if unit == "half":
        # January to June, July to December
        return f"{published.year}-{int(step) * 6 - 5:02d}?/{published.year}-{int(step) * 6:02d}?"
    if unit == "month" and published.day:
        # in months from year 0, so that December and January are neighbours
        months = published.year * _MONTHS + published.day.month - 1 + int(step)
        return f"{months // _MONTHS}-{months % _MONTHS + 1:02d}?"
    return ""


def _tell_days(unit: str, step: int, day: date | None) -> str:
    if not day:
        return ""
    if unit == "day":
        return f"{day + timedelta(days=step)}?"
    monday = day - timedelta(days=day.weekday() - 7 * step)
    return f"{monday}?/{monday + timedelta(days=6)}?"
