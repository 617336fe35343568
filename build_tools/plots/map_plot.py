"""Places with coordinates → a map: a mark for each, the larger, the more is said of it, on coasts and lakes.

Borders are not drawn: a map of reports takes no side in what they are about (decisions/0037).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import sqrt
from typing import Literal

from build_tools.plots.projection import Box, PlanePoint, Projection, clip_ring, find_middle
from build_tools.plots.svg_marks import (
    INK,
    MARKED,
    PAPER,
    SMALL_FONT_SIZE,
    SOFT,
    DotStyle,
    MarkLink,
    draw_area,
    draw_dot,
    draw_line,
    draw_text,
    link_together,
)
from build_tools.plots.svg_picture import Caption, Picture

WIDE_MAP, NARROW_MAP = 1000, 344
"""Pixels: of a page without a margin, and of a phone."""

_LEAST_EXTENT = 300.0
"""Kilometres from side to side at least: nearer, the coasts would be drawn finer than they are known."""

_TALLEST, _FLATTEST = 0.72, 0.5
"""Height as a part of the width, at most and at least."""

_EDGE = 34.0
"""Pixels between the outermost mark and the frame."""


@dataclass(frozen=True, slots=True)
class MappedPlace:
    """A place at a point."""

    name: str
    lat: float
    lon: float
    """Degrees, north and east positive."""
    weight: int
    """How many statements mention it."""
    lead: MarkLink


@dataclass(frozen=True, slots=True)
class _Frame:
    """Kilometres of the plane → pixels."""

    projection: Projection
    middle: PlanePoint
    scale: float
    """Pixels of a kilometre."""
    width: float
    height: float

    def place(self, lat: float, lon: float) -> PlanePoint | None:
        point = self.projection.project(lat, lon)
        if point is None:
            return None
        x = (point[0] - self.middle[0]) * self.scale + self.width / 2
        return x, (point[1] - self.middle[1]) * self.scale + self.height / 2


def plot_map(places: Iterable[MappedPlace], width: int, caption: Caption) -> Picture:
    """The map, which is as large as its places need. Raises ValueError where there is none."""
    # the most mentioned first: they take the best places for their names, and lie under the smaller marks
    places = sorted(places, key=lambda p: (-p.weight, p.name, p.lead.href))
    if not places:
        raise ValueError("a map needs a place")
    frame = _fit_frame(places, width)
    marks = [*_draw_ground(frame), *_draw_scale(frame), *_draw_places(places, frame)]
    return Picture(caption, frame.width, frame.height, marks)


def _fit_frame(places: Sequence[MappedPlace], width: int) -> _Frame:
    projection = find_middle((place.lat, place.lon) for place in places)
    points = [point for p in places if (point := projection.project(p.lat, p.lon))]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    across = max(max(xs) - min(xs), _LEAST_EXTENT)
    down = max(max(ys) - min(ys), _LEAST_EXTENT * _FLATTEST)
    height = min(max(width * down / across, width * _FLATTEST), width * _TALLEST)
    # names stand beside their marks, so the sides need more room
    scale = min((width - 4 * _EDGE) / across, (height - 2 * _EDGE) / down)
    middle = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    return _Frame(projection, middle, scale, width, height)


@cache
def _load_outline() -> dict[str, tuple[tuple[PlanePoint, ...], ...]]:
    """`land` and `lakes`: rings of (latitude, longitude)."""
    table = json.loads(files("build_tools.plots").joinpath("outline.json").read_text("utf-8"))
    return {name: tuple(tuple(_walk(ring)) for ring in table[name]) for name in ("land", "lakes")}


def _walk(steps: Sequence[int]) -> Iterator[PlanePoint]:
    x = y = 0
    for right, up in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + right, y + up
        yield y / 10, x / 10


def _draw_ground(frame: _Frame) -> Iterator[str]:
    """Land, and the lakes in it, as far as they lie in the frame."""
    box = Box(0, 0, frame.width, frame.height)
    for name, ink in (("land", "land"), ("lakes", PAPER)):
        rings = (
            clip_ring([p for lat, lon in ring if (p := frame.place(lat, lon))], box)
            for ring in _load_outline()[name]
        )
        if path := "".join(_trace(ring) for ring in rings if len(ring) > 2):  # noqa: PLR2004 - a line
            yield draw_area(path, ink)


def _trace(ring: Sequence[PlanePoint]) -> str:
    """Whole pixels: the coast is not known finer."""
    pixels = dict.fromkeys((round(x), round(y)) for x, y in ring)
    return "M" + "L".join(f"{x},{y}" for x, y in pixels) + "Z"


def _draw_scale(frame: _Frame) -> Iterator[str]:
    """A round number of kilometres, about a sixth of the width."""
    wanted = frame.width / 6 / frame.scale
    length = max(n for n in _LENGTHS if n <= max(wanted, _LENGTHS[0]))
    y, x = frame.height - 14.5, 10.0
    yield draw_line((x, y), (x + length * frame.scale, y), SOFT)
    yield draw_text(f"{length:,} km", x, y - 9, ink=SOFT, size=SMALL_FONT_SIZE)


_LENGTHS = (10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
"""Kilometres."""


def _draw_places(places: Sequence[MappedPlace], frame: _Frame) -> Iterator[str]:
    most = max(place.weight for place in places) or 1
    placed = [(p, point) for p in places if (point := frame.place(p.lat, p.lon))]
    # the corner that the scale stands in
    taken = [Box(0, frame.height - 34, 10 + frame.width / 5, frame.height)]
    taken += [_surround(point, _measure_reach(p, most)) for p, point in placed]
    for place, (x, y) in placed:
        reach = _measure_reach(place, most)
        dot = DotStyle("circle", (2 * reach) ** 2, PAPER, MARKED)
        words, anchor, box = _place_name(place, (x, y), reach, taken, frame)
        taken.append(box)
        name = draw_text(place.name, *words, ink=INK, size=SMALL_FONT_SIZE, anchor=anchor)
        yield link_together(place.lead, draw_dot(dot, x, y), name)


def _measure_reach(place: MappedPlace, most: int) -> float:
    """By the root: area is what is compared."""
    return 3.5 + 6.5 * sqrt(place.weight / most)


def _surround(point: PlanePoint, reach: float) -> Box:
    return Box(point[0] - reach, point[1] - reach, point[0] + reach, point[1] + reach)


def _place_name(
    place: MappedPlace, point: PlanePoint, reach: float, taken: Sequence[Box], frame: _Frame
) -> tuple[PlanePoint, Literal["start", "middle", "end"], Box]:
    """Where a name has most room: beside its mark, or over or under it; with the box that it takes."""
    x, y = point
    # 5.8 pixels a letter of the small size
    length = 5.8 * len(place.name)
    far = reach + 4
    ways: tuple[tuple[PlanePoint, Literal["start", "middle", "end"], float], ...] = (
        ((x + far, y), "start", x + far),
        ((x - far, y), "end", x - far - length),
        ((x, y - far - 6), "middle", x - length / 2),
        ((x, y + far + 6), "middle", x - length / 2),
        ((x + far - 3, y + far + 2), "start", x + far - 3),
        ((x + far - 3, y - far - 2), "start", x + far - 3),
    )
    boxes = [Box(left, at[1] - 7, left + length, at[1] + 7) for at, _, left in ways]
    costs = [sum(_overlap(box, other) for other in taken) + 4 * _measure_outside(box, frame) for box in boxes]
    best = costs.index(min(costs))
    return ways[best][0], ways[best][1], boxes[best]


def _overlap(one: Box, other: Box) -> float:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return max(0.0, across) * max(0.0, down)


def _measure_outside(box: Box, frame: _Frame) -> float:
    return 14 * (max(0.0, -box.left) + max(0.0, box.right - frame.width)) + 50 * (
        max(0.0, -box.top) + max(0.0, box.bottom - frame.height)
    )
