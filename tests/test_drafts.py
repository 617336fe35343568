"""Drafts: no build waits for them or has them, and the person who writes them sees them, marked."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools import pipeline
from build_tools.cli import main
from build_tools.model.archive import Edition
from build_tools.pipeline import PipelineSettings
from tests.archives import write_archive


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive of two records as the working folder, the second a draft."""
    monkeypatch.chdir(write_archive(tmp_path, sources=2))
    change_draft(tmp_path, "slug:", "draft: true\nslug:")
    return tmp_path


def change_draft(folder: Path, old: str, new: str) -> None:
    """Change the second record."""
    record = folder / "seeds/sample-002.yml"
    record.write_text(record.read_text().replace(old, new, 1))


def list_slugs(settings: PipelineSettings) -> list[str]:
    """The sources of an archive."""
    return [document.record.slug for document in pipeline.assemble_archive(settings).documents]


def test_a_draft_is_for_its_keeper_alone(folder: Path) -> None:
    """It is in no public build; the reading edition and `archive serve` have it."""
    seeds = folder / "seeds"
    both = ["river-floods-old-mill", "river-floods-old-mill-2"]
    assert list_slugs(PipelineSettings(seeds)) == both[:1]
    assert list_slugs(PipelineSettings(seeds, edition=Edition.READING)) == both
    assert list_slugs(PipelineSettings(seeds, drafts=True)) == both


def test_a_draft_is_one_however_it_says_so(folder: Path) -> None:
    """A key in quotation marks may be written with escapes."""
    change_draft(folder, "draft: true", '"dr\\x61ft": true')
    assert list_slugs(PipelineSettings(folder / "seeds")) == ["river-floods-old-mill"]


def test_a_draft_is_marked_on_its_page_and_in_the_list(folder: Path) -> None:
    """Nobody takes it for a finished record, in either form."""
    archive = pipeline.assemble_archive(PipelineSettings(folder / "seeds", drafts=True))
    pages = pipeline.make_publication(archive).pages
    rendered = {page.address: page for page in map(pages.render_key, pages.list_keys())}
    for address in ("sources/river-floods-old-mill-2/", "sources/"):
        for form in (rendered[address].html, rendered[address].markdown):
            assert "draft" in form.casefold()
    assert "still being written" not in rendered["sources/river-floods-old-mill/"].html


def test_a_draft_with_faults_stops_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is wrong with it is listed, and neither the check nor any edition fails for it."""
    change_draft(folder, "summary:", "sumary:")
    change_draft(folder, "  date: 2021-05-01 ", "  date: ")
    assert main(["check"]) == 0
    told = capsys.readouterr().out
    assert "sample-002.yml:1:8: R126" in told
    assert "“summary”" in told
    assert "“date”" in told
    assert list_slugs(PipelineSettings(folder / "seeds", edition=Edition.READING)) == [
        "river-floods-old-mill"
    ]


def test_a_draft_that_breaks_off_stops_nothing(folder: Path) -> None:
    """Even where its YAML cannot be read to the end."""
    record = folder / "seeds/sample-002.yml"
    record.write_text(record.read_text() + "\nnotes: [\n")
    assert main(["check"]) == 0
    assert list_slugs(PipelineSettings(folder / "seeds", drafts=True)) == ["river-floods-old-mill"]


def test_of_two_with_one_address_the_draft_is_at_fault(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A finished record is not held up by one that is being written, whichever comes first."""
    first, second = folder / "seeds/sample-001.yml", folder / "seeds/sample-002.yml"
    text = first.read_text()
    first.write_text("draft: true\n" + text)
    second.write_text(text)
    assert main(["check"]) == 0
    told = [line for line in capsys.readouterr().out.splitlines() if " R110 " in line or " R112 " in line]
    assert len(told) == 2
    assert all(line.startswith("seeds/sample-001.yml") for line in told)


def test_a_finished_draft_is_a_source(folder: Path) -> None:
    """With the line taken out it is like any other."""
    change_draft(folder, "draft: true\n", "")
    assert len(list_slugs(PipelineSettings(folder / "seeds"))) == 2


def test_what_a_draft_alone_names_has_no_page(folder: Path) -> None:
    """A place or topic that is written down for a draft waits for it; what a finished record names stays."""
    entities, topics = folder / "seeds/vocabulary/entities.yml", folder / "seeds/vocabulary/topics.yml"
    entities.write_text(
        entities.read_text()
        + "- {id: new-mill, name: New Mill, kind: place, type: mill, description: New.}\n"
    )
    topics.write_text(topics.read_text() + "- {id: levees, label: Levees, scope_note: Walls of earth.}\n")
    change_draft(folder, "mentions: [old-mill]", "mentions: [old-mill, new-mill]")
    change_draft(folder, "topics: [floods]", "topics: [floods, levees]")
    hidden = pipeline.assemble_archive(PipelineSettings(folder / "seeds"))
    shown = pipeline.assemble_archive(PipelineSettings(folder / "seeds", drafts=True))
    assert {entity.id for entity in shown.entities} - {entity.id for entity in hidden.entities} == {
        "new-mill"
    }
    assert {topic.id for topic in shown.topics} - {topic.id for topic in hidden.topics} == {"levees"}
