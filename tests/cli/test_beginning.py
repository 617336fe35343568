"""A new record out of a capture, a new archive out of nothing: neither overwrites, both can be built on."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from build_tools import pipeline
from build_tools.cli import main
from build_tools.model.fault import Faults
from build_tools.pipeline import Settings
from tests.archives import ARTICLE, write_archive
from tests.built import ROOT


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive of one record as the working folder."""
    monkeypatch.chdir(write_archive(tmp_path))
    return tmp_path


def test_a_capture_becomes_a_record_to_fill_in(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What cleaning found is there; what a person must add is empty, and told by check at its line."""
    (here / "saved page.txt").write_text(ARTICLE.replace("floods old mill", "meets council"))
    assert main(["add", "saved page.txt", "--language", "en"]) == 0
    assert capsys.readouterr().out == f"{here}/seeds/saved page.yml\n"
    written = yaml.safe_load((here / "seeds/saved page.yml").read_text())
    assert written["slug"] == "river-meets-council"
    assert written["title"] == "River meets council"
    assert written["paragraphs"] == 4
    assert written["capture"]["bytes"] == (here / "seeds/saved page.txt").stat().st_size
    assert main(["check"]) == 1
    told = capsys.readouterr().out
    for field in ("outlet", "date", "url", "holder", "summary"):
        assert f"“{field}”" in told
    assert told.count("seeds/saved page.yml:") == len(told.splitlines())


def test_a_record_filled_in_is_without_fault(here: Path) -> None:
    """Once the empty lines are written, the archive has one more source."""
    (here / "page.txt").write_text(ARTICLE)
    assert main(["add", "page.txt"]) == 0
    record = here / "seeds/page.yml"
    written = record.read_text()
    for field, value in (
        ("outlet", "brackwater-bugle"),
        ("  date", "2031-05-02"),
        ("  basis", "inferred"),
        ("language", "en"),
        ("url", "https://bugle.example/two"),
        ("  holder", "The Brackwater Bugle"),
        ("summary", "A second report."),
    ):
        written = re.sub(rf"(?m)^{field}:$", f"{field}: {value}", written)
    record.write_text(written)
    archive = pipeline.gather(Settings(here / "seeds"))
    assert [d.record.slug for d in archive.documents] == ["river-floods-old-mill", "river-floods-old-mill-2"]
    assert archive.documents[1].clean


def test_nothing_is_overwritten_or_added_twice(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A record or another text under that name stays as it is, and nothing is written beside it."""
    (here / "sample-001.txt").write_text(ARTICLE)
    before = (here / "seeds/sample-001.yml").read_text()
    assert main(["add", "sample-001.txt"]) == 2
    assert "nothing is overwritten" in capsys.readouterr().err
    assert (here / "seeds/sample-001.yml").read_text() == before
    assert not (here / "seeds/sample-001.txt").exists()
    (here / "seeds/other.txt").write_text("Another text.")
    (here / "other.txt").write_text(ARTICLE)
    assert main(["add", "other.txt"]) == 2
    assert (here / "seeds/other.txt").read_text() == "Another text."
    assert not (here / "seeds/other.yml").exists()


@pytest.mark.parametrize(
    ("name", "laid"), [("page.md", "page.txt"), ("page", "page.txt"), ("p.php", "p.html")]
)
def test_a_text_never_gets_a_name_that_git_would_take(here: Path, name: str, laid: str) -> None:
    """Captures are ignored by git by their endings; another ending would commit a publisher's text."""
    html = "<html><body><p>The river rose again.</p></body></html>"
    (here / name).write_text(html if laid.endswith(".html") else ARTICLE)
    assert main(["add", name]) == 0
    assert (here / "seeds" / laid).is_file()
    assert not (here / "seeds" / name).exists()


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new archive."""
    folder = tmp_path_factory.mktemp("new") / "river-floods"
    assert main(["new", str(folder)]) == 0
    return folder


def test_a_new_archive_builds_as_it_is(fresh: Path) -> None:
    """Strictly, with the theme, without a source."""
    command = [
        sys.executable,
        "-m",
        "build_tools",
        "build",
        "--strict",
        "--config",
        str(fresh / "mkdocs.yml"),
    ]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stdout == f"{fresh}/site/index.html\n"
    assert "River floods" in (fresh / "site/index.html").read_text()
    assert (fresh / "site/sources/index.html").is_file()


def test_plain_mkdocs_builds_it_too(fresh: Path) -> None:
    """The hook finds the generator from wherever the archive lies."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}  # this very generator, whichever is installed
    run = subprocess.run(command, cwd=fresh, env=env, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


def test_its_sample_is_right(fresh: Path) -> None:
    """The record, topics and entities that its README shows are read without a fault."""
    seeds = fresh / "seeds"
    blocks = (seeds / "README.md").read_text().split("```yaml\n")[1:]
    record, topics, entities = (block.partition("```")[0] for block in blocks)
    (seeds / "vocabulary").mkdir()
    (seeds / "flood.yml").write_text(record)
    (seeds / "vocabulary/topics.yml").write_text(topics)
    (seeds / "vocabulary/entities.yml").write_text(entities)
    try:
        archive = pipeline.gather(Settings(seeds))
    except Faults as faults:
        pytest.fail(str(faults))
    assert archive.by_topic["floods"] == ("river-floods-old-mill#p1c1",)
    assert archive.by_entity["old-mill"] == ("river-floods-old-mill#p1c1",)


def test_its_editors_find_the_fields(fresh: Path) -> None:
    """Each sample's first line leads from its place to a schema that is there."""
    blocks = (fresh / "seeds/README.md").read_text().split("```yaml\n")[1:]
    for block, folder in zip(blocks, ("", "vocabulary", "vocabulary"), strict=True):
        line = block.splitlines()[0]
        schema = fresh / "seeds" / folder / line.removeprefix("# yaml-language-server: $schema=")
        assert Path(os.path.normpath(schema)).is_file()


def test_its_captures_are_ignored_by_git(fresh: Path) -> None:
    """What belongs to publishers is not committed by accident."""
    assert {"/seeds/*.txt", "/seeds/*.html", "/site/"} <= set((fresh / ".gitignore").read_text().split())


def test_a_new_archive_needs_its_own_folder(fresh: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder with anything in it is left alone."""
    assert main(["new", str(fresh)]) == 2
    assert "not empty" in capsys.readouterr().err
