"""Documents → one line per capture, because every file must be the one that was described."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.model.archive import Document


def write_fixity(documents: Iterable[Document]) -> str:
    """`<sha256>  <file>: ok`, or `not at hand`, or `no capture described`; one line per record."""
    return "".join(f"{line}\n" for document in documents for line in _list_lines(document))


def _list_lines(document: Document) -> Iterator[str]:
    yield _write_line(document)
    for text in document.earlier:
        state = "ok" if text.clean else "not at hand"
        yield f"{text.ref.sha256}  {text.ref.file}: {state}, until {text.ref.replaced}"


def _write_line(document: Document) -> str:
    described = document.record.capture
    if described is None:
        return f"{'-' * 64}  {document.record.slug}: no capture described"
    return f"{described.sha256}  {described.file}: {'ok' if document.clean else 'not at hand'}"
