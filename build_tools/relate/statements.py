"""Documents → statements by ref, because findings, topics and entities point at single claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from build_tools.model.archive import Document, Statement
from build_tools.model.base import ClaimRef
from build_tools.model.packed_documents import PackedDocuments
from build_tools.model.record import Record


def sort_documents(documents: Iterable[Document]) -> Sequence[Document]:
    """The documents by date of publication, then slug; what is packed is in this order already."""
    if isinstance(documents, PackedDocuments):
        return documents
    return tuple(sorted(documents, key=lambda d: (d.record.published.date, d.record.slug)))


def list_statements(records: Iterable[Record]) -> dict[ClaimRef, Statement]:
    """Every claim by its ref: sources as they come, claims of a source in the order they are written."""
    return {s.ref: s for record in records for s in (Statement(record, claim) for claim in record.claims)}
