"""What cleaning removed stands in its place on the page of the reading edition, and nowhere else."""

from __future__ import annotations

import pytest

from build_tools.model.archive import Archive, Document, Edition
from build_tools.model.clean import Verdict
from build_tools.pages.catalogue import Catalogue
from build_tools.pages.neighbours import ways
from build_tools.pages.page import Page
from build_tools.pages.source import page
from build_tools.pipeline import Settings, gather
from tests.built import ROOT

SEEDS = ROOT / "examples" / "the-ferry" / "seeds"


@pytest.fixture(scope="module", params=Edition)
def archive(request: pytest.FixtureRequest) -> Archive:
    """The demonstration archive, in both editions."""
    return gather(Settings(seeds=SEEDS, edition=request.param))


def _page(document: Document, archive: Archive) -> Page:
    catalogue = Catalogue(archive)
    return page(document, catalogue, ways(catalogue)[document.record.slug])


def _removed(made: Page) -> list[int]:
    """Numbers of the lines that the page shows as removed, in its order."""
    passages = made.content["passages"]
    after = made.content["removed"]
    assert isinstance(passages, tuple)
    assert isinstance(after, tuple)
    return [line.n for part in (*(p.removed for p in passages), after) for line in part]


def test_every_removed_line_is_there_once(archive: Archive) -> None:
    """In the order of the capture, none left out; the public edition has none, whatever is at hand."""
    reading = archive.edition is Edition.READING
    seen = 0
    for document in archive.documents:
        lines = document.clean.lines if reading and document.clean else ()
        expected = [line.n for line in lines if line.verdict is Verdict.REMOVED]
        assert _removed(_page(document, archive)) == expected, document.record.slug
        seen += len(expected)
    assert bool(seen) == reading
