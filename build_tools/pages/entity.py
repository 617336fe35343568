"""A person, organisation, place or event → its page: under which names, in which findings and statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from build_tools.index import Index
from build_tools.index.lookups import list_names
from build_tools.model.base import ClaimRef
from build_tools.model.evidence import Finding, Origin
from build_tools.model.record import Record
from build_tools.model.search import NO_HINTS, SearchPart
from build_tools.model.vocabulary import Entity, EntityKind
from build_tools.pages.addresses import ENTITY_FOLDERS, entities_address, entity_address
from build_tools.pages.entity_lists import ENTITY_LISTS
from build_tools.pages.inline import Inline
from build_tools.pages.long_pages import divide_by_source, list_long_keys, split_key, take_rows
from build_tools.pages.page import FrontMatterValue, Page, PageKind
from build_tools.pages.paging import ListPart, PageLink, name_list_page, page_address
from build_tools.pages.search_hints import hint_entity
from build_tools.pages.statement_groups import StatementGroup, group_statements, measure_extent, tell_extent
from build_tools.pages.statement_reports import StatementPlace, list_marks, make_place
from build_tools.text.coordinate_words import write_coordinates
from build_tools.text.english import write_tally
from build_tools.text.languages import language_name

_LABELS = {
    EntityKind.PERSON: "Person",
    EntityKind.ORGANISATION: "Organisation",
    EntityKind.PLACE: "Place",
    EntityKind.EVENT: "Event or law",
}


@dataclass(frozen=True, slots=True)
class NativeNames:
    """What those who bear the name call it in one language."""

    language: str
    """Its name."""
    tag: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MentioningFinding:
    """A finding with those of its statements that mention a name."""

    finding: Finding
    tally: str
    marks: tuple[str, ...]
    places: tuple[StatementPlace, ...]


@dataclass(frozen=True, slots=True)
class EntityView:
    """The page of a name."""

    entity: Entity
    letters: str
    """The language of what is written in other letters than Latin."""
    list_link: Inline
    """To the list in which it stands."""
    native: tuple[NativeNames, ...]
    names: tuple[str, ...]
    """What the sources call it."""
    mentioned: str
    where: str
    """Its coordinates in words; empty where it has none."""
    published: tuple[Record, ...]
    """What it published, where it is an outlet."""
    written: tuple[Record, ...]
    """What it signed, where it is an author."""
    origins: tuple[Origin, ...]
    findings: tuple[MentioningFinding, ...]
    groups: tuple[StatementGroup, ...]
    """Statements that stand in no finding."""
    empty: bool
    """Whether the archive has nothing to show of it."""
    later: Mapping[str, PageLink]
    """On the first page: lists that begin on a later one."""
    part: ListPart[Any]
    """Which rows of all its lists these are."""


def make_entity_page(index: Index, key: str) -> Page:
    """The page of a name, or one of its further pages."""
    name, number = split_key(key)
    entity = index.entities[name]
    refs = index.claims_of_entity.get(name, ())
    view = _make_view(entity, refs, number, index)
    # its names are hints, and its statements are found where their sources are
    searched = " ".join(filter(None, (entity.description, entity.note)))
    return Page(
        kind=ENTITY_PAGES[entity.kind],
        address=page_address(entity_address(entity), number),
        title=name_list_page(entity.name, number),
        view=view,
        about=None if number else entity,
        description=entity.description,
        facts=_list_facts(view, refs),
        search=() if number else (SearchPart("", "", searched),),
        hints=NO_HINTS if number else hint_entity(entity),
        within=entity.name if number else "",
    )


def _list_rows(entity: Entity, index: Index) -> dict[str, Sequence[Any]]:
    """All its lists, each row by what is needed to find it."""
    return {
        "published": index.sources_of_outlet.get(entity.id, ()),
        "written": _list_written(entity, index),
        "origins": index.origins_of_entity.get(entity.id, ()),
        "findings": index.findings_of_entity.get(entity.id, ()),
        "groups": divide_by_source(index.loose_claims_of_entity.get(entity.id, ())),
    }


def _make_view(entity: Entity, refs: tuple[ClaimRef, ...], number: str, index: Index) -> EntityView:
    lists = _list_rows(entity, index)
    taken = take_rows(lists, entity_address(entity), number)
    rows = taken.rows
    outside = "Only outside the articles: in photo credits, menus or links"
    # origins alone say nothing of the name
    told = any(every for name, every in lists.items() if name != "origins")
    return EntityView(
        entity=entity,
        letters=index.facts["letters"],
        list_link=Inline(ENTITY_LISTS[entity.kind].label, entities_address(entity.kind)),
        native=tuple(_group_native(entity)),
        names=tuple(sorted(list_names(entity) - {entity.name})),
        mentioned=outside if entity.outside_only else tell_extent(refs),
        where=write_coordinates(entity.coordinates),
        published=tuple(index.records[slug] for slug in rows["published"]),
        written=tuple(index.records[slug] for slug in rows["written"]),
        origins=tuple(index.origins[origin] for origin in rows["origins"]),
        findings=tuple(_list_mentioning(rows["findings"], refs, index)),
        groups=group_statements((ref for refs in rows["groups"] for ref in refs), index),
        empty=not (told or entity.outside_only),
        later=taken.later,
        part=taken.part,
    )


def _list_written(entity: Entity, index: Index) -> tuple[str, ...]:
    """What is signed with one of its names, by date, as the archive orders its sources."""
    # sorted: what is read is noted in this order, which must be the same in each run
    slugs = {slug for name in sorted(list_names(entity)) for slug in index.sources_of_author.get(name, ())}
    records = (index.records[slug] for slug in sorted(slugs))
    ordered = sorted(records, key=lambda record: (record.published.date, record.slug))
    return tuple(record.slug for record in ordered)


def _group_native(entity: Entity) -> Iterator[NativeNames]:
    for tag, names in groupby(entity.native, key=lambda name: name.language):
        yield NativeNames(language_name(tag), tag, tuple(name.text for name in names))


def _list_mentioning(
    names: Iterable[str], refs: Iterable[ClaimRef], index: Index
) -> Iterator[MentioningFinding]:
    """Each finding with those of its statements that are among the refs."""
    wanted = frozenset(refs)
    for finding in (index.findings[name] for name in names):
        statements = index.select_statements(wanted.intersection(finding.claims))
        yield MentioningFinding(
            finding=finding,
            tally=write_tally(finding, index.counts[finding.id]),
            marks=list_marks(finding, index.standings[finding.id]),
            places=tuple(make_place(statement, index) for statement in statements),
        )


def _list_facts(view: EntityView, refs: tuple[ClaimRef, ...]) -> Mapping[str, FrontMatterValue]:
    """What the vocabulary says of it, and its extent; what it does not say is left out."""
    entity = view.entity
    statements, sources = measure_extent(refs)
    facts: dict[str, FrontMatterValue | None] = {
        "id": entity.id,
        "kind": entity.kind.value,
        "type": entity.type,
        "names": list(view.names) or None,
        "native": [name for native in view.native for name in native.names] or None,
        "anonymous": entity.anonymous or None,
        "outside_only": entity.outside_only or None,
        "coordinates": view.where or None,
        "wikidata": entity.wikidata,
        "statements": statements,
        "sources": sources,
    }
    return {key: value for key, value in facts.items() if value is not None}


def _list_ids(kind: EntityKind, index: Index) -> Iterator[str]:
    named = (entity for entity in index.entities.values() if entity.kind is kind)
    return list_long_keys((e.id, sum(map(len, _list_rows(e, index).values()))) for e in named)


ENTITY_PAGES: Mapping[EntityKind, PageKind] = {
    kind: PageKind(
        name=kind.value,
        template="entity",
        folder=f"{ENTITY_FOLDERS[kind]}/",
        label=label,
        list_keys=partial(_list_ids, kind),
        make_page=make_entity_page,
        rank=3,
    )
    for kind, label in _LABELS.items()
}
