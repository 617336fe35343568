"""EDTF → English, because a reader should not need to know the notation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.model.edtf import Edtf

if TYPE_CHECKING:
    from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_MONTH_TEXT, _YEAR_TEXT = len("2022-08"), len("2022")


def in_words(when: Edtf) -> str:
    """`2022-08~` → `about August 2022`; `2024-10-02T11:36` → `2 October 2024, 11:36`."""
    if when.interval:
        return _interval(when)
    words = _point(when)
    if when.clock:
        words = f"{words}, {when.clock:%H:%M}"
    if when.approximate:
        words = f"about {words}"
    return f"{words} (uncertain)" if when.uncertain else words


def when_said(when: Edtf) -> str:
    """With its preposition: `on 28 July 2022`, `in August 2022`, `about August 2022`, `from … to`."""
    words = day_in_words(when)
    if when.interval or when.approximate or "X" in when.text:
        return f"({words})" if when.interval or "X" in when.text else words
    return f"on {words}" if when.earliest == when.latest else f"in {words}"


def _point(when: Edtf) -> str:
    text = when.text.rstrip("?~%").partition("T")[0]
    if "X" in text:
        return _span(when.earliest, when.latest)
    if len(text) == _YEAR_TEXT:
        return text
    if len(text) == _MONTH_TEXT:
        year, month = text.split("-")
        return f"{_SEASONS[month]} {year}" if month in _SEASONS else f"{MONTHS[int(month) - 1]} {year}"
    return _day(when.earliest)


def _interval(when: Edtf) -> str:
    start, _, end = when.text.partition("/")
    if start in ("", ".."):
        return f"until {in_words(Edtf.parse(end))}"
    if end in ("", ".."):
        return f"from {in_words(Edtf.parse(start))}"
    first, last = Edtf.parse(start), Edtf.parse(end)
    if (first.earliest, last.latest) == (first.latest, last.earliest):
        words = _span(first.earliest, last.latest)
        return f"about {words}" if when.approximate else words
    return f"{in_words(first)} to {in_words(last)}"


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _span(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {_day(last)}"
    return f"{_day(first)} – {_day(last)}"


def day_in_words(when: Edtf) -> str:
    """The same without the time of day, for tables: `2 October 2024`."""
    return in_words(Edtf.parse(when.text.partition("T")[0]) if when.clock else when)


def short(when: Edtf) -> str:
    """The EDTF without its time of day, for machines: `2024-10-02`."""
    return when.text.partition("T")[0] if not when.interval else when.text
