"""Dated reports and statements → a picture: one line for each subject, time from left to right, doubt drawn.

A day is a dot; a date that may be any day of a span is a bar as long as the span, dashed where the date
itself is marked as approximate or uncertain. Stretches of time without anything are cut out and marked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from build_tools.plots.ink import ACCENT, INK, PAPER, RULE, SMALL, SOFT, shortened
from build_tools.plots.layers import Layer, Row, field, layer, placed, whole, words
from build_tools.plots.picture import Caption, Lead, Picture

_LANE, _BETWEEN, _TOP = 11, 13, 46
_CUT, _GAP = timedelta(days=75), 34
"""Empty time that is cut out, and how wide the cut is drawn."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Something with a date."""

    row: str
    """The subject that it stands under; one of the rows given to `picture`."""
    since: date
    until: date
    """The days that its date may mean."""
    doubted: bool
    """Whether the date is marked as approximate or uncertain."""
    mark: str
    """`held` (a source of the archive), `origin` (a report behind it), `event` or `figure`."""
    lead: Lead
    weight: int = 1
    """How many statements it stands for."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The sizes of one variant, in pixels."""

    width: int
    left: int
    """Where time begins; names stand before it, or above their rows where it is 0."""


WIDE, NARROW = Frame(1000, 220), Frame(344, 0)

_MARKS: Mapping[str, Layer] = {
    "held": {"shape": "square", "size": 52, "stroke": INK, "fill": INK},
    "origin": {"shape": "square", "size": 48, "stroke": INK, "fill": PAPER},
    "event": {"shape": "circle", "size": 44, "stroke": ACCENT, "fill": ACCENT},
    "figure": {"shape": "circle", "size": 40, "stroke": INK, "fill": PAPER},
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the time scale without a long pause in it."""

    first: date
    last: date
    left: float
    width: float

    @property
    def day(self) -> float:
        """Pixels of one day."""
        return self.width / ((self.last - self.first).days + 1)

    def at(self, day: date) -> float:
        """The middle of the day, in pixels from the left."""
        return self.left + self.day * ((day - self.first).days + 0.5)


def picture(rows: Sequence[str], moments: Iterable[Moment], frame: Frame, caption: Caption) -> Picture:
    """The picture; rows without a moment are left out. Raises ValueError where there is nothing dated."""
    moments = sorted(moments, key=lambda m: (m.since, m.until, m.mark, m.lead.href))
    if not moments:
        raise ValueError("there is nothing to draw without a date")
    scale = stretches(moments, frame.left + 8, frame.width - 8)
    found, names, height = _placed(rows, moments, scale, frame)
    body = [*_ground(scale, height), *_spans(found), *_dots(found), words(names, x=field("x"), y=field("y"))]
    spec = {"width": frame.width, "height": height, "layer": placed(body, frame.width, height)}
    return Picture(caption, whole(spec), {key: m.lead for key, m, *_ in found})


_Placed = tuple[str, Moment, float, float, float]
"""Key, moment, from where to where, height."""


def stretches(moments: Sequence[Moment], left: float, right: float) -> tuple[Stretch, ...]:
    """The time scale in pieces: pauses longer than a season are cut out, busy pieces get more room."""
    pieces: list[list[date]] = []
    counts: list[int] = []
    for moment in sorted(moments, key=lambda m: m.since):
        if pieces and moment.since - pieces[-1][1] <= _CUT:
            pieces[-1][1] = max(pieces[-1][1], moment.until)
            counts[-1] += 1
        else:
            pieces.append([_month(moment.since), moment.until])
            counts.append(1)
    room = right - left - _GAP * (len(pieces) - 1)
    weights = [
        (p[1] - p[0]).days ** 0.5 + 2 + 20 * n / sum(counts) for p, n in zip(pieces, counts, strict=True)
    ]
    found: list[Stretch] = []
    for piece, weight in zip(pieces, weights, strict=True):
        width = room * weight / sum(weights)
        found.append(Stretch(piece[0], piece[1], left, width))
        left += width + _GAP
    return tuple(found)


def _month(day: date) -> date:
    return day.replace(day=1)


def _placed(
    rows: Sequence[str], moments: Sequence[Moment], scale: Sequence[Stretch], frame: Frame
) -> tuple[list[_Placed], list[Row], float]:
    by_row: dict[str, list[Moment]] = defaultdict(list)
    for moment in moments:
        by_row[moment.row].append(moment)
    found: list[_Placed] = []
    names: list[Row] = []
    y = float(_TOP)
    for row in (r for r in rows if by_row[r]):
        if not frame.left:
            y += 16
        names.append(
            {"words": shortened(row, 38 if frame.left else 46), "x": 0, "y": y - (0 if frame.left else 14)}
        )
        lanes: list[float] = []
        for moment in by_row[row]:
            piece = next(p for p in scale if p.first <= moment.since <= p.last)
            start, end = piece.at(moment.since), piece.at(min(moment.until, piece.last))
            lane = next((n for n, taken in enumerate(lanes) if taken + 11 <= start), len(lanes))
            lanes[lane : lane + 1] = [end]
            found.append((f"k{len(found)}", moment, start, end, y + lane * _LANE))
        y += len(lanes) * _LANE + _BETWEEN
    return found, names, y - _BETWEEN + 4


def _ground(scale: Sequence[Stretch], height: float) -> Iterable[Layer]:
    """Months as faint lines, their names and years above them, dots where time is cut out."""
    lines: list[Row] = []
    labels: list[Row] = []
    years: list[Row] = []
    for piece in scale:
        firsts = list(_firsts(piece))
        wide = piece.width / len(firsts)
        for n, day in enumerate(firsts):
            at = piece.at(day) - piece.day / 2
            if wide > _LEAST or day.month == 1:
                lines.append({"x": at, "y": 34, "to": height})
            if wide > _LEAST and n % ceil(_NAME / wide) == 0 and piece.left + piece.width - at > _NAME:
                labels.append({"words": _MONTHS[day.month - 1], "x": at + 2, "y": 27})
            if n == 0 or (day.month == 1 and at - piece.left > _YEAR):
                years.append({"words": str(day.year), "x": at + 2, "y": 10})
    cuts: list[Row] = [{"words": "⋯", "x": a.left + a.width + _GAP / 2, "y": 27} for a in scale[:-1]]
    x, y = field("x"), field("y")
    yield layer(lines, {"type": "rule", "color": RULE}, x=x, y=y, y2={"field": "to"})
    for rows, mark in ((labels, {"fontSize": SMALL}), (years, {}), (cuts, {"align": "center"})):
        if rows:
            yield words(rows, x=x, y=y, color=SOFT, **mark)


_LEAST, _NAME, _YEAR = 5, 26, 40
"""Pixels of a month that is still marked; of a month's name; of a year's number."""


def _firsts(piece: Stretch) -> Iterable[date]:
    """The first day of each month."""
    day = piece.first
    while day <= piece.last:
        yield day
        day = _month(day + timedelta(days=31))


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")


def _spans(found: Sequence[_Placed]) -> Iterable[Layer]:
    for ink, marks in ((INK, ("held", "origin", "figure")), (ACCENT, ("event",))):
        for doubted in (False, True):
            rows: list[Row] = [
                {"x": a, "to": b, "y": y, "lead": key}
                for key, m, a, b, y in found
                if m.since != m.until and m.doubted is doubted and m.mark in marks
            ]
            if rows:
                mark: Layer = {"type": "rule", "color": ink, "strokeWidth": 2}
                mark |= {"strokeDash": [3, 2]} if doubted else {}
                href = {"field": "lead", "type": "nominal"}
                yield layer(rows, mark, x=field("x"), x2={"field": "to"}, y=field("y"), href=href)


def _dots(found: Sequence[_Placed]) -> Iterable[Layer]:
    for name, mark in _MARKS.items():
        for many in sorted({m.weight for _, m, *_ in found}):
            rows: list[Row] = [
                {"x": (a + b) / 2, "y": y, "lead": key}
                for key, m, a, b, y in found
                if m.mark == name and m.weight == many
            ]
            if rows:
                size = float(str(mark["size"])) * min(many, 60) ** 0.5
                point: Layer = {"type": "point", "opacity": 1, **mark, "size": size}
                href = {"field": "lead", "type": "nominal"}
                yield layer(rows, point, x=field("x"), y=field("y"), href=href)
