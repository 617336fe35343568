"""Index → each source's custody log and timestamps as committed, so that anybody can check them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from build_tools.index import Index
from build_tools.model.artifact import FilePiece, FilePlan


def list_custody_files(index: Index) -> Iterator[FilePlan]:
    """Beside the page of each source that has one."""
    for slug, (is_logged, tokens) in index.custody_logs.items():
        if is_logged:
            yield FilePlan(name_custody_file(slug), (FilePiece("", partial(_write_log, index, slug)),))
        for number in tokens:
            content = partial(_write_token, index, slug, number)
            yield FilePlan(name_token_file(slug, number), (FilePiece("", content),))


def name_custody_file(slug: str) -> str:
    """Its path below the site."""
    return f"sources/{slug}/custody.json"


def name_token_file(slug: str, number: int) -> str:
    """The path of the timestamp that an entry tells of."""
    return f"sources/{slug}/custody.{number}.tsr"


def _write_token(index: Index, slug: str, number: int) -> bytes:
    return dict(index.documents[slug].custody.tokens)[number]


def _write_log(index: Index, slug: str) -> bytes:
    return index.documents[slug].custody.source.encode()
