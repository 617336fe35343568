"""A person, organisation, place or event → its page: under which names, in which findings and statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from build_tools.index import Index
from build_tools.index.lookups import list_names
from build_tools.model.base import ClaimRef
from build_tools.model.evidence import Finding, Origin
from build_tools.model.record import Record
from build_tools.model.search import SearchPart
from build_tools.model.vocabulary import Entity, EntityKind
from build_tools.pages.addresses import ENTITY_FOLDERS, entities_address, entity_address
from build_tools.pages.entity_lists import ENTITY_LISTS
from build_tools.pages.inline import Inline
from build_tools.pages.page import FrontMatterValue, Page, PageKind
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


def make_entity_page(index: Index, key: str) -> Page:
    """The page of a name."""
    entity = index.entities[key]
    refs = index.claims_of_entity.get(key, ())
    view = _make_view(entity, refs, index)
    return Page(
        kind=ENTITY_PAGES[entity.kind],
        address=entity_address(entity),
        title=entity.name,
        view=view,
        about=entity,
        description=entity.description,
        facts=_list_facts(view, refs),
        search=(SearchPart("", "", _write_search_text(view)),),
        hints=hint_entity(entity),
    )


def _make_view(entity: Entity, refs: tuple[ClaimRef, ...], index: Index) -> EntityView:
    published = tuple(index.records[slug] for slug in index.sources_of_outlet.get(entity.id, ()))
    written = _list_written(entity, index)
    findings = tuple(_list_mentioning(refs, index))
    groups = group_statements((ref for ref in refs if ref not in index.findings_of_claim), index)
    outside = "Only outside the articles: in photo credits, menus or links"
    return EntityView(
        entity=entity,
        letters=index.facts["letters"],
        list_link=Inline(ENTITY_LISTS[entity.kind].label, entities_address(entity.kind)),
        native=tuple(_group_native(entity)),
        names=tuple(sorted(list_names(entity) - {entity.name})),
        mentioned=outside if entity.outside_only else tell_extent(refs),
        where=write_coordinates(entity.coordinates) if entity.coordinates else "",
        published=published,
        written=written,
        origins=tuple(index.origins[origin] for origin in index.origins_of_entity.get(entity.id, ())),
        findings=findings,
        groups=groups,
        empty=not (findings or groups or entity.outside_only or written or published),
    )


def _list_written(entity: Entity, index: Index) -> tuple[Record, ...]:
    """What is signed with one of its names, by date, as the archive orders its sources."""
    # sorted: what is read is noted in this order, which must be the same in each run
    slugs = {slug for name in sorted(list_names(entity)) for slug in index.sources_of_author.get(name, ())}
    records = (index.records[slug] for slug in sorted(slugs))
    return tuple(sorted(records, key=lambda record: (record.published.date, record.slug)))


def _group_native(entity: Entity) -> Iterator[NativeNames]:
    for tag, names in groupby(entity.native, key=lambda name: name.language):
        yield NativeNames(language_name(tag), tag, tuple(name.text for name in names))


def _list_mentioning(refs: Iterable[ClaimRef], index: Index) -> Iterator[MentioningFinding]:
    """Each finding among the refs, the best supported first."""
    wanted = frozenset(refs)
    for finding in index.findings_with(refs):
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


def _write_search_text(view: EntityView) -> str:
    """Who or what it is; its names are hints, and its statements are found where their sources are."""
    return " ".join(filter(None, (view.entity.description, view.entity.note)))


def _list_ids(kind: EntityKind, index: Index) -> Iterator[str]:
    return (entity.id for entity in index.entities.values() if entity.kind is kind)


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
