"""Maps: places where they are, names apart from each other, nothing beyond the frame."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import pi

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.plots import Caption, MarkLink, map_plot, write_svg
from build_tools.plots.projection import (
    EARTH_RADIUS,
    Box,
    Projection,
    clip_ring,
    find_middle,
)

CAPTION = Caption("tried", "A map", "What there is to see.")
LATITUDES, LONGITUDES = st.floats(-89, 89), st.floats(-180, 180)


def _place(name: str, lat: float, lon: float, weight: int = 1) -> map_plot.MappedPlace:
    return map_plot.MappedPlace(name, lat, lon, weight, MarkLink(f"../{name}/", name))


def _dots(svg: str) -> dict[str, tuple[float, float, float]]:
    found = re.findall(r'<a href="../([^/]*)/"[^>]*><title>[^<]*</title><circle [^>]*cx="([\d.-]+)" '
        r'cy="([\d.-]+)" r="([\d.]+)"', svg)  # fmt: skip
    return {name: (float(x), float(y), float(r)) for name, x, y, r in found}


@given(LATITUDES, LONGITUDES)
def test_the_middle_is_the_origin_and_a_quarter_is_as_far_as_it_is(lat: float, lon: float) -> None:
    """The point of contact is at zero; near it kilometres are kilometres, whatever the place."""
    plane = Projection(lat, lon)
    assert plane.project(lat, lon) == pytest.approx((0, 0), abs=0.01)
    north = plane.project(lat + 0.1, lon)
    assert north is not None
    assert north[1] == pytest.approx(-EARTH_RADIUS * pi / 1800, rel=0.001)
    assert plane.project(-lat, lon + 180) is None


def test_areas_are_true() -> None:
    """A square degree at the edge of a map has the area that it has on the globe."""
    plane = Projection(50, 60)
    corners = [plane.project(*at) for at in ((60, 100), (60, 101), (61, 101), (61, 100))]
    points = [point for point in corners if point]
    rolled = [*points[1:], points[0]]
    area = abs(sum(x * v - u * y for (x, y), (u, v) in zip(points, rolled, strict=True))) / 2
    # 111.195 km × 111.195 km × the cosine of 60.5 degrees
    assert area == pytest.approx(111.195**2 * 0.49242, rel=0.002)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.floats(-80, 80), st.floats(-60, 60), st.integers(0, 99)), min_size=1, max_size=12),
    st.sampled_from((map_plot.WIDE_MAP, map_plot.NARROW_MAP)),
)
def test_every_place_has_one_mark_in_the_frame(
    places: Sequence[tuple[float, float, int]], width: int
) -> None:
    """All marks lie in the picture; of two, the one that more statements mention is not the smaller."""
    mapped = [_place(f"n{n}", *place) for n, place in enumerate(places)]
    picture = map_plot.plot_map(mapped, width, CAPTION)
    dots = _dots(write_svg(picture))
    assert sorted(dots) == sorted(place.name for place in mapped)
    for x, y, _ in dots.values():
        assert 0 <= x <= picture.width
        assert 0 <= y <= picture.height
    ordered = sorted(mapped, key=lambda p: p.weight)
    sizes = [dots[place.name][2] for place in ordered]
    assert sizes == sorted(sizes)


def test_north_is_above_and_east_to_the_right() -> None:
    """As on any map, beyond the line where days change as well."""
    places = [_place("west", 10, 175), _place("east", 10, -175), _place("north", 20, 180)]
    dots = _dots(write_svg(map_plot.plot_map(places, map_plot.WIDE_MAP, CAPTION)))
    assert dots["west"][0] < dots["north"][0] < dots["east"][0]
    assert dots["north"][1] < dots["west"][1]


def test_names_of_near_places_do_not_cover_each_other() -> None:
    """Where two marks touch, their names stand on different sides."""
    places = [_place("Sallowhithe", 48.5, 38.6, 3), _place("Port Hennet", 48.6, 39.3), _place("Far", 52, 107)]
    svg = write_svg(map_plot.plot_map(places, map_plot.WIDE_MAP, CAPTION))
    anchors = dict(re.findall(r'font-size="11.5"((?: text-anchor="\w+")?)>(\w+)', svg))
    assert len({anchor for anchor, name in anchors.items() if name in {"Sallowhithe", "Port"}}) == 2


def test_a_single_place_has_land_around_it() -> None:
    """A map is never finer than its coasts, and has a scale."""
    svg = write_svg(map_plot.plot_map([_place("inland", 50, 20)], map_plot.NARROW_MAP, CAPTION))
    assert 'class="f-land"' in svg
    assert ">50 km<" in svg


def test_a_map_of_nothing_is_refused() -> None:
    """An empty frame says nothing."""
    with pytest.raises(ValueError, match="needs a place"):
        map_plot.plot_map([], map_plot.WIDE_MAP, CAPTION)


@given(st.lists(st.tuples(st.floats(-50, 50), st.floats(-50, 50)), min_size=3, max_size=9))
def test_what_is_clipped_lies_in_the_box(ring: Sequence[tuple[float, float]]) -> None:
    """No point of a coast is drawn beyond the frame; what lies within stays as it is."""
    box = Box(-10, -20, 30, 20)
    clipped = clip_ring(ring, box)
    for x, y in clipped:
        assert box.left - 0.001 <= x <= box.right + 0.001
        assert box.top - 0.001 <= y <= box.bottom + 0.001
    inside = [p for p in ring if box.left <= p[0] <= box.right and box.top <= p[1] <= box.bottom]
    assert {*inside} <= {*clipped}


def test_places_all_around_the_globe_have_some_middle() -> None:
    """Points that balance each other do not stop a build."""
    plane = find_middle([(0, 0), (0, 180)])
    assert (plane.lat, plane.lon) == (0, 0)
