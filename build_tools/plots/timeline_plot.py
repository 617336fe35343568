"""Dated reports and statements → a picture: one line for each subject, time from left to right, doubt drawn.

A day is a dot; a date that may be any day of a span is a bar as long as the span, dashed where the date
itself is marked as approximate or uncertain. Stretches of time without anything are cut out and marked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import ceil

from build_tools.plots.svg_marks import (
    INK,
    MARKED,
    PAPER,
    RULE,
    SMALL_FONT_SIZE,
    SOFT,
    DotStyle,
    MarkLink,
    draw_dot,
    draw_line,
    draw_text,
    link_marks,
    shorten_words,
)
from build_tools.plots.svg_picture import Caption, Picture

# a dot and its stroke are nine pixels high; the top has room for months and years
_LANE, _BETWEEN, _TOP = 11, 13, 46
_CUT, _GAP = timedelta(days=75), 34
"""Empty time that is cut out, and how wide the cut is drawn."""


@dataclass(frozen=True, slots=True)
class TimelineMoment:
    """Something with a date."""

    row: str
    """The subject that it stands under; one of the rows given to `plot_timeline`."""
    since: date
    until: date
    """The days that its date may mean."""
    doubted: bool
    """Whether the date is marked as approximate or uncertain."""
    mark: str
    """`held` (a source of the archive), `origin` (a report behind it), `event` or `figure`."""
    lead: MarkLink
    weight: int = 1
    """How many statements it stands for."""


@dataclass(frozen=True, slots=True)
class TimelinePlotSizes:
    """The sizes of one variant, in pixels."""

    width: int
    left: int
    """Where time begins; names stand before it, or above their rows where it is 0."""


WIDE_TIMELINE_PLOT, NARROW_TIMELINE_PLOT = TimelinePlotSizes(1000, 220), TimelinePlotSizes(344, 0)

_DOTS: Mapping[str, DotStyle] = {
    "held": DotStyle("square", 52, INK, INK),
    "origin": DotStyle("square", 48, INK, PAPER),
    "event": DotStyle("circle", 44, MARKED, MARKED),
    "figure": DotStyle("circle", 40, INK, PAPER),
}


@dataclass(frozen=True, slots=True)
class TimeSegment:
    """A piece of the time scale without a long pause in it."""

    first: date
    last: date
    left: float
    width: float

    @property
    def day_width(self) -> float:
        """Pixels of one day."""
        return self.width / ((self.last - self.first).days + 1)

    def to_pixels(self, day: date) -> float:
        """The middle of the day, in pixels from the left."""
        return self.left + self.day_width * ((day - self.first).days + 0.5)


def plot_timeline(
    rows: Sequence[str], moments: Iterable[TimelineMoment], frame: TimelinePlotSizes, caption: Caption
) -> Picture:
    """The picture; rows without a moment are left out. Raises ValueError where there is nothing dated."""
    moments = sorted(moments, key=lambda m: (m.since, m.until, m.mark, m.lead.href))
    if not moments:
        raise ValueError("there is nothing to draw without a date")
    # so that a dot on the first day or the last stands within the picture
    scale = divide_time(moments, frame.left + 8, frame.width - 8)
    placed, names, height = _place_moments(rows, moments, scale, frame)
    marks = [*_draw_ground(scale, height), *_draw_spans(placed), *_draw_dots(placed), *names]
    return Picture(caption, frame.width, height, marks)


_Placed = tuple[TimelineMoment, float, float, float]
"""Moment, from where to where, height."""


def divide_time(moments: Sequence[TimelineMoment], left: float, right: float) -> tuple[TimeSegment, ...]:
    """The time scale in pieces: pauses longer than a season are cut out, busy pieces get more room."""
    pieces: list[list[date]] = []
    counts: list[int] = []
    for moment in sorted(moments, key=lambda m: m.since):
        if pieces and moment.since - pieces[-1][1] <= _CUT:
            pieces[-1][1] = max(pieces[-1][1], moment.until)
            counts[-1] += 1
        else:
            # a piece begins with its month, whose line and name stand at the first day
            pieces.append([_find_first_of_month(moment.since), moment.until])
            counts.append(1)
    # where time is cut often, the cuts are narrower: at least half of the width is left for what is drawn
    gap = min(_GAP, (right - left) / 2 / len(pieces))
    room = right - left - gap * (len(pieces) - 1)
    # by the root of their days, or a long quiet piece would leave nothing to the short busy ones; two, so
    # that a piece of one day has some width; and what is busy gets more
    weights = [
        (p[1] - p[0]).days ** 0.5 + 2 + 20 * n / sum(counts) for p, n in zip(pieces, counts, strict=True)
    ]
    segments: list[TimeSegment] = []
    for piece, weight in zip(pieces, weights, strict=True):
        width = room * weight / sum(weights)
        segments.append(TimeSegment(piece[0], piece[1], left, width))
        left += width + gap
    return tuple(segments)


def _find_first_of_month(day: date) -> date:
    return day.replace(day=1)


def _place_moments(
    rows: Sequence[str],
    moments: Sequence[TimelineMoment],
    scale: Sequence[TimeSegment],
    frame: TimelinePlotSizes,
) -> tuple[list[_Placed], list[str], float]:
    """Moments with their places, the names of rows as marks, and the height of all."""
    by_row: dict[str, list[TimelineMoment]] = defaultdict(list)
    for moment in moments:
        by_row[moment.row].append(moment)
    placed: list[_Placed] = []
    names: list[str] = []
    y = float(_TOP)
    for row in (r for r in rows if by_row[r]):
        if not frame.left:
            # for the name above its lanes
            y += 16
        names.append(
            # letters that fit before the row, or above it in a narrow picture
            draw_text(shorten_words(row, 38 if frame.left else 46), 0, y - (0 if frame.left else 14))
        )
        lanes: list[float] = []
        for moment in by_row[row]:
            piece = next(p for p in scale if p.first <= moment.since <= p.last)
            start, end = piece.to_pixels(moment.since), piece.to_pixels(min(moment.until, piece.last))
            # the first lane that is free again: eleven pixels are a dot and a little room
            lane = next((n for n, taken in enumerate(lanes) if taken + 11 <= start), len(lanes))
            lanes[lane : lane + 1] = [end]
            placed.append((moment, start, end, y + lane * _LANE))
        y += len(lanes) * _LANE + _BETWEEN
    return placed, names, y - _BETWEEN + 4


def _draw_ground(scale: Sequence[TimeSegment], height: float) -> Iterator[str]:
    """Months as faint lines, their names and years above them, dots where time is cut out."""
    for piece in scale:
        firsts = list(_find_firsts(piece))
        wide = piece.width / len(firsts)
        # years are twelve months wide, however few of them the piece has
        lined, named = (_choose_year_step(wide * 12, room) for room in (_LEAST, _YEAR))
        for n, day in enumerate(firsts):
            at = piece.to_pixels(day) - piece.day_width / 2
            # where months are too narrow to be told apart, a line for each year is left, or for each tenth …
            if wide > _LEAST or (day.month == 1 and day.year % lined == 0):
                # below the names of months at 27 and of years at 10
                yield draw_line((at, 34), (at, height), RULE)
            if wide > _LEAST and n % ceil(_NAME / wide) == 0 and piece.left + piece.width - at > _NAME:
                yield draw_text(_MONTHS[day.month - 1], at + 2, 27, ink=SOFT, size=SMALL_FONT_SIZE)
            if n == 0 or (day.month == 1 and day.year % named == 0 and at - piece.left > _YEAR):
                yield draw_text(str(day.year), at + 2, 10, ink=SOFT)
    for before, after in pairwise(scale):
        middle = (before.left + before.width + after.left) / 2
        yield draw_text("⋯", middle, 27, ink=SOFT, anchor="middle")


_LEAST, _NAME, _YEAR = 5, 26, 40
"""Pixels of a month that is still marked; of a month's name; of a year's number."""


def _choose_year_step(year: float, room: float) -> int:
    """How many years of this width have the room: 1, 10, 100 or 1,000 of them."""
    return next((step for step in (1, 10, 100) if year * step > room), 1000)


def _find_firsts(piece: TimeSegment) -> Iterator[date]:
    """The first day of each month."""
    day = piece.first
    yield day
    while day < _find_first_of_month(piece.last):  # no day beyond the last, which may be that of the calendar
        # from a first day, 31 days lead into the next month, whichever month it is
        day = _find_first_of_month(day + timedelta(days=31))
        yield day


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")


def _draw_spans(placed: Iterable[_Placed]) -> Iterator[str]:
    for moment, start, end, y in placed:
        if moment.since != moment.until:
            ink, dashes = _DOTS[moment.mark].stroke, "3,2" if moment.doubted else ""
            yield from link_marks(moment.lead, draw_line((start, y), (end, y), ink, 2, dashes))


def _draw_dots(placed: Iterable[_Placed]) -> Iterator[str]:
    for moment, start, end, y in placed:
        # the root, because the dot’s area is what is multiplied: a hundredfold one would cover the row
        times = min(moment.weight, _MOST) ** 0.5
        yield from link_marks(moment.lead, draw_dot(_DOTS[moment.mark], (start + end) / 2, y, times))


_MOST = 60
"""Statements beyond which a dot grows no more: it would cover its neighbours."""
