"""Pages of the invented archive, whole, as files to read: a change of layout must be looked at."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.model.archive import Edition
from build_tools.pipeline import Settings, compose, gather
from tests.built import ROOT

GOLDEN = Path(__file__).parent / "golden"
SEEDS = ROOT / "examples" / "the-ferry" / "seeds"
PAGES = (
    "sources/radio-vell-barn.md",
    "sources/radio-vell-barn/ledger.md",
    "sources/packet-carrow-by-road.md",
    "topics/missing-salt.md",
    "people/ansel-thrape.md",
    "findings/salt-without-account.md",
)
"""A source with its text, its ledger, a source without a capture, and one page of each other kind."""


@pytest.fixture(scope="module")
def written() -> dict[str, str]:
    """Every generated file of the demonstration archive, by path."""
    archive = gather(Settings(seeds=SEEDS, edition=Edition.READING))
    return {made.path: made.content.decode() for made in compose(archive) if made.path.endswith(".md")}


@pytest.mark.parametrize("path", PAGES)
def test_page_is_as_it_was_read(path: str, written: dict[str, str], pytestconfig: pytest.Config) -> None:
    """The page is byte for byte the one that a person approved."""
    golden = GOLDEN / path.replace("/", "__")
    if pytestconfig.getoption("--regenerate"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(written[path], "utf-8")
    assert written[path] == golden.read_text("utf-8"), "look at it, then: pytest tests/pages --regenerate"


def test_every_page_has_one_title_and_its_metadata(written: dict[str, str]) -> None:
    """Front matter first, then one first-level heading: what any renderer of Markdown needs."""
    for path, text in written.items():
        assert text.startswith("---\ntitle: "), path
        body = text.split("\n---\n", 1)[1]
        assert [line for line in body.splitlines() if line.startswith("# ")][1:] == [], path


def test_order_of_seeds_does_not_matter(tmp_path: Path, written: dict[str, str]) -> None:
    """Other file names, so another order on the disk, give the same pages."""
    for at, file in enumerate(sorted(SEEDS.iterdir(), reverse=True)):
        if file.is_dir():
            (tmp_path / file.name).mkdir()
            for inner in file.iterdir():
                (tmp_path / file.name / inner.name).write_bytes(inner.read_bytes())
        elif file.suffix == ".yml" and file.name[0].isdigit():
            (tmp_path / f"{at:02}.yml").write_bytes(file.read_bytes())
        else:
            (tmp_path / file.name).write_bytes(file.read_bytes())
    archive = gather(Settings(seeds=tmp_path, edition=Edition.READING))
    assert {m.path: m.content.decode() for m in compose(archive) if m.path.endswith(".md")} == written
