"""EDTF → English, because a reader should not need to know the notation."""

from __future__ import annotations

from datetime import date, time, timedelta
from functools import lru_cache

from build_tools.model.date_point import DatePoint
from build_tools.model.edtf import DateSpan, Edtf
from build_tools.text.english_months import list_english_months

_SEASONS = ("spring", "summer", "autumn", "winter")
_DECADE = 10
_DOUBT = "probably "
"""Before a date that is marked as uncertain: in brackets behind it, the doubt reads as an aside."""


# an archive has few days, and tells each on many pages
@lru_cache(maxsize=4096)
def write_date(when: Edtf) -> str:
    """`2022-08~` → `about August 2022`; `2024-10-02T11:36` → `2 October 2024, 11:36`."""
    if when.is_one_of:
        return " or ".join(map(_tell_choice, when.spans))
    return _tell_interval(when) if when.interval else _tell_single(when.start)


def _tell_single(point: DatePoint | None) -> str:
    if point is None:
        return ""
    words = _tell_point(point)
    if point.clock:
        words = f"{words}, {_tell_clock(point.clock)}"
    if point.approximate:
        words = f"about {words}"
    return f"{_DOUBT}{words}" if point.uncertain else words


def _tell_clock(clock: time) -> str:
    """`11:36`, `11:36:05 UTC+02:00`."""
    zone = f" {clock.tzname()}" if clock.tzinfo else ""
    return f"{clock:%H:%M:%S}{zone}" if clock.second else f"{clock:%H:%M}{zone}"


def name_month(day: date) -> str:
    """The month of a day: `August 2022`."""
    return f"{list_english_months()[day.month - 1]} {day.year:04}"


def when_said(when: Edtf) -> str:
    """With its preposition: `on 28 July 2022`, `probably in August 2022`; a span stands in brackets."""
    words = write_day(when)
    if when.start and when.start.masked and words.endswith("s"):
        return f"in the {words}"
    if when.is_one_of or when.interval or (when.start and when.start.masked):
        return f"({words})"
    if when.approximate:
        return words
    doubt = _DOUBT if when.uncertain else ""
    return f"{doubt}{'on' if when.earliest == when.latest else 'in'} {words.removeprefix(doubt)}"


def _tell_point(point: DatePoint) -> str:
    """Without time, doubt and approximation. Digits that were left open are told by what they leave."""
    if point.masked:
        return _tell_open_digits(point.earliest, point.latest)
    if point.day:
        return _tell_day(point.earliest)
    name = (
        _SEASONS[point.season - 1]
        if point.season
        else list_english_months()[point.month - 1]
        if point.month
        else ""
    )
    # EDTF’s years have four digits, those before 1000 too
    return f"{name} {point.earliest.year:04}".lstrip()


def _tell_open_digits(first: date, last: date) -> str:
    if first.year == last.year:
        # not from its first day to its last: it is one of them, and nobody knows which
        month = first.month == last.month
        return f"some time in {name_month(first) if month else f'{first.year:04}'}"
    # “the 1300s” may be a decade or a century
    return f"{first.year:04}s" if last.year - first.year < _DECADE else f"{first.year:04}–{last.year:04}"


def _tell_interval(when: Edtf) -> str:
    first, last = when.start, when.end
    if first is None:
        return f"{'on or before' if last and last.day else 'until'} {_tell_single(last)}"
    if last is None:
        return f"{'on or after' if first.day else 'from'} {_tell_single(first)}"
    if first.clock or last.clock:
        return _tell_hours(first, last)
    if first == last:
        return _tell_single(first)
    if _are_days(first, last):
        words = _tell_days(first.earliest, last.latest)
        return f"about {words}" if when.approximate else words
    return f"{_tell_single(first)} to {_tell_single(last)}"


def _tell_hours(first: DatePoint, last: DatePoint) -> str:
    """`1 May 2021, 01:00–02:00`; with both days where they differ."""
    alike = (first.earliest, first.uncertain, first.approximate) == (
        last.earliest,
        last.uncertain,
        last.approximate,
    )
    if alike and first.clock and last.clock and _are_days(first, last):
        return f"{_tell_single(first)}–{_tell_clock(last.clock)}"
    return f"{_tell_single(first)} to {_tell_single(last)}"


def _tell_choice(choice: DateSpan) -> str:
    """`9 August 2022`; `9 or 10 August 2022`; `11 August 2022 or later`."""
    first, last = choice.start, choice.end
    if first is None:
        return f"{_tell_single(last)} or earlier"
    if last is None:
        return f"{_tell_single(first)} or later"
    if choice.is_single:
        return _tell_single(first)
    if _are_days(first, last) and not (first.uncertain or last.uncertain):
        about = "about " if first.approximate or last.approximate else ""
        if last.latest - first.earliest == timedelta(days=1):
            return f"{about}{_tell_days(first.earliest, last.latest, ' or ')}"
        return f"{about}one of {_tell_days(first.earliest, last.latest)}"
    return f"one of {_tell_single(first)} – {_tell_single(last)}"


def _are_days(first: DatePoint, last: DatePoint) -> bool:
    return first.earliest == first.latest and last.earliest == last.latest


def _tell_day(day: date) -> str:
    return f"{day.day} {list_english_months()[day.month - 1]} {day.year:04}"


def _tell_days(first: date, last: date, between: str = "") -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}{between or '–'}{_tell_day(last)}"
    if first.year == last.year:
        return f"{first.day} {list_english_months()[first.month - 1]}{between or ' – '}{_tell_day(last)}"
    return f"{_tell_day(first)}{between or ' – '}{_tell_day(last)}"


def write_day(when: Edtf) -> str:
    """The same without the time of day, for tables: `2 October 2024`."""
    return write_date(when.day_only)


def write_short_date(when: Edtf) -> str:
    """The EDTF without its time of day, for machines: `2024-10-02`."""
    return when.day_only.text
