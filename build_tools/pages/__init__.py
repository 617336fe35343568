"""Archive → Markdown pages, because the site is a folder of readable files before it is a site."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from build_tools.model.archive import Archive
from build_tools.model.artifact import Artifact
from build_tools.pages import evidence, explore, indexes, ledger, source
from build_tools.pages.catalogue import Catalogue
from build_tools.pages.neighbours import ways
from build_tools.pages.page import Page
from build_tools.pages.render import artifact
from build_tools.pages.shape import shape


def compose(archive: Archive) -> tuple[Artifact, ...]:
    """Every generated page of the archive, as Markdown files below `docs/`, in order of path."""
    return tuple(sorted(map(artifact, _pages(Catalogue(archive))), key=lambda a: a.path))


def fragments(archive: Archive) -> Mapping[str, Callable[[str], str]]:
    """Pieces for hand-written pages, by name; each is made for the path of the page that it goes into."""
    return {"shape": partial(shape, Catalogue(archive))}


def _pages(catalogue: Catalogue) -> Iterator[Page]:
    yield from _sources(catalogue)
    yield from indexes.pages(catalogue)
    yield from evidence.pages(catalogue)
    yield from explore.pages(catalogue)


def _sources(catalogue: Catalogue) -> Iterator[Page]:
    along = ways(catalogue)
    for document in catalogue.archive.documents:
        yield source.page(document, catalogue, along[document.record.slug])
        if document.ledger:
            yield ledger.page(document, document.ledger, catalogue)
