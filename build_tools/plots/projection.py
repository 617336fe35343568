"""Places on the globe → a plane on which areas are true: Lambert’s azimuthal projection at their middle."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import asin, atan2, cos, degrees, radians, sin, sqrt

EARTH_RADIUS = 6371.0
"""Kilometres."""

_FAR = -0.5
"""Cosine of the angle from the middle beyond which nothing is placed: the other side is torn apart."""


@dataclass(frozen=True, slots=True)
class Projection:
    """The plane that touches the globe at a point."""

    lat: float
    lon: float
    """Degrees."""

    def project(self, lat: float, lon: float) -> tuple[float, float] | None:
        """Kilometres to the right of the point and below it; None on the other side of the globe."""
        here, there, turn = radians(self.lat), radians(lat), radians(lon - self.lon)
        near = sin(here) * sin(there) + cos(here) * cos(there) * cos(turn)
        if near < _FAR:
            return None
        scale = EARTH_RADIUS * sqrt(2 / (1 + near))
        x = scale * cos(there) * sin(turn)
        y = scale * (cos(here) * sin(there) - sin(here) * cos(there) * cos(turn))
        return x, -y


def find_middle(places: Iterable[tuple[float, float]]) -> Projection:
    """The plane at the middle of places, (latitude, longitude) each: that of their points on the globe."""
    x = y = z = 0.0
    for lat, lon in places:
        x += cos(radians(lat)) * cos(radians(lon))
        y += cos(radians(lat)) * sin(radians(lon))
        z += sin(radians(lat))
    length = sqrt(x * x + y * y + z * z)
    # places that balance each other around the globe have no middle: any will do
    if length < 1e-9:  # noqa: PLR2004 - nothing, but for rounding
        return Projection(0, 0)
    return Projection(degrees(asin(z / length)), degrees(atan2(y, x)))


PlanePoint = tuple[float, float]
"""In the plane."""


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the plane."""

    left: float
    top: float
    right: float
    bottom: float


def clip_ring(ring: Sequence[PlanePoint], box: Box) -> list[PlanePoint]:
    """What of a ring lies in a box, as Sutherland and Hodgman clip: side after side."""
    sides = (
        (0, box.left, 1),
        (0, box.right, -1),
        (1, box.top, 1),
        (1, box.bottom, -1),
    )
    points = list(ring)
    for axis, bound, sign in sides:
        clipped: list[PlanePoint] = []
        for n, point in enumerate(points):
            before = points[n - 1]
            inside, was = ((p[axis] - bound) * sign >= 0 for p in (point, before))
            if inside != was:
                clipped.append(_cross(before, point, axis, bound))
            if inside:
                clipped.append(point)
        points = clipped
    return points


def _cross(one: PlanePoint, other: PlanePoint, axis: int, bound: float) -> PlanePoint:
    share = (bound - one[axis]) / (other[axis] - one[axis])
    return one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1])
