"""The invented archives that speed is measured on: sound, of the right proportions, the same every time."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.scale.archives import add_name, change_sentence, make_archive, put_capture_aside
from build_tools.model.fault import Severity
from build_tools.pipeline import PipelineSettings, assemble_archive, check_material

SOURCES = 12


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def settings(folder: Path) -> PipelineSettings:
    return PipelineSettings(folder / "seeds")


@pytest.mark.parametrize("captures", [False, True], ids=["as a clone", "with captures"])
def test_an_invented_archive_is_sound(tmp_path: Path, *, captures: bool) -> None:
    """It has no fault but suggestions; its ledgers, written without cleaning, are what cleaning gives."""
    make_archive(tmp_path, SOURCES, captures=captures)
    assert {fault.severity for fault in check_material(settings(tmp_path))} <= {Severity.SUGGESTION}
    documents = assemble_archive(settings(tmp_path)).documents
    assert len(documents) == SOURCES
    assert all(document.ledger for document in documents)
    assert all((document.clean is not None) == captures for document in documents)


def test_an_invented_archive_has_the_proportions_of_the_real_one(tmp_path: Path) -> None:
    """As the guide tells them (explanation/speed.md): what is measured holds for archives of that kind."""
    make_archive(tmp_path, 10 * SOURCES)
    archive = assemble_archive(settings(tmp_path))
    records = [document.record for document in archive.documents]
    count = len(records)
    claims = [claim for record in records for claim in record.claims]
    assert len(archive.findings) == round(4.138 * count)
    assert len(archive.disagreements) == len(archive.origins) == 2 * count
    assert sum(record.paragraphs for record in records) / count == pytest.approx(20, rel=0.1)
    assert len(claims) / count == pytest.approx(15, rel=0.1)
    assert sum(len(claim.mentions) for claim in claims) / count == pytest.approx(25, rel=0.1)


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    """Two machines measure one thing; another seed is another archive."""
    for name, seed in (("one", 1), ("same", 1), ("other", 2)):
        make_archive(tmp_path / name, SOURCES, seed, captures=True)
    assert files(tmp_path / "one") == files(tmp_path / "same")
    assert files(tmp_path / "one") != files(tmp_path / "other")


def test_one_sentence_can_be_changed(tmp_path: Path) -> None:
    """One record changes, in one line, and the archive stays sound: what “one record changed” measures."""
    make_archive(tmp_path, SOURCES)
    before = files(tmp_path)
    slug = change_sentence(tmp_path, 5, "Another sentence stands here.")
    changed = {name for name, content in files(tmp_path).items() if content != before[name]}
    assert changed == {"seeds/000005.yml"}
    record = next(d.record for d in assemble_archive(settings(tmp_path)).documents if d.record.slug == slug)
    assert record.claims[0].text == "Another sentence stands here."


def test_a_name_and_a_capture_can_be_added(tmp_path: Path) -> None:
    """The vocabulary has one entry more, and the archive stays sound: what “one name added” measures."""
    make_archive(tmp_path / "own", SOURCES, captures=True)
    place, aside = put_capture_aside(tmp_path / "own", 3, tmp_path)
    before = assemble_archive(settings(tmp_path / "own"))
    add_name(tmp_path / "own", "Quillhaven")
    aside.rename(place)
    after = assemble_archive(settings(tmp_path / "own"))
    assert {e.name for e in after.entities} - {e.name for e in before.entities} == {"Quillhaven"}
    assert [sum(d.clean is not None for d in archive.documents) for archive in (before, after)] == [11, 12]
