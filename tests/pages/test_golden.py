"""Pages of the invented archive, whole, as files to read: a change of layout must be looked at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools.model.archive import Edition
from build_tools.model.rendered import RenderedPage
from build_tools.pipeline import PipelineSettings, assemble_archive
from tests.built import ROOT
from tests.published import assemble_once, publish_pages

GOLDEN = Path(__file__).parent / "golden"
SEEDS = ROOT / "examples" / "the-ferry" / "seeds"
PAGES = (
    "sources/radio-vell-barn/",
    "sources/radio-vell-barn/ledger/",
    "sources/packet-carrow-by-road/",
    "topics/missing-salt/",
    "people/ansel-thrape/",
    "findings/salt-without-account/",
)
"""A source with its text, its ledger, a source without a capture, and one page of each other kind."""


@pytest.fixture(scope="module")
def pages() -> dict[str, RenderedPage]:
    """Every generated page of the demonstration archive, by address."""
    return publish_pages(assemble_once(PipelineSettings(seeds=SEEDS, edition=Edition.READING)))


@pytest.mark.parametrize("form", ["html", "md"])
@pytest.mark.parametrize("address", PAGES)
def test_page_is_as_it_was_read(
    address: str, form: str, pages: dict[str, RenderedPage], golden: Callable[[Path, str], None]
) -> None:
    """The page is byte for byte the one that a person approved, in either form."""
    page = pages[address]
    name = address.strip("/").replace("/", "__")
    golden(GOLDEN / f"{name}.{form}", page.html if form == "html" else page.markdown)


def test_order_of_seeds_does_not_matter(tmp_path: Path, pages: dict[str, RenderedPage]) -> None:
    """Other file names, so another order on the disk, give the same pages, with all that is known of them."""
    for at, file in enumerate(sorted(SEEDS.iterdir(), reverse=True)):
        if file.is_dir():
            (tmp_path / file.name).mkdir()
            for inner in file.iterdir():
                (tmp_path / file.name / inner.name).write_bytes(inner.read_bytes())
        elif file.suffix == ".yml" and file.name[0].isdigit():
            (tmp_path / f"{at:02}.yml").write_bytes(file.read_bytes())
        else:
            (tmp_path / file.name).write_bytes(file.read_bytes())
    assert publish_pages(assemble_archive(PipelineSettings(seeds=tmp_path, edition=Edition.READING))) == pages
