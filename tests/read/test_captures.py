"""Captures at hand: recognised by what they are, wherever they lie and whatever they are called."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from build_tools.model.capture import Capture
from build_tools.model.fault import Fault
from build_tools.read import read_all
from tests.read.cases import GOOD


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """The good seeds."""
    return Path(shutil.copytree(GOOD, tmp_path / "seeds"))


def _capture(seeds: Path, captures: Path | None = None) -> tuple[Capture | None, tuple[Fault, ...]]:
    reading = read_all(seeds, captures)
    return reading.sound.seeds[0].capture, reading.faults


def test_under_another_name(seeds: Path) -> None:
    """A capture is known by its digest: renaming it loses nothing."""
    (seeds / "harbour.txt").rename(seeds / "kept-from-2021.txt")
    capture, faults = _capture(seeds)
    assert capture
    assert capture.file == "kept-from-2021.txt"
    assert not faults


def test_in_a_folder_of_its_own(seeds: Path, tmp_path: Path) -> None:
    """A capture may lie in the folder that `--captures` names."""
    (tmp_path / "kept").mkdir()
    (seeds / "harbour.txt").rename(tmp_path / "kept" / "harbour.txt")
    assert _capture(seeds) == (None, ())
    capture, faults = _capture(seeds, tmp_path / "kept")
    assert capture
    assert not faults


def test_absence_is_normal(seeds: Path) -> None:
    """A record is whole without its capture, and keeps the committed ledger."""
    (seeds / "harbour.txt").unlink()
    reading = read_all(seeds)
    assert not reading.faults
    assert reading.sound.seeds[0].capture is None
    ledger = reading.sound.seeds[0].ledger
    assert ledger
    assert [paragraph.id for paragraph in ledger.body] == ["p1", "p2"]
    assert not any(line.text for line in ledger.lines)


def test_right_text_beside_a_wrong_one(seeds: Path, tmp_path: Path) -> None:
    """A wrong text under the capture's name does no harm while the right one is at hand."""
    (tmp_path / "kept").mkdir()
    (seeds / "harbour.txt").rename(tmp_path / "kept" / "right.txt")
    (tmp_path / "kept" / "harbour.txt").write_text("Another text.", "utf-8")
    capture, faults = _capture(seeds, tmp_path / "kept")
    assert capture
    assert capture.file == "right.txt"
    assert [fault.code for fault in faults] == ["C103"]


def test_link_under_the_name_of_a_capture(seeds: Path) -> None:
    """A link is not followed, even if what it leads to has the right digest."""
    (seeds / "harbour.txt").rename(seeds.parent / "outside.txt")
    (seeds / "harbour.txt").symlink_to("../outside.txt")
    capture, faults = _capture(seeds)
    assert capture is None
    assert [fault.code for fault in faults] == ["Y101"]
