"""People, organisations, places, events → the list of each, with how often the sources name them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from build_tools.index import Index
from build_tools.model.search import SearchPart
from build_tools.model.vocabulary import Entity, EntityKind
from build_tools.pages.addresses import ENTITY_FOLDERS, entities_address
from build_tools.pages.drawings import Drawing
from build_tools.pages.page import Page, PageKind
from build_tools.pages.places_map import draw_places
from build_tools.pages.statement_groups import measure_extent
from build_tools.text.coordinate_words import write_coordinates

_HEADINGS = {
    EntityKind.PERSON: (
        "People",
        "Everyone whom the sources name, and those whom they quote without a name.",
    ),
    EntityKind.ORGANISATION: (
        "Organisations",
        "Governments, armed forces, news outlets and groups that the sources name.",
    ),
    EntityKind.PLACE: (
        "Places",
        "Countries, regions, towns and institutions that the sources name.",
    ),
    EntityKind.EVENT: (
        "Events and laws",
        "What happened, and what was enacted, as far as the sources name it.",
    ),
}
"""Name of the list, introduction."""


@dataclass(frozen=True, slots=True)
class EntityRow:
    """A name in a list."""

    entity: Entity
    statements: int
    sources: int
    where: str
    """Its coordinates in words; empty where it has none."""


@dataclass(frozen=True, slots=True)
class EntitiesView:
    """A list of names."""

    title: str
    introduction: str
    letters: str
    """The language of what is written in other letters than Latin."""
    picture: Drawing | None
    """A map, of places of which some have coordinates."""
    rows: tuple[EntityRow, ...]


def make_entities_page(kind: EntityKind, index: Index, _key: str) -> Page:
    """The list of all names of a kind."""
    title, introduction = _HEADINGS[kind]
    members = [entity for entity in index.entities.values() if entity.kind is kind]
    # names first, then those without a name, then those that stand in photo credits and menus only
    members.sort(key=lambda e: (e.anonymous, e.outside_only, e.name.casefold()))
    rows = tuple(
        EntityRow(e, *measure_extent(index.claims_of_entity.get(e.id, ())), write_coordinates(e.coordinates))
        for e in members
    )
    picture = draw_places((row.entity, row.statements) for row in rows) if kind is EntityKind.PLACE else None
    return Page(
        kind=ENTITY_LISTS[kind],
        address=entities_address(kind),
        title=title,
        view=EntitiesView(title, introduction, index.facts["letters"], picture, rows),
        description=introduction,
        search=(SearchPart("", "", introduction),),
    )


ENTITY_LISTS: Mapping[EntityKind, PageKind] = {
    kind: PageKind(
        name=ENTITY_FOLDERS[kind],
        template="entities",
        folder=f"{ENTITY_FOLDERS[kind]}/",
        label=label,
        list_keys=lambda _: ("",),
        make_page=partial(make_entities_page, kind),
        menu="Names",
        listed=True,
        wide=True,
        scripts=("spelling.js", "tables.js", "pictures.js"),
    )
    for kind, (label, _) in _HEADINGS.items()
}
