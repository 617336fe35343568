"""Archive → the pages that lead to sources: by date, topic, person, organisation, place and event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from build_tools.model.archive import Statement
from build_tools.model.record import Claim, Record
from build_tools.model.vocabulary import Entity, EntityKind, Topic
from build_tools.pages.catalogue import FOLDERS, Catalogue, entity_file, topic_file
from build_tools.pages.page import Page
from build_tools.pages.reports import Shown, all_shown, shown
from build_tools.text.languages import language_name
from build_tools.text.prose import count

_HEADINGS = {
    EntityKind.PERSON: (
        "People",
        "Everyone whom the sources name, and those whom they quote without a name.",
    ),
    EntityKind.ORGANISATION: (
        "Organisations",
        "Governments, armed forces, news outlets and groups that the sources name.",
    ),
    EntityKind.PLACE: ("Places", "Countries, regions, towns and institutions that the sources name."),
    EntityKind.EVENT: (
        "Events and laws",
        "What happened, and what was enacted, as far as the sources name it.",
    ),
}

Group = tuple[Record, str, tuple[Claim, ...]]
"""A record, its outlet's name, and some of its claims."""


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """All index pages, and the page of each topic and entity."""
    yield _sources(catalogue)
    yield _topics(catalogue)
    for topic in catalogue.archive.topics:
        yield _topic(topic, catalogue)
    for kind in EntityKind:
        yield _entities(kind, catalogue)
    for entity in catalogue.archive.entities:
        yield _entity(entity, catalogue)


def groups(statements: Iterable[Statement], catalogue: Catalogue) -> tuple[Group, ...]:
    """Statements by source, in the archive's order, which is by date."""
    return tuple(
        (record, catalogue.outlet(record), tuple(s.claim for s in same))
        for record, same in (
            (next(iter(block)).document.record, block)
            for block in (tuple(run) for _, run in groupby(statements, key=lambda s: s.document.record.slug))
        )
    )


def extent(refs: Iterable[str]) -> str:
    """`12 statements in 3 sources`."""
    statements, sources = tally(refs)
    return f"{count(statements, 'statement')} in {count(sources, 'source')}" if statements else "none yet"


def tally(refs: Iterable[str]) -> tuple[int, int]:
    """How many statements, and in how many sources."""
    refs = tuple(refs)
    return len(refs), len({ref.partition("#")[0] for ref in refs})


def _sources(catalogue: Catalogue) -> Page:
    rows = [
        (
            document.record,
            catalogue.outlet(document.record),
            [o.publisher for r in document.record.retells if (o := catalogue.origins.get(r.origin))],
        )
        for document in catalogue.archive.documents
    ]
    return Page(
        path="sources/index.md",
        title="Sources",
        template="sources",
        description="Every report that the archive describes, by date.",
        content={"rows": rows},
        wide=True,
    )


def _topics(catalogue: Catalogue) -> Page:
    tops = [t for t in catalogue.archive.topics if t.broader is None]
    return Page(
        path="topics/index.md",
        title="Topics",
        template="topics",
        description="The subjects under which statements are indexed.",
        content={"tree": [_branch(t, catalogue) for t in tops]},
    )


def _branch(topic: Topic, catalogue: Catalogue) -> tuple[Topic, str, list[object]]:
    below = [_branch(t, catalogue) for t in catalogue.narrower(topic.id)]
    return topic, extent(catalogue.archive.by_topic.get(topic.id, ())), list(below)


def _topic(topic: Topic, catalogue: Catalogue) -> Page:
    refs = catalogue.archive.by_topic.get(topic.id, ())
    findings = catalogue.findings_among(refs)
    return Page(
        path=topic_file(topic.id),
        title=topic.label,
        template="topic",
        description=topic.scope_note,
        record=topic.model_dump(mode="json", exclude_none=True, exclude={"rules"}),
        content={
            "topic": topic,
            "broader": catalogue.topics.get(topic.broader or ""),
            "narrower": catalogue.narrower(topic.id),
            "related": [catalogue.topics[t] for t in topic.related if t in catalogue.topics],
            "extent": extent(refs),
            "findings": all_shown(findings, catalogue),
            "groups": groups(catalogue.statements(refs), catalogue),
        },
    )


def _entities(kind: EntityKind, catalogue: Catalogue) -> Page:
    heading, introduction = _HEADINGS[kind]
    members = [e for e in catalogue.archive.entities if e.kind is kind]
    members.sort(key=lambda e: (e.anonymous, e.outside_only, e.name.casefold()))
    return Page(
        path=f"{FOLDERS[kind]}/index.md",
        title=heading,
        template="entities",
        description=introduction,
        content={
            "introduction": introduction,
            "letters": catalogue.letters,
            "rows": [(e, *tally(catalogue.archive.by_entity.get(e.id, ()))) for e in members],
        },
        wide=True,
    )


def _within(refs: Iterable[str], catalogue: Catalogue) -> tuple[tuple[Shown, tuple[Statement, ...]], ...]:
    """Each finding among the refs, with those of its statements that are among them."""
    wanted = set(refs)
    return tuple(
        (shown(f, catalogue), catalogue.statements(wanted.intersection(f.claims)))
        for f in catalogue.findings_among(wanted)
    )


def _outside(refs: Iterable[str], catalogue: Catalogue) -> tuple[Statement, ...]:
    """The statements among the refs that stand in no finding."""
    return tuple(s for s in catalogue.statements(refs) if s.ref not in catalogue.findings_of)


def _entity(entity: Entity, catalogue: Catalogue) -> Page:
    refs = catalogue.archive.by_entity.get(entity.id, ())
    published = [d.record for d in catalogue.archive.documents if d.record.outlet == entity.id]
    origins = [o for o in catalogue.archive.origins if o.entity == entity.id]
    names = sorted({f.text for f in entity.forms} - {entity.name})
    called = {entity.name, *names}
    written = [d.record for d in catalogue.archive.documents if called.intersection(d.record.authors)]
    return Page(
        path=entity_file(entity),
        title=entity.name,
        template="entity",
        description=entity.description,
        record=entity.model_dump(mode="json", exclude_none=True, exclude_defaults=True, by_alias=True),
        content={
            "entity": entity,
            "index": (_HEADINGS[entity.kind][0], f"{FOLDERS[entity.kind]}/index.md"),
            "names": names,
            "letters": catalogue.letters,
            "published": published,
            "written": written,
            "origins": origins,
            "language_name": language_name,
            "extent": extent(refs),
            "findings": _within(refs, catalogue),
            "catalogue": catalogue,
            "groups": groups(_outside(refs, catalogue), catalogue),
        },
    )
