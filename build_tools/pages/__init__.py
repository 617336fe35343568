"""Archive → Markdown pages, because the site is a folder of readable files before it is a site."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.archive import Archive
from build_tools.model.artifact import Artifact
from build_tools.pages import evidence, indexes, ledger, source
from build_tools.pages.catalogue import Catalogue
from build_tools.pages.page import Page
from build_tools.pages.render import artifact


def compose(archive: Archive) -> tuple[Artifact, ...]:
    """Every generated page of the archive, as Markdown files below `docs/`, in order of path."""
    return tuple(sorted(map(artifact, _pages(Catalogue(archive))), key=lambda a: a.path))


def _pages(catalogue: Catalogue) -> Iterator[Page]:
    yield from _sources(catalogue)
    yield from indexes.pages(catalogue)
    yield from evidence.pages(catalogue)


def _sources(catalogue: Catalogue) -> Iterator[Page]:
    documents = catalogue.archive.documents
    records = [None, *(d.record for d in documents), None]
    for at, document in enumerate(documents):
        yield source.page(document, catalogue, (records[at], records[at + 2]))
        if document.ledger:
            yield ledger.page(document, document.ledger, catalogue)
