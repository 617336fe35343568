"""Addresses are known before anything is rendered: what would be lost, and old ones that are taken."""

from __future__ import annotations

from pathlib import Path

from build_tools import pipeline
from build_tools.index import Index
from build_tools.kept_addresses import list_page_addresses
from build_tools.model.fault import Fault
from build_tools.model.kept_addresses import KeptAddresses
from build_tools.pipeline import PipelineSettings
from build_tools.site.published_addresses import list_site_addresses
from tests.archives import write_archive
from tests.built import ROOT


def test_addresses_are_those_of_the_site(demo_site: Path) -> None:
    """Of every generated page of the built one, by its kind and key alone."""
    archive = pipeline.assemble_archive(PipelineSettings(ROOT / "examples/the-ferry/seeds"))
    named = {
        a for a in list_page_addresses(Index(archive)) if not a.rstrip("/").rpartition("/")[2].isdecimal()
    }
    old = {moved.old for moved in archive.moved}
    handwritten = {"", "method/", "about/", "cite/", "rights/", "berkeley-protocol/"}
    built = set(list_site_addresses(demo_site))
    assert named <= built
    assert built - named - old <= handwritten


def _check(folder: Path, kept: KeptAddresses) -> list[Fault]:
    found = pipeline.check_material(PipelineSettings(folder / "seeds", kept=kept))
    return [fault for fault in found if fault.code in ("S109", "V114")]


def test_a_page_that_would_be_lost_is_told_at_its_line(tmp_path: Path) -> None:
    """Not one that is written by hand, one that moved, or a file, which only a build makes."""
    folder = write_archive(tmp_path)
    (folder / "seeds/moved.yml").write_text('- {old: sources/gone/, day: "2031-06-01", reason: Asked for.}\n')
    listed = ("about/", "sources/gone/", "sources/river-floods-old-mill/", "downloads/x.csv", "sources/lost/")
    lines = {address: n for n, address in enumerate(listed, 1)}
    kept = KeptAddresses("addresses.txt", lines, frozenset({"about/"}))
    assert [(f.path, f.line, f.code) for f in _check(folder, kept)] == [("addresses.txt", 5, "S109")]


def test_an_old_address_at_which_a_page_stands_is_a_fault(tmp_path: Path) -> None:
    """Generated or written by hand: one of both could not be seen."""
    folder = write_archive(tmp_path)
    (folder / "seeds/moved.yml").write_text(
        '- {old: sources/river-floods-old-mill/, day: "2031-06-01", reason: Asked for.}\n'
        '- {old: about/, new: topics/, day: "2031-06-01"}\n'
    )
    kept = KeptAddresses("", {}, frozenset({"about/"}))
    assert [(f.line, f.column, f.code) for f in _check(folder, kept)] == [(1, 9, "V114"), (2, 9, "V114")]
