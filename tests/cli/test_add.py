"""`archive add`: a new record out of a capture, which overwrites nothing and can be built on."""

from __future__ import annotations

import gzip
import os
import re
from pathlib import Path

import pytest
import yaml

from build_tools import pipeline
from build_tools.cli import main
from build_tools.pipeline import PipelineSettings
from tests.archives import ARTICLE, write_archive
from tests.capture.packing import pack_pdf


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
    assert main(["check"]) == 0
    told = capsys.readouterr().out
    for field in ("outlet", "date", "url", "holder", "summary"):
        assert f"“{field}”" in told
    assert "seeds/saved page.yml:3:8: R126 This record is a draft" in told
    assert told.count("seeds/saved page.yml:") == len(told.splitlines())


def test_a_record_filled_in_is_without_fault(here: Path) -> None:
    """Once the empty lines are written, the archive has one more source."""
    (here / "page.txt").write_text(ARTICLE)
    assert main(["add", "page.txt"]) == 0
    record = here / "seeds/page.yml"
    written = record.read_text()
    for field, value in (
        ("outlet", "brackwater-bugle"),
        ("  date", "2021-05-02"),
        ("  basis", "inferred"),
        ("language", "en"),
        ("url", "https://bugle.example/two"),
        ("  holder", "The Brackwater Bugle"),
        ("summary", "A second report."),
    ):
        written = re.sub(rf"(?m)^{field}:[^\S\n]*(#.*)?$", f"{field}: {value}", written)
    record.write_text(re.sub(r"(?m)^draft: .*\n", "", written))
    archive = pipeline.assemble_archive(PipelineSettings(here / "seeds"))
    assert [d.record.slug for d in archive.documents] == ["river-floods-old-mill", "river-floods-old-mill-2"]
    assert archive.documents[1].clean


def test_nothing_is_overwritten_or_added_twice(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A record or another text under that name stays as it is, and nothing is written beside it."""
    (here / "sample-001.txt").write_text(ARTICLE)
    before = (here / "seeds/sample-001.yml").read_text()
    assert main(["add", "sample-001.txt"]) == 0
    assert capsys.readouterr().out == f"{here}/seeds/sample-001-2.yml\n"
    assert (here / "seeds/sample-001.yml").read_text() == before
    assert not (here / "seeds/sample-001.txt").exists()
    (here / "seeds/other.txt").write_text("Another text.")
    (here / "other.txt").write_text(ARTICLE + "More.")
    assert main(["add", "other.txt"]) == 0
    assert (here / "seeds/other.txt").read_text() == "Another text."
    assert (here / "seeds/other-2.txt").read_text() == ARTICLE + "More."
    there = {path: path.read_bytes() for path in (here / "seeds").glob("*") if path.is_file()}
    (here / "again.txt").write_text(ARTICLE)
    capsys.readouterr()
    assert main(["add", "again.txt"]) == 0
    assert "is the capture of seeds/sample-001-2.yml already; nothing is changed" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in (here / "seeds").glob("*") if path.is_file()} == there


@pytest.mark.parametrize(
    ("name", "laid"), [("page.md", "page.markdown"), ("page", "page.txt"), ("p.php", "p.html")]
)
def test_a_text_never_gets_a_name_that_git_would_take(here: Path, name: str, laid: str) -> None:
    """Captures are ignored by git by their endings; another ending would commit a publisher's text."""
    html = "<html><body><p>The river rose again.</p></body></html>"
    (here / name).write_text(html if laid.endswith(".html") else ARTICLE)
    assert main(["add", name]) == 0
    assert (here / "seeds" / laid).is_file()
    assert not (here / "seeds" / name).exists()


def test_a_record_is_added_for_each_file(here: Path) -> None:
    """Records that nobody has filled in yet, or that are broken, stand in no other's way."""
    (here / "seeds/broken.yml").write_text("slug: river-meets-council\ntitle: [\n")
    for n in range(3):
        (here / f"page-{n}.txt").write_text(ARTICLE.replace("floods old mill", "meets council") + str(n))
        assert main(["add", f"page-{n}.txt"]) == 0
    slugs = [yaml.safe_load((here / f"seeds/page-{n}.yml").read_text())["slug"] for n in range(3)]
    assert slugs == [f"river-meets-council-{n}" for n in (2, 3, 4)]
    (here / "again.txt").write_bytes((here / "page-1.txt").read_bytes())
    before = sorted((here / "seeds").iterdir())
    assert main(["add", "again.txt"]) == 0
    assert sorted((here / "seeds").iterdir()) == before


@pytest.mark.parametrize(
    "name",
    [
        *(".hidden.txt", "origins.txt", "findings.html", "Wanted.txt", "topics.htm", "UPPER.TXT", "U.HTM"),
        *("a\nb.txt", "e\x1b[31m.txt", "r\u202el.txt", "nul.txt", "a:b.txt", "..txt", "Ж" * 120 + ".txt"),
        *("e\udcff.txt", "reuse.json", "x.ledger.json", " .txt"),
    ],
)
def test_any_name_becomes_one_that_is_read_and_ignored(
    here: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The record is one of the archive's, git ignores the text, and nothing unseen reaches the terminal."""
    (here / name).write_text(ARTICLE)
    before = {path.name for path in (here / "seeds").iterdir()}
    assert main(["add", name]) == 0
    told = capsys.readouterr()
    assert (told.out + told.err).replace("\n", "").isprintable()
    laid = sorted({path.name for path in (here / "seeds").iterdir()} - before)
    assert [Path(name).suffix in (".txt", ".html", ".htm") for name in laid].count(True) == 1
    record = next(name for name in laid if name.endswith(".yml"))
    assert record.isprintable()
    assert main(["check"]) == 0
    told_of = capsys.readouterr().out
    assert f"seeds/{record}:" in told_of
    assert not re.search(r" (R101|R103|R107|Y115) ", told_of)


@pytest.mark.parametrize("command", ["add", "clean"])
@pytest.mark.parametrize("kind", ["a pipe", "a folder", "a device", "a picture", "empty", "packed by gzip"])
def test_what_is_no_text_is_refused_at_once(
    here: Path, command: str, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Pipes are not waited for, devices not read, and no binary file becomes paragraphs."""
    contents = {
        "a picture": b"\x89PNG\r\n\x1a\n" * 50,
        "empty": b"",
        "packed by gzip": gzip.compress(ARTICLE.encode()),
    }
    path = {"a pipe": str(here / "pipe"), "a folder": str(here), "a device": "/dev/zero"}.get(
        kind, "file.txt"
    )
    if kind in contents:
        (here / "file.txt").write_bytes(contents[kind])
    elif kind == "a pipe":
        os.mkfifo(path)
    assert main([command, path]) == 2
    assert f"is {kind}" in capsys.readouterr().err
    assert sorted(path.name for path in (here / "seeds").iterdir()) == ["sample-001.yml", "vocabulary"]


def test_a_stated_encoding_is_written_down(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A guess is told; what the keeper states instead is read, and stands in the record."""
    russian = "Паром закрыт на ремонт до конца года, сообщили жители посёлка, а мост ещё не открыт.\n" * 3
    (here / "page.txt").write_bytes(russian.encode("cp1251"))
    assert main(["clean", "page.txt"]) == 0
    assert "C115" in capsys.readouterr().err
    assert main(["add", "page.txt", "--encoding", "cp1251"]) == 0
    assert "C115" not in capsys.readouterr().err
    assert yaml.safe_load((here / "seeds/page.yml").read_text())["capture"]["encoding"] == "cp1251"
    assert main(["clean", "page.txt", "--encoding", "klingon"]) == 2


def test_folders_in_a_folder_are_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Their files are not taken, and nobody should think so; what a browser saved beside a page is none."""
    for name in ("in/Chat", "in/page_files", "in/.git"):
        (here / name).mkdir(parents=True)
    (here / "in/page.html").write_text("<html><body><p>The river rose again.</p></body></html>")
    assert main(["add", "in"]) == 0
    told = [line for line in capsys.readouterr().err.splitlines() if "folder" in line]
    assert told == ["in/Chat is a folder in a folder, and passed over; name it as well"]


def test_a_record_names_another_without_the_disk(here: Path) -> None:
    """A draft is committed: where the archive lies on its keeper's disk is nobody's business."""
    for number in range(2):
        (here / f"page-{number}.txt").write_text(ARTICLE.replace("mill", "dam") + str(number))
        assert main(["add", f"page-{number}.txt"]) == 0
    written = (here / "seeds/page-1.yml").read_text()
    assert "(page-0.yml)" in written
    assert str(here) not in written


def test_an_encoding_is_not_stated_of_what_has_its_own(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A PDF tells its letters itself: an encoding that somebody states would be passed over in silence."""
    (here / "report.pdf").write_bytes(pack_pdf([[(20, 550, 10, "The ferry has stopped for the winter.")]]))
    assert main(["add", "report.pdf", "--encoding", "cp1251"]) == 0
    assert "C117 “report.pdf” is a PDF, which tells its letters itself" in capsys.readouterr().err
    record = here / "seeds/report.yml"
    assert "encoding" not in record.read_text()
    record.write_text(re.sub(r"(?m)^(  bytes: .*)", r"\1\n  encoding: cp1251", record.read_text()))
    main(["check"])
    assert re.search(r"report\.yml:\d+:13: C117 .* Take it out\.", capsys.readouterr().out)


def test_a_text_without_blanks_or_of_dates_alone_is_added(here: Path) -> None:
    """No letter of a long word is tried as the beginning of a name, no date is compared with all others."""
    for name, text in (("long", "中" * 60_000), ("days", "5 and 7 May 2021 " * 4_000)):
        (here / f"{name}.txt").write_text(f"{ARTICLE}\n\n{text}", encoding="utf-8")
        assert main(["add", str(here / f"{name}.txt")]) == 0
