"""`archive add`: a new record out of a capture, which overwrites nothing and can be built on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from build_tools import pipeline
from build_tools.cli import main
from build_tools.pipeline import PipelineSettings
from tests.archives import ARTICLE, write_archive


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
    archive = pipeline.assemble_archive(PipelineSettings(here / "seeds"))
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
