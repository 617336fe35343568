"""The parts of a date that is told against the day of publication → EDTF, marked as uncertain.

What cannot be sure is not told: *next Friday* said on a Wednesday, *on Friday* where nothing says whether it
lies behind or ahead.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

_NOON = 12
# beyond it the other such month is nearer
_HALF_A_YEAR = 6
_MONTHS = 12
# years after which nobody doubts which decade two digits mean
_GENERATION = 30
_CENTURY, _THIS_CENTURY = 100, 2000
_WEEK = 7
# EDTF’s number of it: the one season that lies in two years
_WINTER = 24

Parts = Mapping[str, str | None]
"""The groups of a pattern: year, month or short (its abbreviation), day, hour, minute, half …"""

BEHIND, UNTOLD, UNSURE, AHEAD = "behind", "untold", "unsure", "ahead"
"""Where the text says that a date lies; where it does not, a month is behind and a weekday unsure."""


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


def find_nearest_year(month: int, published: PublicationDay, side: str) -> int | None:
    """The year of the last such month up to publication; of the next, where the text says so.

    None where that is more than half a year off: then the other one may be meant as well (*due in May*).
    """
    if not published.year or not published.month or side == UNSURE:
        return None
    if side == AHEAD:
        near = (month - published.month) % _MONTHS <= _HALF_A_YEAR
        return published.year + (month < published.month) if near else None
    near = (published.month - month) % _MONTHS <= _HALF_A_YEAR
    return published.year - (month > published.month) if near else None


def tell_clock(parts: Parts, before: str = "") -> str:
    """`hour`, `minute` and `half` (of the day) → `T19:07`; nothing where there is no such time."""
    if not (parts.get("hour") and parts.get("minute")):
        return ""
    hour, minute = int(parts["hour"] or 0), int(parts["minute"] or 0)
    half = (parts.get("half") or "")[:1].lower()
    if half == "p" and hour < _NOON:
        hour += _NOON
    elif half == "a" and hour == _NOON:
        hour = 0
    return f"{before}{hour:02}:{minute:02}" if hour < 24 and minute < 60 else ""  # noqa: PLR2004 - a clock


def tell_slashes(first: int, second: int, year: str) -> str:
    """Day and month where one of the numbers can only be the day, or both are equal."""
    full = int(year) if int(year) >= _CENTURY else _THIS_CENTURY + int(year)
    if first > _MONTHS or first == second:
        return f"{full}-{second:02}-{first:02}"
    return f"{full}-{first:02}-{second:02}" if second > _MONTHS else ""


def tell_season(season: int, parts: Parts, published: PublicationDay, side: str) -> str:
    """A season; the winter of two years is that of their turn."""
    year = parts.get("year")
    if year and (second := parts.get("next_year")):
        following = int(year) + 1
        if season != _WINTER or following % _CENTURY != int(second) % _CENTURY:
            return ""
        return f"{year}-12/{following}-02"
    if year:
        return f"{year}-{season}"
    # EDTF counts seasons from 21: these are March, June, September, December, the months they begin with
    nearest = find_nearest_year((season - 20) * 3, published, side)
    return f"{nearest}-{season}?" if nearest else ""


def tell_weekday(weekday: int, turn: int | None, published: PublicationDay, side: str) -> str:
    """The last such day, or the next; *last* and *next* are told where they lie in another week.

    In the same week, *last Tuesday* said on a Thursday may be two days ago or nine.
    """
    today = published.day
    if not today:
        return ""
    if turn is None:
        return _tell_bare_weekday(weekday, today, side)
    monday = today - timedelta(days=today.weekday())
    meant = monday + timedelta(days=weekday)
    if turn == 0:
        return f"{meant}?"
    if abs(turn) > 1:
        return ""
    within = meant < today if turn < 0 else meant > today
    return "" if within else f"{meant + timedelta(days=_WEEK * turn)}?"


def _tell_bare_weekday(weekday: int, today: date, side: str) -> str:
    if side == AHEAD:
        step = (weekday - today.weekday()) % _WEEK
        return f"{today + timedelta(days=step)}?" if step else ""
    return f"{today - timedelta(days=(today.weekday() - weekday) % _WEEK)}?" if side == BEHIND else ""


def tell_ago(number: int, unit: str, published: PublicationDay) -> str:
    """*Two days ago*; longer spans are told in round numbers, and are left."""
    return f"{published.day - timedelta(days=number)}?" if unit == "day" and published.day else ""


def tell_relative(rule: str, published: PublicationDay) -> str:
    """`week -1`: the calendar week before that of publication."""
    unit, _, step = rule.partition(" ")
    if unit in ("day", "week"):
        return _tell_days(unit, int(step), published.day)
    if not published.year:
        return ""
    if unit == "year":
        return f"{published.year + int(step)}?"
    if unit == "half":
        # months 1 to 6, or 7 to 12
        return f"{published.year}-{int(step) * 6 - 5:02d}?/{published.year}-{int(step) * 6:02d}?"
    if unit == "month" and published.day:
        months = published.year * _MONTHS + published.day.month - 1 + int(step)
        return f"{months // _MONTHS}-{months % _MONTHS + 1:02d}?"
    return ""


def _tell_days(unit: str, step: int, day: date | None) -> str:
    if not day:
        return ""
    if unit == "day":
        return f"{day + timedelta(days=step)}?"
    monday = day - timedelta(days=day.weekday() - _WEEK * step)
    # weeks begin on Mondays, as in ISO 8601
    return f"{monday}?/{monday + timedelta(days=6)}?"


def tell_years(first: str, last: str) -> str:
    """`2022`, `24` → `2022/2024`; two digits count on from the first year's century."""
    full = int(last) if len(last) > 2 else int(first) // _CENTURY * _CENTURY + int(last)  # noqa: PLR2004 - digits
    return f"{first}/{full}" if full > int(first) else ""


def tell_brief_decade(decade: int, published: PublicationDay) -> str:
    """Of two digits of a year, the last such decade before publication; of recent ones it is less sure.

    >>> tell_brief_decade(9, PublicationDay(year=2022)), tell_brief_decade(0, PublicationDay(year=2022))
    ('199X', '200X?')
    """
    if not published.year:
        return ""
    first = published.year // _CENTURY * _CENTURY + decade * 10
    if first > published.year:
        first -= _CENTURY
    return f"{first // 10}X{'' if first + _GENERATION <= published.year else '?'}"


def tell_quarter(quarter: int, year: str) -> str:
    """A quarter of a year, as its months."""
    # months 1 to 3, 4 to 6 and so on
    return f"{year}-{quarter * 3 - 2:02}/{year}-{quarter * 3:02}"
