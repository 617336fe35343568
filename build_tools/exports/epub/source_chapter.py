"""A source → what its chapter shows: passages with their claims and notes, the card, two citations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from build_tools.exports.epub.book_index import BookIndex
from build_tools.model.archive import Document, Edition
from build_tools.model.clean import Kind
from build_tools.model.record import Claim, Note, Record
from build_tools.model.slots import fill_slots
from build_tools.rights import shown_passages
from build_tools.text.citing import chicago


@fill_slots
@dataclass(frozen=True, slots=True)
class ChapterPassage:
    """One passage of a source."""

    id: str
    captured: str
    """The captured text, where this edition may show it; else nothing."""
    heading: bool
    """A crosshead of the source: no number, no statements."""
    claims: tuple[Claim, ...]
    notes: tuple[Note, ...]


def make_chapter_context(document: Document, shelf: BookIndex) -> dict[str, object]:
    """What the template needs."""
    record = document.record
    return {
        "record": record,
        "outlet": shelf.name_outlet(record),
        "passages": _list_passages(document, shelf.index.edition),
        "report": chicago.write_chicago_entry(shelf.index.citing.cite_report(record)),
        "held": chicago.write_chicago_entry(shelf.index.citing.cite_record(record)),
        "shelf": shelf,
    }


def _list_passages(document: Document, edition: Edition) -> tuple[ChapterPassage, ...]:
    shown, said = shown_passages(document, edition), _group_by_passage(document.record)
    paragraphs = document.clean.paragraphs if document.clean else ()
    # as far as it may be shown; the title stands above the chapter already
    captured = {p.id: (p.text, p.kind) for p in paragraphs if p.id in shown and p.kind is not Kind.TITLE}
    names = document.told_passages
    # the order of the text holds only where all of it is shown; else passages stand by their numbers
    if captured and len(shown) == len(paragraphs):
        names = (*captured, *(name for name in names if name not in captured and name in said))
    return tuple(_make_passage(name, said, *captured.get(name, ())) for name in names)


@dataclass(slots=True)
class _ClaimsAndNotes:
    """What the archive has to say of one passage, in the order of the record."""

    claims: list[Claim] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def _group_by_passage(record: Record) -> dict[str, _ClaimsAndNotes]:
    """By passage; none for a passage without claims and notes."""
    said: dict[str, _ClaimsAndNotes] = defaultdict(_ClaimsAndNotes)
    for claim in record.claims:
        said[claim.passage].claims.append(claim)
    for note in record.notes:
        said[note.passage].notes.append(note)
    return dict(said)


def _make_passage(
    name: str, said: Mapping[str, _ClaimsAndNotes], text: str = "", kind: Kind | None = None
) -> ChapterPassage:
    here = said.get(name)
    claims, notes = (tuple(here.claims), tuple(here.notes)) if here else ((), ())
    return ChapterPassage(name, text, kind is Kind.CROSSHEAD, claims, notes)
