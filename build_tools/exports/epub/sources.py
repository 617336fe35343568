"""A source → what its chapter shows: passages with their claims and notes, the card, two citations."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.exports.epub.shelf import Shelf
from build_tools.model.archive import Document, Edition
from build_tools.model.clean import Kind
from build_tools.model.record import Claim, Note, Record
from build_tools.rights import shown_passages
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
    record, captured = document.record, _captured(document, edition)
    names = _names(record)
    whole = document.clean and len(shown_passages(document, edition)) == len(document.clean.paragraphs)
    if captured and whole:
        names = (*captured, *(name for name in names if name not in captured and _said(record, name)))
    return tuple(_passage(record, name, *captured.get(name, ())) for name in names)


def _captured(document: Document, edition: Edition) -> dict[str, tuple[str, Kind]]:
    """The text by passage, as far as it may be shown; the title stands above the chapter already."""
    shown = shown_passages(document, edition)
    paragraphs = document.clean.paragraphs if document.clean else ()
    return {p.id: (p.text, p.kind) for p in paragraphs if p.id in shown and p.kind is not Kind.TITLE}


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
