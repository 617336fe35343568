"""A source → what its chapter shows: passages with their claims and notes, the card, two citations."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.exports.epub.shelf import Shelf
from build_tools.model.archive import Document, Edition
from build_tools.model.clean import Kind
from build_tools.model.record import Claim, Note, Publish, Record
from build_tools.text.citing import chicago


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage of a source."""

    id: str
    captured: str
    """The captured text, where this edition may show it; else nothing."""
    heading: bool
    """A crosshead of the source: no number, no statements."""
    claims: tuple[Claim, ...]
    notes: tuple[Note, ...]


def source(document: Document, shelf: Shelf) -> dict[str, object]:
    """What the template needs."""
    record = document.record
    return {
        "record": record,
        "outlet": shelf.outlet(record),
        "passages": _passages(document, shelf.archive.edition),
        "report": chicago.entry(shelf.citing.report(record)),
        "held": chicago.entry(shelf.citing.record(record)),
        "shelf": shelf,
    }


def _passages(document: Document, edition: Edition) -> tuple[Passage, ...]:
    captured = _captured(document, edition)
    missing = [name for name in _names(document.record) if name not in captured]
    if not captured:
        return tuple(_passage(document.record, name) for name in missing)
    shown = [_passage(document.record, name, text, kind) for name, (text, kind) in captured.items()]
    return (*shown, *(_passage(document.record, name) for name in missing if _said(document.record, name)))


def _captured(document: Document, edition: Edition) -> dict[str, tuple[str, Kind]]:
    """The text by passage, as far as it may be shown; the title stands above the chapter already."""
    may = edition is Edition.READING or document.record.rights.publish is Publish.FULL
    if document.clean is None or not may:
        return {}
    return {p.id: (p.text, p.kind) for p in document.clean.paragraphs if p.kind is not Kind.TITLE}


def _passage(record: Record, name: str, text: str = "", kind: Kind | None = None) -> Passage:
    return Passage(
        name,
        text,
        kind is Kind.CROSSHEAD,
        tuple(c for c in record.claims if c.passage == name),
        tuple(n for n in record.notes if n.passage == name),
    )


def _said(record: Record, name: str) -> bool:
    return any(c.passage == name for c in record.claims) or any(n.passage == name for n in record.notes)


def _names(record: Record) -> tuple[str, ...]:
    before = [p for p in ("standfirst", "caption") if _said(record, p)]
    after = ["outside"] if _said(record, "outside") else []
    return (*before, *(f"p{n}" for n in range(1, record.paragraphs + 1)), *after)
