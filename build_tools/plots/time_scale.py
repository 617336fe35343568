"""Days → pixels: months and years on one scale, which is cut only where most of it would be empty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import ceil

from build_tools.plots.svg_marks import RULE, SMALL_FONT_SIZE, SOFT, draw_line, draw_text
from build_tools.text.english_months import list_short_months

DaySpan = tuple[date, date]
"""The first and the last day that something may be dated."""

_CUT = 0.1
"""Of the whole width: what is left of a pause that is cut."""


@dataclass(frozen=True, slots=True)
class TimePiece:
    """A piece of time, from the first day of a month to the last day of one."""

    first: date
    last: date
    left: float
    day_width: float
    """Pixels of one day; the same in all pieces of a scale."""

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.left + self.day_width * ((self.last - self.first).days + 1)


@dataclass(frozen=True, slots=True)
class TimeScale:
    """All pieces, in order of time."""

    pieces: tuple[TimePiece, ...]

    @property
    def day_width(self) -> float:
        """Pixels of one day."""
        return self.pieces[0].day_width

    @property
    def month_width(self) -> float:
        """Pixels of a month, on the average."""
        return self.day_width * 30.44

    def to_pixels(self, day: date) -> float:
        """The middle of the day, in pixels from the left; a day that is cut out stands at the cut."""
        piece = next((p for p in self.pieces if day <= p.last), self.pieces[-1])
        return piece.left + piece.day_width * (max(0, (day - piece.first).days) + 0.5)

    def find_cut(self, span: DaySpan) -> tuple[float, float] | None:
        """From where to where a pause between two days is cut; None where it is drawn at its length."""
        for before, after in pairwise(self.pieces):
            if span[0] < after.first and before.last < span[1]:
                return before.right, after.left
        return None


def fit_scale(spans: Iterable[DaySpan], left: float, right: float) -> TimeScale:
    """The scale on which all spans lie. Raises ValueError where there are none."""
    bounds = _cut_pauses(spans)
    gap = (right - left) * _CUT
    days = sum((last - first).days + 1 for first, last in bounds)
    # however often time is cut, half of the width is left for what is drawn
    gap = min(gap, (right - left) / 2 / len(bounds))
    day_width = (right - left - gap * (len(bounds) - 1)) / days
    pieces: list[TimePiece] = []
    for first, last in bounds:
        pieces.append(TimePiece(first, last, left, day_width))
        left = pieces[-1].right + gap
    return TimeScale(tuple(pieces))


def _cut_pauses(spans: Iterable[DaySpan]) -> Sequence[DaySpan]:
    """Whole months from the first to the last span, without the pauses that are longer than all the rest."""
    ordered = sorted(spans)
    pauses = sorted(find_pauses(ordered), key=lambda p: p[0] - p[1])
    whole = (max(until for _, until in ordered) - ordered[0][0]).days
    cuts: list[DaySpan] = []
    for pause in pauses:
        days = (pause[1] - pause[0]).days
        # a cut of less than a season would hide more than it spares
        if days <= max(_SEASON, whole / 2):
            break
        cuts.append(pause)
        whole -= days
    ends = [ordered[0][0], *(day for cut in sorted(cuts) for day in cut), max(until for _, until in ordered)]
    return [
        (first.replace(day=1), find_last_of_month(last))
        for first, last in zip(ends[::2], ends[1::2], strict=True)
    ]


_SEASON = 92


def find_pauses(spans: Iterable[DaySpan]) -> Iterator[DaySpan]:
    """The last day before and the first day after each stretch without anything, however short."""
    reached: date | None = None
    for since, until in sorted(spans):
        if reached and since > reached:
            yield reached, since
        reached = max(reached or until, until)


def draw_time_axis(scale: TimeScale, height: float, level: float) -> Iterator[str]:
    """A line for each year from top to bottom, its number at the level of the axis, with the months."""
    for piece in scale.pieces:
        yield draw_line((piece.left, level + 0.5), (piece.right, level + 0.5), SOFT)
        yield from _draw_piece(piece, height, level)
    for before, after in pairwise(scale.pieces):
        yield draw_line((before.right, level + 0.5), (after.left, level + 0.5), SOFT, 1, "1,4")


def _draw_piece(piece: TimePiece, height: float, level: float) -> Iterator[str]:
    month = piece.day_width * 30.44
    # a line every 1, 10, 100 or 1,000 years
    every = next((years for years in (1, 10, 100) if month * 12 * years > _YEAR), 1000)
    # 1, 2, 3 or 6 months, so that each year has the same ones
    step = next((n for n in (1, 2, 3, 6) if n * month >= _NAME), 0)
    for day in _find_firsts(piece):
        x = piece.left + piece.day_width * (day - piece.first).days
        if day.month == 1 and day.year % every == 0:
            yield draw_line((round(x) + 0.5, 0), (round(x) + 0.5, height), RULE)
        if month >= _LEAST:
            yield draw_line((round(x) + 0.5, level), (round(x) + 0.5, level + 4), SOFT)
        if step and (day.month - 1) % step == 0 and piece.right - x > ceil(_NAME / 2):
            yield draw_text(
                list_short_months()[day.month - 1], x + 1, level + 12, ink=SOFT, size=SMALL_FONT_SIZE
            )
        opens = day == piece.first and (13 - day.month > _YEAR / month or piece.last.year == day.year)
        if opens or (day.month == 1 and day.year % every == 0):
            yield draw_text(str(day.year), x + 1, level + (28 if step else 13))


_LEAST, _NAME, _YEAR = 4.0, 26.0, 34.0
"""Pixels of a month that is still marked; of a month's name; of a year's number."""


def find_last_of_month(day: date) -> date:
    """The last day of the month that the day is in."""
    # the calendar ends with a December
    if day.month == 12:  # noqa: PLR2004 - December
        return day.replace(day=31)
    return day.replace(month=day.month + 1, day=1) - timedelta(days=1)


def _find_firsts(piece: TimePiece) -> Iterator[date]:
    """The first day of each month; of Januaries alone where months are too narrow to be marked."""
    day = piece.first
    while True:
        yield day
        if piece.day_width * 30.44 < _LEAST:
            if day.year >= piece.last.year:
                return
            day = date(day.year + 1, 1, 1)
            continue
        if (day.year, day.month) == (piece.last.year, piece.last.month):
            return
        # from a first day, 31 days lead into the next month, whichever month it is
        day = (day + timedelta(days=31)).replace(day=1)
