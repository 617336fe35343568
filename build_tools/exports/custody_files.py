"""Index → each source's custody log as committed, so that anybody can check its chain."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from build_tools.index import Index
from build_tools.model.artifact import FilePiece, FilePlan


def list_custody_files(index: Index) -> Iterator[FilePlan]:
    """Beside the page of each source that has one."""
    for slug, document in index.documents.items():
        if document.custody.entries:
            yield FilePlan(name_custody_file(slug), (FilePiece("", partial(_write_log, index, slug)),))


def name_custody_file(slug: str) -> str:
    """Its path below the site."""
    return f"sources/{slug}/custody.json"


def _write_log(index: Index, slug: str) -> bytes:
    return index.documents[slug].custody.source.encode()
