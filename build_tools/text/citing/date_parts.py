"""EDTF → the parts of a date that a citation may use, because each style words an inexact date its own way.

Start, end, approximation and doubt are kept apart; `write_american` is the wording of Chicago style.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from build_tools.model.edtf import DateSpan, Edtf
from build_tools.text.english_months import list_english_months

SEASONS = ("Spring", "Summer", "Autumn", "Winter")

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
        return list_english_months()[self.month - 1] if self.month else ""

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
    choices: tuple[tuple[Point | None, Point | None], ...] = ()
    """Start and end of each, where it is one of several."""

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
def split_date(when: Edtf) -> When:
    """The date in its parts; a time of day is left out."""
    listed = tuple(_find_ends(span) for span in when.spans) if len(when.spans) > 1 else ()
    start, end = _find_ends(DateSpan(when.start, when.end))
    return When(start, end, when.approximate, when.uncertain, listed)


@remember_dates
def get_exact_parts(when: Edtf) -> tuple[int, ...]:
    """Year, month and day as far as they are surely known; nothing for any other kind of date."""
    whole = split_date(when)
    plain = whole.one and not whole.circa and not whole.doubted and not whole.one.season
    return whole.one.known if whole.one and plain else ()


@remember_dates
def write_american(when: Edtf) -> str:
    """`October 2, 2024`; `ca. August 2022`; `between August 11 and 31, 2022`; `[May 2, 2031?]`."""
    whole = split_date(when)
    words = _word_american(whole)
    words = f"ca. {words}" if whole.circa else words
    return f"[{words}?]" if whole.doubted else words


def _word_american(whole: When) -> str:
    if whole.choices:
        return word_choices(whole, _write_american_point)
    return (
        _write_american_span(whole) if whole.start and whole.end else open_ended(whole, _write_american_point)
    )


def _write_american_point(point: Point) -> str:
    if point.day:
        return f"{point.name} {point.day}, {point.year}"
    return f"{point.name} {point.year}".lstrip()


def _write_american_span(whole: When) -> str:
    start, end = whole.start, whole.end
    if start is None or end is None:
        return ""
    if start == end:
        return _write_american_point(start)
    left, right = _write_american_point(start), _write_american_point(end)
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


def word_choices(whole: When, worded: Callable[[Point], str]) -> str:
    """One of several dates, with the style's own wording of each: `August 9, 2022 or August 12, 2022`."""
    return " or ".join(_word_choice(*choice, worded) for choice in whole.choices)


def _word_choice(start: Point | None, end: Point | None, worded: Callable[[Point], str]) -> str:
    if start is None or end is None:
        return open_ended(When(start, end), worded)
    return worded(start) if start == end else f"{worded(start)}–{worded(end)}"


def _find_ends(span: DateSpan) -> tuple[Point | None, Point | None]:
    """First and last of what a date may mean; the same, but for two dates and for open digits of a year."""
    first, last = span.start, span.end
    start = Point(first.earliest.year, first.month, first.day, first.season) if first else None
    return start, Point(last.latest.year, last.month, last.day, last.season) if last else None
