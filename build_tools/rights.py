"""Record × edition → what text under copyright may be shown: one answer, because six once gave several.

Pages, ledgers, shared wording, the book, JSON-LD and the leak guard ask here and nowhere else. A place may
show less than it may, never more.
"""

from __future__ import annotations

from build_tools.model.archive import Archive, Document, Edition
from build_tools.model.codes import make_fault_at
from build_tools.model.fault import Fault
from build_tools.model.packed_documents import collect_records, list_facts
from build_tools.model.record import Publish, Record


def may_show_text(record: Record, edition: Edition) -> bool:
    """Whether an edition may show any captured text of a record, be its capture at hand or not."""
    return edition is Edition.READING or record.rights.publish is not Publish.DIGEST


def name_permission(record: Record) -> str:
    """What a record says of it, as a word for catalogues: `digest`, `excerpt`, `full`."""
    return record.rights.publish.value


def shown_passages(document: Document, edition: Edition) -> frozenset[str]:
    """Ids of the passages whose captured text this edition may show; none where no capture is at hand."""
    if document.clean is None or not may_show_text(document.record, edition):
        return frozenset()
    every = frozenset(paragraph.id for paragraph in document.clean.paragraphs)
    return every if _is_whole(document.record, edition) else every & {*document.record.rights.passages}


def shown_lines(document: Document, edition: Edition) -> frozenset[int]:
    """Numbers of the capture's lines whose text this edition may show: whole, or those of shown passages.

    A licence or permission for all of a text (`full`) holds for its capture as it is, which may then even be
    committed; for some passages (`excerpt`), what stands around them stays the publisher's.
    """
    if document.clean is None:
        return frozenset()
    if _is_whole(document.record, edition):
        return frozenset(line.n for line in document.clean.lines)
    passages = shown_passages(document, edition)
    return frozenset(n for p in document.clean.paragraphs if p.id in passages for n in p.lines)


def _is_whole(record: Record, edition: Edition) -> bool:
    return edition is Edition.READING or record.rights.publish is Publish.FULL


def find_missing_captures(archive: Archive, seeds: str) -> tuple[Fault, ...]:
    """Of the reading edition: the warning that captures which its records describe are not at hand.

    The public edition is the same without them; this one would be a site without texts. `seeds`: its folder.
    """
    if archive.edition is Edition.PUBLIC:
        return ()
    records, facts = collect_records(archive.documents), list_facts(archive.documents)
    described = [(r.slug, told.captured) for r, told in zip(records, facts, strict=True) if r.capture]
    missing = [slug for slug, captured in described if not captured]
    if not missing:
        return ()
    named = ", ".join(missing[:_NAMED]) + (" …" if len(missing) > _NAMED else "")
    message = f"{len(missing)} of {len(described)} captures are not at hand: {named}."
    return (make_fault_at(seeds, 1, 1, "C118", message),)


_NAMED = 5
"""Missing captures that are named: all of them are in `archive verify`."""
