"""The list of places: a map where some have coordinates, and the same in words."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from build_tools.index import Index
from build_tools.model.vocabulary import Coordinates, Entity, EntityKind
from build_tools.pages.entity import ENTITY_PAGES
from build_tools.pages.entity_lists import ENTITY_LISTS
from build_tools.pages.places_map import MOST_MAPPED, draw_places
from build_tools.pages.render import render_page
from build_tools.text.coordinate_words import write_coordinates
from tests.relate.make import archive, claim, record

MILL = {"lat": 59.93, "lon": -30.0, "basis": "the mill, from the sheet of 1906"}


def _place(name: str, **fields: object) -> Entity:
    told = {"id": name, "name": name.title(), "kind": "place", "type": "town", "description": "A town."}
    return Entity.model_validate({**told, **fields})


def _index(*places: Entity) -> Index:
    return Index(archive([record("bugle", claim("p1c1", mentions=["mill"]))], entities=places))


def test_places_with_coordinates_are_on_a_map_and_in_the_list() -> None:
    """The map leads to each; what has no point is told, and both forms list all places."""
    page = ENTITY_LISTS[EntityKind.PLACE].make_page(
        _index(_place("mill", coordinates=MILL), _place("moor")), ""
    )
    view: Any = page.view
    assert view.picture.links == (("places/mill/", ""),)
    assert "1 place has no point, and stands only in the list" in view.picture.legend
    content = render_page(page)
    assert "59.9°\u00a0N, 30°\u00a0W" in content.html
    assert "59.9°\u00a0N, 30°\u00a0W" in content.markdown
    assert "<title>Mill: 1 statement</title>" in content.html


def test_a_place_tells_what_its_point_is() -> None:
    """Its page has the coordinates with their basis."""
    page = ENTITY_PAGES[EntityKind.PLACE].make_page(_index(_place("mill", coordinates=MILL)), "mill")
    assert "59.9°\u00a0N, 30°\u00a0W (the mill, from the sheet of 1906)" in render_page(page).markdown
    assert page.facts["coordinates"] == "59.9°\u00a0N, 30°\u00a0W"


def test_places_without_coordinates_have_no_map() -> None:
    """An invented town lies nowhere: the list is as it was, without an empty column."""
    page = ENTITY_LISTS[EntityKind.PLACE].make_page(_index(_place("mill")), "")
    content = render_page(page)
    assert "<svg" not in content.html
    assert "Where" not in content.markdown


def test_a_map_has_so_many_places_at_most() -> None:
    """Those that most statements mention, and it says how many more there are."""
    many = [_place(f"n{n}", coordinates={**MILL, "lat": n / 2}) for n in range(MOST_MAPPED + 3)]
    picture = draw_places((place, n) for n, place in enumerate(many))
    assert picture
    assert len(picture.links) == MOST_MAPPED
    assert ("places/n2/", "") not in picture.links
    assert "3 places more, the least mentioned, stand only in the list" in picture.legend


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"coordinates": {**MILL, "lat": 90.5}}, "less than or equal to 90"),
        ({"coordinates": {**MILL, "lon": -181}}, "greater than or equal to -180"),
        ({"coordinates": {**MILL, "lat": "59.9"}}, "valid number"),
        ({"coordinates": {"lat": 1, "lon": 2}}, "basis"),
        ({"coordinates": MILL, "kind": "person"}, "only a place has coordinates"),
    ],
)
def test_coordinates_are_checked(fields: dict[str, object], fault: str) -> None:
    """A slip of the pen puts no town into the sea: numbers on the globe, with a basis, of places alone."""
    with pytest.raises(ValidationError, match=fault):
        _place("mill", **fields)


def test_degrees_have_a_tenth_and_a_side() -> None:
    """South and west are told by letters."""
    point = Coordinates.model_validate({"lat": -0.04, "lon": 7, "basis": "a buoy"})
    assert write_coordinates(point) == "0°\u00a0S, 7°\u00a0E"
