"""Index → chapters with their links resolved, because a link in a book may not lead out of it by chance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from build_tools.exports.epub.setting import rendered
from build_tools.exports.epub.shelf import Shelf
from build_tools.exports.epub.sources import source
from build_tools.index import Index
from build_tools.model.archive import Edition
from build_tools.model.dated import last_changed
from build_tools.model.site import Site
from build_tools.model.vocabulary import Entity, EntityKind
from build_tools.text.prose import count

_KINDS = {
    EntityKind.PERSON: "People",
    EntityKind.ORGANISATION: "Organisations",
    EntityKind.PLACE: "Places",
    EntityKind.EVENT: "Events and laws",
}


@dataclass(frozen=True, slots=True)
class Chapter:
    """One file of the book."""

    file: str
    title: str
    text: str
    """XHTML, whole."""
    language: str = "en"
    """Of the title."""
    part: str = ""
    """The part of the book that it belongs to; empty for a chapter that stands by itself."""


@dataclass(frozen=True, slots=True)
class Book:
    """The archive as a book."""

    site: Site
    edition: Edition
    chapters: tuple[Chapter, ...]
    changed: date | None
    """The newest day that a record, a finding or a disagreement tells of itself."""
    parts: dict[str, tuple[Chapter, ...]] = field(default_factory=dict)
    """The chapters by part, in the order of the book; a chapter by itself is a part of its own."""


def book(index: Index) -> Book:
    """The book. Captured text is in it only where this edition may show it."""
    chapters = tuple(_chapters(index, Shelf(index)))
    parts: dict[str, list[Chapter]] = {}
    for chapter in chapters:
        parts.setdefault(chapter.part or chapter.title, []).append(chapter)
    return Book(
        index.site,
        index.edition,
        chapters,
        _changed(index),
        {name: tuple(among) for name, among in parts.items()},
    )


def _changed(index: Index) -> date | None:
    days = [last_changed(r) or r.published.date for r in index.records.values()]
    days += filter(None, map(last_changed, index.findings.values()))
    days += filter(None, map(last_changed, index.disagreements.values()))
    return max((day.earliest for day in days), default=None)


def _chapters(index: Index, shelf: Shelf) -> Iterator[Chapter]:
    facts = ", ".join(
        (
            count(len(index.documents), "source"),
            count(len(index.statements), "statement"),
            count(len(index.findings), "finding"),
        )
    )
    yield _chapter("title.xhtml", "Title page", "title", site=index.site, edition=index.edition, facts=facts)
    yield _chapter("reading.xhtml", "How to read this book", "reading", edition=index.edition)
    for document in index.documents.values():
        record = document.record
        yield Chapter(
            shelf.source(record.slug),
            record.title,
            rendered("source.xhtml", title=record.title, language=record.language, **source(document, shelf)),
            record.language,
            "Sources",
        )
    for n, found in enumerate(shelf.findings_in_files, start=1):
        title = "Findings" if len(shelf.findings_in_files) == 1 else f"Findings {n}"
        yield _chapter(f"findings-{n}.xhtml", title, "findings", part="Findings", findings=found, shelf=shelf)
    if index.disagreements:
        entries = tuple(index.disagreements.values())
        yield _chapter("disagreements.xhtml", "Disagreements", "disagreements", entries=entries, shelf=shelf)
    if index.origins:
        origins = tuple(index.origins.values())
        yield _chapter("origins.xhtml", "Origins", "origins", origins=origins, shelf=shelf)
    names = tuple((label, among) for kind, label in _KINDS.items() if (among := _named(index, kind)))
    if names:
        yield _chapter("names.xhtml", "Index of names", "names", groups=names, shelf=shelf)


def _named(index: Index, kind: EntityKind) -> tuple[Entity, ...]:
    """Entities of a kind that a statement mentions, by name."""
    among = [e for e in index.entities.values() if e.kind is kind and index.claims_of_entity.get(e.id)]
    return tuple(sorted(among, key=lambda e: (e.name.casefold(), e.id)))


def _chapter(file: str, title: str, template: str, *, part: str = "", **content: object) -> Chapter:
    text = rendered(f"{template}.xhtml", title=title, language="en", **content)
    return Chapter(file, title, text, part=part)
