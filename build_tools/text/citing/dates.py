"""EDTF → the parts of a date that a citation may use, because each style words an inexact date its own way.

Start, end, approximation and doubt are kept apart; `american` is the wording of Chicago style.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from build_tools.model.edtf import Edtf
from build_tools.text.dates import MONTHS

_YEAR, _MONTH, _DAY = len("2022"), len("2022-08"), len("2022-08-10")
SEASONS = ("Spring", "Summer", "Autumn", "Winter")
_FIRST_SEASON = 21
"""EDTF numbers the seasons after the months: 21 is spring."""

remember_dates = lru_cache(maxsize=4096)
"""For functions of a date: an archive has few dates, and names each in many citations."""


@dataclass(frozen=True, slots=True)
class Point:
    """As much of a date as was written: a year, a month or season of it, a day."""

    year: int
    month: int = 0
    day: int = 0
    season: int = 0
    """1 for spring … 4 for winter; 0 where the date has none."""

    @property
    def name(self) -> str:
        """The month or season by its name, if there is one."""
        if self.season:
            return SEASONS[self.season - 1]
        return MONTHS[self.month - 1] if self.month else ""

    @property
    def known(self) -> tuple[int, ...]:
        """Year, month and day, as far as written."""
        return tuple(n for n in (self.year, self.month, self.day) if n)


@dataclass(frozen=True, slots=True)
class When:
    """A date between two points, which are the same where one was written."""

    start: Point | None
    """None where the start is open."""
    end: Point | None
    """None where the end is open."""
    circa: bool = False
    """About then."""
    doubted: bool = False
    """The date itself is uncertain."""

    @property
    def one(self) -> Point | None:
        """The point, where it is one."""
        return self.start if self.start == self.end else None

    @property
    def year(self) -> int:
        """The year where it is but one; 0 where it is not."""
        return self.start.year if self.start and self.end and self.start.year == self.end.year else 0

    @property
    def one_month(self) -> bool:
        """Whether both ends are days of one month."""
        start, end = self.start, self.end
        return bool(start and end and start.day and end.day and self.year and start.month == end.month)

    @property
    def one_year(self) -> bool:
        """Whether both ends are parts of one year."""
        return bool(self.start and self.end and self.year and self.start.name and self.end.name)


@remember_dates
def parts(when: Edtf) -> When:
    """The date in its parts; a time of day is left out."""
    if not when.interval:
        return When(*_points(when), when.approximate, when.uncertain)
    first, _, last = when.text.partition("/")
    start = None if first in ("", "..") else _points(Edtf.parse(first))[0]
    end = None if last in ("", "..") else _points(Edtf.parse(last))[1]
    return When(start, end, when.approximate, when.uncertain)


@remember_dates
def exact(when: Edtf) -> tuple[int, ...]:
    """Year, month and day as far as they are surely known; nothing for any other kind of date."""
    whole = parts(when)
    plain = whole.one and not whole.circa and not whole.doubted and not whole.one.season
    return whole.one.known if whole.one and plain else ()


@remember_dates
def american(when: Edtf) -> str:
    """`October 2, 2024`; `ca. August 2022`; `between August 11 and 31, 2022`; `[May 2, 2031?]`."""
    whole = parts(when)
    words = _span(whole) if whole.start and whole.end else open_ended(whole, _american)
    words = f"ca. {words}" if whole.circa else words
    return f"[{words}?]" if whole.doubted else words


def _american(point: Point) -> str:
    if point.day:
        return f"{point.name} {point.day}, {point.year}"
    return f"{point.name} {point.year}".lstrip()


def _span(whole: When) -> str:
    start, end = whole.start, whole.end
    if start is None or end is None:
        return ""
    if start == end:
        return _american(start)
    left, right = _american(start), _american(end)
    if whole.one_year:
        left = f"{start.name} {start.day}" if start.day else start.name
    if whole.one_month:
        right = f"{end.day}, {end.year}"
    return f"{left}–{right}" if whole.circa else f"between {left} and {right}"


def open_ended(whole: When, worded: Callable[[Point], str]) -> str:
    """A date of which one end is known, with the style's own wording of a point."""
    if whole.start:
        return f"no earlier than {worded(whole.start)}"
    return f"no later than {worded(whole.end)}" if whole.end else ""


def _points(when: Edtf) -> tuple[Point, Point]:
    """First and last of what one date may mean; the same, but for digits that were not written."""
    text = when.text.rstrip("?~%").partition("T")[0]
    first = when.earliest
    if "X" in text[:_YEAR]:
        return Point(first.year), Point(when.latest.year)
    written = text.removesuffix("-XX").removesuffix("-XX")
    if len(written) == _YEAR:
        return (point := Point(first.year)), point
    number = int(written[_YEAR + 1 : _MONTH])
    if number >= _FIRST_SEASON:
        return (point := Point(first.year, season=number - _FIRST_SEASON + 1)), point
    day = first.day if len(written) == _DAY else 0
    return (point := Point(first.year, number, day)), point
