"""What is likely wrong is told of and ends no build: captures that are gone, dates out of order."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest
import yaml

from build_tools.model.archive import Edition
from build_tools.model.fault import Severity
from build_tools.pipeline import PipelineSettings, check_material
from build_tools.read import read_all
from tests.archives import lay_capture, write_archive
from tests.read.cases import GOOD
from tests.site.workshop import Workshop


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("gone", [True, False])
def test_a_capture_that_is_gone_is_told_of(tmp_path: Path, edition: Edition, gone: bool) -> None:
    """A moved folder would give a reading edition without texts, in silence; the public one needs none."""
    folder = write_archive(tmp_path / "a")
    capture = lay_capture(folder)
    if gone:
        (folder / "seeds" / capture.file).unlink()
    faults = check_material(PipelineSettings(folder / "seeds", edition=edition))
    missing = [fault for fault in faults if fault.code == "C118"]
    assert bool(missing) == (gone and edition is Edition.READING)
    assert all(fault.severity is Severity.WARNING for fault in missing)
    assert all("river-floods-old-mill" in fault.message for fault in missing)


def test_a_build_tells_of_it(tmp_path: Path) -> None:
    """It warns and goes on; with `--strict` it does not go on."""
    shop = Workshop(tmp_path).furnish(edition="reading", invented=True)
    (shop.seeds / "reuse.json").unlink()
    for path in sorted(shop.seeds.glob("*.txt")) + sorted(shop.seeds.glob("*.html")):
        path.unlink()
    outcome = shop.build()
    assert not outcome.faults
    assert any("C118" in line for line in outcome.warnings)
    assert [code for code, _ in shop.build_elsewhere(tmp_path / "strict", strict=True).faults] == ["C118"]


@pytest.mark.parametrize("damage", [b"", b"\n\xff\xfe\x81 caf\xe9\n"])
def test_a_build_tells_of_doubtful_letters(tmp_path: Path, damage: bytes) -> None:
    """Wrong letters look like the publisher's own: a build says as `check` does that there are some."""
    shop = Workshop(tmp_path / "shop").furnish(edition="reading", invented=True)
    shutil.rmtree(shop.seeds)
    laid = write_archive(tmp_path / "laid")
    capture = lay_capture(laid)
    shutil.move(laid / "seeds", shop.seeds)
    for page in shop.hand.glob("*.md"):
        page.write_text("# A page\n\nWords.\n")
    (path,) = shop.records()
    content = capture.content + damage
    (shop.seeds / capture.file).write_bytes(content)
    record = yaml.safe_load(path.read_text())
    record["capture"] |= {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
    path.write_text(yaml.safe_dump(record))
    outcome = shop.build()
    warned = [line for line in outcome.warnings if "wrong letters" in line]
    assert (outcome.faults, len(warned)) == ([], bool(damage))
    assert all(record["slug"] in line for line in warned)


@pytest.mark.parametrize(
    ("published", "taken", "told"),
    [
        ("2999", "2001", True), ("2022-08-10", "2022-08-09", True), ("2022-08-10T11:36", "2022-08-10", False),
        ("2022", "2022-01-01", False), ("2022-08~", "2022-07", True), ("../2022", "2001", False),
        ("2022/..", "2021", True), ("2022", "2021/..", False), ("2022", "2999", False),
    ],
)  # fmt: skip
@pytest.mark.parametrize("field", ["taken", "added"])
def test_dates_out_of_order_are_told_of(
    tmp_path: Path, published: str, taken: str, told: bool, field: str
) -> None:
    """Whatever certainly came before publication; what may be the same day is no reason to warn."""
    if field == "added" and not (taken.replace("-", "").isdigit() and len(taken) == len("2022-08-09")):
        taken = {"2001": "2001-01-01", "2022-07": "2022-07-01", "2021": "2021-01-01"}.get(taken, "2999-01-01")
    shutil.copytree(GOOD, tmp_path / "seeds")
    path = tmp_path / "seeds/harbour.yml"
    record = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only
    record |= {"published": {"date": published, "basis": "stated"}, "paragraphs": 2}
    record["capture"]["bytes"] = int(record["capture"]["bytes"])
    (record if field == "added" else record["capture"])[field] = taken
    path.write_text(yaml.safe_dump(record, allow_unicode=True), "utf-8")
    faults = [fault for fault in read_all(tmp_path / "seeds").faults if fault.code == "R124"]
    assert [fault.severity for fault in faults] == [Severity.WARNING] * told


@pytest.mark.parametrize(
    ("name", "right"),
    [(".", False), ("..", False), ("...", False), (". .", False), (" ", False), ("a/b", False),
     ("a\\b", False), (".a", True), ("a.", True), ("a", True), ("ä b.TXT", True)],
)  # fmt: skip
def test_a_capture_has_the_name_of_a_file(tmp_path: Path, name: str, right: bool) -> None:
    """Dots and blanks alone name a folder, or nothing."""
    shutil.copytree(GOOD, tmp_path / "seeds")
    path = tmp_path / "seeds/harbour.yml"
    path.write_text(path.read_text("utf-8").replace("file: harbour.txt", f"file: '{name}'"), "utf-8")
    told = [fault.code for fault in read_all(tmp_path / "seeds").faults if fault.severity is Severity.ERROR]
    assert told == ([] if right else ["R107"])
