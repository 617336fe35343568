"""Coordinates → words, to a tenth of a degree: a point on a map of reports is no address."""

from __future__ import annotations

from build_tools.model.vocabulary import Coordinates


def write_coordinates(point: Coordinates | None) -> str:
    """`59.9° N, 30.3° E`; empty where they are not known."""
    if point is None:
        return ""
    north, east = "N" if point.lat >= 0 else "S", "E" if point.lon >= 0 else "W"
    return f"{_write_degrees(point.lat)}\u00a0{north}, {_write_degrees(point.lon)}\u00a0{east}"


def _write_degrees(value: float) -> str:
    return f"{abs(value):.1f}".removesuffix(".0") + "°"
