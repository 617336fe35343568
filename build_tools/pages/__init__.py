"""Archive → Markdown pages, because the site is a folder of readable files before it is a site."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from build_tools.model.archive import Archive
from build_tools.model.artifact import Artifact
from build_tools.pages import (
    citations,
    disagreements,
    explore,
    figures,
    findings,
    indexes,
    ledger,
    missing,
    origins,
    reuse,
    source,
    timeline,
)
from build_tools.pages.catalogue import Catalogue
from build_tools.pages.head import Heads
from build_tools.pages.neighbours import ways
from build_tools.pages.page import Page
from build_tools.pages.render import artifact
from build_tools.pages.shape import shape
from build_tools.pages.whole import whole
from build_tools.plots import Draw, vega


def compose(archive: Archive, draw: Draw = vega) -> tuple[Artifact, ...]:
    """Every generated page of the archive, as Markdown files below `docs/`, in order of path.

    `draw` is how pictures are drawn, for callers who keep them.
    """
    catalogue = Catalogue(archive, draw)
    heads = Heads.of(catalogue)
    made = (artifact(heads.added(page)) for page in _pages(catalogue))
    return tuple(sorted(made, key=lambda a: a.path))


def fragments(archive: Archive) -> Mapping[str, Callable[[str], str]]:
    """Pieces for hand-written pages, by name; each is made for the path of the page that it goes into."""
    catalogue = Catalogue(archive)
    return {"shape": partial(shape, catalogue), "citation": partial(whole, catalogue)}


def by_hand(archive: Archive) -> Callable[[str, str], Mapping[str, object]]:
    """What machines read of a hand-written page: path and title → what else goes into its front matter."""
    return Heads.of(Catalogue(archive)).by_hand


def _pages(catalogue: Catalogue) -> Iterator[Page]:
    yield from _sources(catalogue)
    yield from citations.pages(catalogue)
    yield from indexes.pages(catalogue)
    yield from findings.pages(catalogue)
    yield from disagreements.pages(catalogue)
    yield from origins.pages(catalogue)
    yield from figures.pages(catalogue)
    yield from timeline.pages(catalogue)
    yield from missing.pages(catalogue)
    yield from reuse.pages(catalogue)
    yield from explore.pages(catalogue)


def _sources(catalogue: Catalogue) -> Iterator[Page]:
    along = ways(catalogue)
    for document in catalogue.archive.documents:
        yield source.page(document, catalogue, along[document.record.slug])
        if document.ledger:
            yield ledger.page(document, document.ledger, catalogue)
