"""What cleaning removed stands in its place on the page of the reading edition, and nowhere else."""

from __future__ import annotations

import pytest

from build_tools.index import Index
from build_tools.model.archive import Archive, Edition
from build_tools.model.clean import Verdict
from build_tools.pages.source import SOURCE_PAGE, SourceView
from build_tools.pipeline import PipelineSettings, assemble_archive
from tests.built import ROOT

SEEDS = ROOT / "examples" / "the-ferry" / "seeds"


@pytest.fixture(scope="module", params=Edition)
def archive(request: pytest.FixtureRequest) -> Archive:
    """The demonstration archive, in both editions."""
    return assemble_archive(PipelineSettings(seeds=SEEDS, edition=request.param))


def _removed(index: Index, slug: str) -> list[int]:
    """Numbers of the lines that the page shows as removed, in its order."""
    view = SOURCE_PAGE.make_page(index, slug).view
    assert isinstance(view, SourceView)
    return [line.n for lines in (*(p.removed for p in view.passages), view.removed) for line in lines]


def test_every_removed_line_is_there_once(archive: Archive) -> None:
    """In the order of the capture, none left out; the public edition has none, whatever is at hand."""
    index = Index(archive)
    reading = archive.edition is Edition.READING
    seen = 0
    for document in archive.documents:
        lines = document.clean.lines if reading and document.clean else ()
        expected = [line.n for line in lines if line.verdict is Verdict.REMOVED]
        assert _removed(index, document.record.slug) == expected, document.record.slug
        seen += len(expected)
    assert bool(seen) == reading
