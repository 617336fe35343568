"""Index → chapters with their links resolved, because a link in a book may not lead out of it by chance."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from build_tools.exports.epub.book_index import BookIndex
from build_tools.exports.epub.book_templates import render_book_file
from build_tools.exports.epub.source_chapter import make_chapter_context
from build_tools.index import Index
from build_tools.model.archive import Edition
from build_tools.model.dated import last_changed
from build_tools.model.site import Site
from build_tools.model.vocabulary import Entity, EntityKind
from build_tools.text.english import count_noun

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
    write: Callable[[], str]
    """XHTML, whole, out of what is read of the index while it runs."""
    language: str = "en"
    """Of the title."""
    part: str = ""
    """The part of the book that it belongs to; empty for a chapter that stands by itself."""
    members: tuple[str, ...] = ()
    """What it is about, where others may come to stand in the same file."""


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


def make_book(index: Index) -> Book:
    """The book. Captured text is in it only where this edition may show it."""
    chapters = tuple(_list_chapters(index, BookIndex(index)))
    parts: dict[str, list[Chapter]] = {}
    for chapter in chapters:
        parts.setdefault(chapter.part or chapter.title, []).append(chapter)
    return Book(
        index.site,
        index.edition,
        chapters,
        _find_newest_day(index),
        {name: tuple(among) for name, among in parts.items()},
    )


def _find_newest_day(index: Index) -> date | None:
    days = [last_changed(r) or r.published.date for r in index.records.values()]
    days += filter(None, map(last_changed, index.findings.values()))
    days += filter(None, map(last_changed, index.disagreements.values()))
    return max((day.span[0] for day in days), default=None)


def _list_chapters(index: Index, shelf: BookIndex) -> Iterator[Chapter]:
    yield _make_chapter(
        "title.xhtml",
        "Title page",
        "title",
        lambda: {"site": index.site, "edition": index.edition, "facts": _count_all(index)},
    )
    yield _make_chapter(
        "reading.xhtml", "How to read this book", "reading", lambda: {"edition": index.edition}
    )
    for slug, record in index.records.items():
        write = partial(_write_source, shelf, slug)
        yield Chapter(shelf.name_source_file(slug), record.title, write, record.language, "Sources")
    files = shelf.list_finding_files()
    for n, names in enumerate(files, start=1):
        title = "Findings" if len(files) == 1 else f"Findings {n}"
        tell = partial(_tell_findings, shelf, names)
        chapter = _make_chapter(f"findings-{n}.xhtml", title, "findings", tell)
        yield replace(chapter, part="Findings", members=names)
    yield from _list_last_chapters(index, shelf)


def _list_last_chapters(index: Index, shelf: BookIndex) -> Iterator[Chapter]:
    if index.disagreements:
        yield _make_chapter(
            "disagreements.xhtml",
            "Disagreements",
            "disagreements",
            lambda: {"entries": tuple(index.disagreements.values()), "shelf": shelf},
        )
    if index.origins:
        yield _make_chapter(
            "origins.xhtml",
            "Origins",
            "origins",
            lambda: {"origins": tuple(index.origins.values()), "shelf": shelf},
        )
    if _group_names(index):
        yield _make_chapter(
            "names.xhtml",
            "Index of names",
            "names",
            lambda: {"groups": _group_names(index), "shelf": shelf},
        )


def _write_source(shelf: BookIndex, slug: str) -> str:
    document = shelf.index.documents[slug]
    record = document.record
    return render_book_file(
        "source.xhtml", title=record.title, language=record.language, **make_chapter_context(document, shelf)
    )


def _tell_findings(shelf: BookIndex, names: Iterable[str]) -> dict[str, object]:
    return {"findings": tuple(shelf.index.findings[name] for name in names), "shelf": shelf}


def _group_names(index: Index) -> tuple[tuple[str, tuple[Entity, ...]], ...]:
    """Those that a statement mentions, by kind and name."""
    mentioned = [e for e in index.entities.values() if e.kind in _KINDS and index.claims_of_entity.get(e.id)]
    mentioned.sort(key=lambda e: (e.name.casefold(), e.id))
    groups = {label: tuple(e for e in mentioned if e.kind is kind) for kind, label in _KINDS.items()}
    return tuple((label, among) for label, among in groups.items() if among)


def _count_all(index: Index) -> str:
    return ", ".join(
        (
            count_noun(len(index.documents), "source"),
            count_noun(int(index.facts["statements"]), "statement"),
            count_noun(len(index.findings), "finding"),
        )
    )


def _make_chapter(file: str, title: str, template: str, tell: Callable[[], dict[str, object]]) -> Chapter:
    def write() -> str:
        return render_book_file(f"{template}.xhtml", title=title, language="en", **tell())

    return Chapter(file, title, write)
