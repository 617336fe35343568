"""One date as EDTF writes it → its parts: as much as was written of year, month or season, day and time."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, time

SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}
"""EDTF's number of a season → its months; winter gets December alone, to stay in its own year."""
_FIRST_SEASON = 21
_MONTHS = 12

_POINT = re.compile(
    r"(?P<written>(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?)"
    r"(?P<clock>T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?"
    r"(?P<qualifier>[?~%]?)",
    # EDTF has ASCII digits; `\d` alone takes those of any script
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class DatePoint:
    """As much of a date as was written."""

    text: str
    """As written, without the time of day."""
    earliest: date
    """The first day that it may mean."""
    latest: date
    """The last."""
    month: int = 0
    """0 where it is not known."""
    season: int = 0
    """1 for spring … 4 for winter; 0 where none was written."""
    day: int = 0
    """0 where it is not known."""
    masked: bool = False
    """Whether digits were left open: `202X`, `2022-08-XX`."""
    clock: time | None = None
    """Time of day, local to the outlet; with a zone if one was written."""
    uncertain: bool = False
    """Marked `?` or `%`."""
    approximate: bool = False
    """Marked `~` or `%`."""


def parse_point(text: str) -> DatePoint:
    """Read one date; raises ValueError, in words for the keeper, for anything else."""
    match = _POINT.fullmatch(text)
    if match is None:
        raise ValueError(f"“{text}” is not an EDTF date such as 2022, 2022-08~ or 2022-08-10")
    earliest, latest = _find_days(match["year"], match["month"], match["day"])
    if match["clock"] and not (match["day"] or "X").isdigit():
        raise ValueError("a time of day needs its day")
    qualifier = match["qualifier"]
    month, day = (int(part) if (part or "").isdigit() else 0 for part in (match["month"], match["day"]))
    return DatePoint(
        text=match["written"] + qualifier,
        earliest=earliest,
        latest=latest,
        month=month if month <= _MONTHS else 0,
        season=month - _FIRST_SEASON + 1 if month > _MONTHS else 0,
        day=day,
        masked="X" in match["written"],
        clock=time.fromisoformat(match["clock"]) if match["clock"] else None,
        uncertain=qualifier in ("?", "%"),
        approximate=qualifier in ("~", "%"),
    )


def _find_days(year: str, month: str | None, day: str | None) -> tuple[date, date]:
    first, last = _find_years(year)
    if month in (None, "XX"):
        if day not in (None, "XX"):
            raise ValueError("a day needs its month")
        # a year whose month is not told may mean any of its days
        return date(first, 1, 1), date(last, 12, 31)
    if first != last:
        raise ValueError("a month needs its whole year")
    number = int(month or 0)
    if day is None and number in SEASONS:
        start, end = SEASONS[number]
        return date(first, start, 1), date(first, end, calendar.monthrange(first, end)[1])
    if not 1 <= number <= _MONTHS:
        raise ValueError(f"there is no month {month}")
    length = calendar.monthrange(first, number)[1]
    if day in (None, "XX"):
        return date(first, number, 1), date(first, number, length)
    if not 1 <= int(day or 0) <= length:
        raise ValueError(f"{calendar.month_name[number]} {first} has no day {day}")
    return (exact := date(first, number, int(day or 0))), exact


def _find_years(text: str) -> tuple[int, int]:
    first, last = int(text.replace("X", "0")), int(text.replace("X", "9"))
    if first < 1:
        raise ValueError("year 0 is not a year of this calendar")
    return first, last
