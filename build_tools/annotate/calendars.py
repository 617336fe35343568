"""Text + a language's words for dates → dates as EDTF, as far as they can be told.

What is told against the day of publication (*in July*, *last week*) is an inference and carries EDTF's `?`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from build_tools.annotate.spans import Mask
from build_tools.model.edtf import Edtf
from build_tools.text.runs import Need, find_runs, telling_runs

_NO_WORD = r"(?!)"
_YEAR = r"(?:19|20)\d\d"
_CLOCK = r"(?:(?:,?\s+(?:at\s+)?|T)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?!\d)(?:\s?(?P<half>[AP])\.?M\b\.?)?)?"
_NOON = 12
_HALF_A_YEAR = 6


@dataclass(frozen=True, slots=True)
class Published:
    """What relative dates are told against."""

    day: date | None = None
    """The day of publication, where it is sure and the words are the source's own."""
    year: int | None = None
    month: int | None = None
    """The month of publication, where it is known."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a text."""

    start: int
    end: int
    value: str
    """EDTF; empty where it cannot be told."""


@dataclass(frozen=True)
class Calendar:
    """A language's way of writing dates, compiled."""

    patterns: tuple[tuple[re.Pattern[str], Need], ...]
    """In order of precedence: a stretch that one has taken is not read by the next."""
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, int]
    relative: Mapping[str, str]

    def find(self, text: str, published: Published) -> tuple[Dated, ...]:
        """Every date in reading order."""
        found: list[Dated] = []
        taken = Mask(len(text))
        runs = find_runs(text)
        for pattern in (pattern for pattern, need in self.patterns if need.may_be_met(runs)):
            for match in pattern.finditer(text):
                start, end = match.span("date")
                if not taken.meets(start, end):
                    taken.add(start, end)
                    found.append(Dated(start, end, self._value(match.groupdict(), published)))
        return tuple(sorted(found, key=lambda d: d.start))

    def _value(self, parts: Mapping[str, str | None], published: Published) -> str:
        text = self._told(parts, published)
        try:
            return str(Edtf.parse(text)) if text else ""
        except ValueError:
            return ""

    def _told(self, parts: Mapping[str, str | None], published: Published) -> str:
        if relative := parts.get("relative"):
            return _relative(self.relative[" ".join(relative.lower().split())], published)
        if weekday := parts.get("weekday"):
            return _weekday(self.weekdays[weekday.lower()], published)
        if season := parts.get("season"):
            return _season(self.seasons[season.lower()], parts.get("year"), published)
        year = parts.get("year") or ""
        if not (month := self._month(parts)):
            return f"{year}-XX" if parts.get("part") else year
        day = "XX" if parts.get("part") else parts.get("day")
        text = f"{month:02d}" + (f"-{day.zfill(2)}" if day else "")
        if year:
            return f"{year}-{text}{_clock(parts)}"
        nearest = _year_of(month, published)
        return f"{nearest}-{text}?" if nearest else ""

    def _month(self, parts: Mapping[str, str | None]) -> int:
        name = parts.get("month") or parts.get("short")
        return self.months.get(name.lower(), 0) or int(name) if name else 0


def _year_of(month: int, published: Published) -> int | None:
    """The year of the last such month up to publication.

    None where that is more than half a year back: then the coming one may be meant as well (*due in May*).
    """
    if not published.year or not published.month or (published.month - month) % 12 > _HALF_A_YEAR:
        return None
    return published.year - (month > published.month)


def _clock(parts: Mapping[str, str | None]) -> str:
    hour, minute, half = parts.get("hour"), parts.get("minute"), parts.get("half")
    if not hour or not minute:
        return ""
    shown = int(hour) % _NOON + (_NOON if half.upper() == "P" else 0) if half else int(hour)
    return f"T{shown:02d}:{minute}"


def _season(season: int, year: str | None, published: Published) -> str:
    if year:
        return f"{year}-{season}"
    nearest = _year_of((season - 20) * 3, published)
    return f"{nearest}-{season}?" if nearest else ""


def _weekday(weekday: int, published: Published) -> str:
    if not published.day:
        return ""
    return f"{published.day - timedelta(days=(published.day.weekday() - weekday) % 7)}?"


def _relative(rule: str, published: Published) -> str:
    unit, _, step = rule.partition(" ")
    if unit in ("day", "week"):
        return _days(unit, int(step), published.day)
    if not published.year:
        return ""
    if unit == "year":
        return f"{published.year + int(step)}?"
    if unit == "half":
        return f"{published.year}-{int(step) * 6 - 5:02d}?/{published.year}-{int(step) * 6:02d}?"
    if unit == "month" and published.day:
        months = published.year * 12 + published.day.month - 1 + int(step)
        return f"{months // 12}-{months % 12 + 1:02d}?"
    return ""


def _days(unit: str, step: int, day: date | None) -> str:
    if not day:
        return ""
    if unit == "day":
        return f"{day + timedelta(days=step)}?"
    monday = day - timedelta(days=day.weekday() - 7 * step)
    return f"{monday}?/{monday + timedelta(days=6)}?"


def _any(words: Iterable[str], *, capitals: bool = False) -> str:
    ordered = sorted(words, key=lambda w: (-len(w), w))
    spelt = [re.escape(form).replace(r"\ ", r"\s+") for w in ordered for form in _cases(w, capitals=capitals)]
    if not spelt:
        return _NO_WORD
    return f"(?-i:{'|'.join(spelt)})" if capitals else f"(?:{'|'.join(spelt)})"


def _cases(word: str, *, capitals: bool) -> tuple[str, ...]:
    return (word.title(), word.upper()) if capitals else (word,)


def _numbered(names: Iterable[Iterable[str]], first: int) -> dict[str, int]:
    return {name: number for number, forms in enumerate(names, first) for name in forms}


def calendar(table: Mapping[str, Any]) -> Calendar:
    """Compile the `dates` of a language's table; numeric dates alone where it is empty."""
    months = _numbered(table.get("months", ()), 1)
    weekdays = _numbered(table.get("weekdays", ()), 0)
    return Calendar(
        patterns=tuple((re.compile(p, re.IGNORECASE), need) for p, need in _expressions(table, weekdays)),
        months=months,
        weekdays=weekdays,
        seasons=table.get("seasons", {}),
        relative=table.get("relative", {}),
    )


@dataclass(frozen=True, slots=True)
class _Pieces:
    """Expressions that the patterns are made of."""

    month: str
    """A full name takes no full stop: it would be the sentence's."""
    year: str
    part: str
    before: str
    season: str
    day: str = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"


def _pieces(table: Mapping[str, Any], *, capitals: bool) -> _Pieces:
    months = table.get("months", ())
    full = _any((forms[0] for forms in months), capitals=capitals)
    short = _any((form for forms in months for form in forms[1:]), capitals=capitals)
    after = _any(table.get("year_after", ()))
    return _Pieces(
        month=rf"(?:(?P<month>{full})|(?P<short>{short})\.?)",
        year=rf"(?P<year>{_YEAR})(?!\w|[.,]\d)(?:\s+{after})?",
        part=rf"(?P<part>{_any(table.get('parts', ()))})",
        before=_any(table.get("before", ())),
        season=rf"(?P<season>{_any(table.get('seasons', ()))})",
    )


def _expressions(table: Mapping[str, Any], weekdays: Iterable[str]) -> Iterator[tuple[str, Need]]:
    capitals = bool(table.get("capitals"))
    of = _pieces(table, capitals=capitals)
    digits, months = Need(digit=True), telling_runs(_numbered(table.get("months", ()), 1))
    day_of_month = Need(digit=True, words=None if months is None else months | {f"{m}t" for m in months})
    in_month = Need(digit=False, words=months)
    yield rf"(?<![\w-])(?P<date>(?P<year>{_YEAR})-(?P<month>\d\d)-(?P<day>\d\d){_CLOCK})(?![\w-])", digits
    dotted = rf"(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?P<year>{_YEAR})"
    yield rf"(?<![\w.])(?P<date>{dotted}{_CLOCK})(?!\w|\.\d)", digits
    day_month = rf"{of.day}(?:\s+of)?\s+{of.month}(?:,?\s+{of.year})?{_CLOCK}"
    yield rf"(?<![\w.,])(?P<date>{day_month})(?!\w)", day_of_month
    if capitals:
        month_day = rf"{of.month}\s?{of.day}(?!\w|[.,:]\d)"
        yield rf"(?<!\w)(?P<date>{month_day}(?:,?\s+(?:-\s+)?{of.year})?{_CLOCK})(?!\w)", day_of_month
    yield rf"(?<!\w)(?P<date>(?:{of.part}[\s-]+)?{of.month},?\s+{of.year})", Need(digit=True, words=months)
    yield rf"(?<!\w)(?P<date>{of.part}[\s-]+{of.month})(?!\w|\s+\d)", in_month
    yield rf"(?<!\w){of.before}\s+(?P<date>{of.month})(?!\w|\s+\d)", in_month
    relative = table.get("relative", ())
    yield rf"(?<!\w)(?P<date>(?P<relative>{_any(relative)}))(?!\w)", _words_only(relative)
    seasons = table.get("seasons", ())
    in_year = Need(digit=True, words=telling_runs(seasons))
    yield rf"(?<!\w)(?P<date>{of.season}(?:\s+of)?\s+{of.year})", in_year
    opening = rf"{_any(table['season_before'])}\s+" if table.get("season_before") else ""
    yield rf"(?<!\w){opening}(?P<date>{of.season})(?!\w)", _words_only(seasons)
    weekday = _any(weekdays, capitals=capitals)
    yield rf"(?<!\w)(?P<date>(?P<weekday>{weekday}))(?!\w)", _words_only(weekdays)
    yield rf"(?<![\w-])(?P<date>{of.part}[\s-]+{of.year})", digits
    yield rf"(?<![\w.,:/-])(?P<date>(?P<year>{_YEAR})\s+{_any(table.get('year_after', ()))})", digits
    yield rf"(?<!\w){of.before}\s+(?P<date>{of.year})(?!\s*%)", digits


def _words_only(words: Iterable[str]) -> Need:
    return Need(digit=False, words=telling_runs(words))
