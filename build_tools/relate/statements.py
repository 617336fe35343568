"""Documents → statements by ref, because findings, topics and entities point at single claims."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model.archive import Document, Statement
from build_tools.model.base import ClaimRef


def sort_documents(documents: Iterable[Document]) -> tuple[Document, ...]:
    """The documents by date of publication, then slug."""
    return tuple(sorted(documents, key=lambda d: (d.record.published.date, d.record.slug)))


def list_statements(documents: Iterable[Document]) -> dict[ClaimRef, Statement]:
    """Every claim by its ref: sources as they come, claims of a source in the order they are written."""
    return {s.ref: s for d in documents for s in (Statement(d, c) for c in d.record.claims)}
