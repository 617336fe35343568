"""A keeper with a folder of captures: drafts of what is read, one refusal, two records finished and built.

Whoever finishes them knows nothing but what `archive check` says.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from build_tools import pipeline
from build_tools.cli import main
from build_tools.pipeline import PipelineSettings
from tests.archives import write_archive

_PARAGRAPHS = (
    "The ferry at {town} that had crossed the river for ninety years stopped on Friday, with 200 aboard.",
    "The council of {town} said that the hull was no longer safe, and that it had no money for another.",
    "Farmers on the left bank now have to drive forty kilometres to the bridge, which many cannot afford.",
    "“We were told nothing,” said a teacher of {town}, who takes the boat to her school every morning.",
)
"""Of one report; in another town it would be another."""


def write_page(town: str, *, address: str, extra: str = "") -> str:
    """A page as a newspaper's program makes it."""
    body = "".join(f"<p>{paragraph.format(town=town)}</p>" for paragraph in _PARAGRAPHS)
    title = f"Ferry stops at {town}"
    tags = '{"@type":"Article","author":{"name":"Ilse Brandt"},"datePublished":"2021-05-02T16:10:00+02:00"}'
    head = (
        f'<meta charset="utf-8"><title>{title} - The Vell Courier</title>'
        f'<link rel="canonical" href="{address}">'
        f'<meta property="og:site_name" content="The Vell Courier">'
        f'<script type="application/ld+json">{tags}</script>'
    )
    opening = f"<h1>{title}</h1><p class='byline'>By Ilse Brandt</p>"
    return (
        f"<!doctype html><html lang='en'><head>{head}</head><body><article>{opening}{body}{extra}</article>"
    )


def write_text(town: str) -> str:
    """The same as plain text."""
    return f"Ferry stops at {town}\n\nBy Otto Karr\n\n3 May 2021\n\n" + "\n\n".join(
        paragraph.format(town=town) for paragraph in _PARAGRAPHS
    )


_MAIL = """From: "The Vell Courier" <news@courier.example>
Subject: Ferry stops at Sorrel
Date: Tue, 04 May 2021 08:00:00 +0200
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

{text}
"""
_TRANSCRIPT = """WEBVTT

00:00:01.000 --> 00:00:06.000
The ferry at Dorn stopped on Friday.

00:00:06.500 --> 00:00:12.000
Nobody knows when it will be back.
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive of one record, and beside it a folder: captures of many forms, two twice, one broken."""
    monkeypatch.chdir(write_archive(tmp_path))
    folder = tmp_path / "in"
    folder.mkdir()
    page = write_page("Brackmere", address="https://courier.example/ferry")
    files = {
        "PAGE.HTML": page,
        "page again.html": page,
        "other address.html": write_page(
            "Brackmere", address="https://courier.example/news/4711", extra="<p>Read more on Monday.</p>"
        ),
        "text.txt": write_text("Tern"),
        "the text again.txt": write_text("Tern"),
        "letter.eml": _MAIL.format(text=write_text("Sorrel")),
        "talk.vtt": _TRANSCRIPT,
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing more")
    (folder / ".hidden").write_text("no capture")
    return tmp_path


def read_draft(here: Path, name: str) -> dict[str, object]:
    """A draft as it lies in the seeds."""
    draft: dict[str, object] = yaml.safe_load((here / f"seeds/{name}.yml").read_text("utf-8"))
    return draft


def test_a_folder_becomes_drafts_and_one_refusal(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Past the broken one all are added, those that are there twice once, and the near copy is named."""
    assert main(["add", "in"]) == 1
    told = capsys.readouterr()
    assert len(told.out.splitlines()) == 5
    assert "5 added as drafts, 2 there already, 1 refused" in told.err
    refusals = [line for line in told.err.splitlines() if line.startswith("archive: ")]
    assert len(refusals) == 1
    assert refusals[0].startswith("archive: in/broken.pdf ")
    assert re.search(r"other address\.yml: \S*PAGE\.yml has (9\d|100)% of its words", told.err)
    laid = {path.name for path in (here / "seeds").iterdir()}
    assert {"PAGE.html", "other address.html", "text.txt", "letter.eml", "talk.vtt"} <= laid
    page = read_draft(here, "PAGE")
    assert page["draft"] is True
    assert page["slug"] == "ferry-stops-at-brackmere"
    assert page["authors"] == ["Ilse Brandt"]
    assert page["published"] == {"date": "2021-05-02T16:10+02:00", "basis": "tag"}
    assert page["url"] == "https://courier.example/ferry"
    assert read_draft(here, "text")["authors"] == ["Otto Karr"]
    assert main(["check"]) == 0
    assert len(pipeline.assemble_archive(PipelineSettings(here / "seeds")).documents) == 1


def test_to_add_a_folder_again_changes_nothing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever is there already is told, and no byte is another."""
    main(["add", "in"])
    before = {path: path.read_bytes() for path in (here / "seeds").rglob("*") if path.is_file()}
    capsys.readouterr()
    assert main(["add", "in"]) == 1
    assert "0 added as drafts, 7 there already, 1 refused" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in (here / "seeds").rglob("*") if path.is_file()} == before


def follow_check(here: Path, name: str, told: str) -> None:
    """Mend what the lines of `archive check` name in one record, by the words that they use."""
    record = here / f"seeds/{name}.yml"
    lines = record.read_text("utf-8").splitlines()
    values = {
        "summary": "A report of one ferry.",
        "holder": "The Vell Courier",
        "url": f"https://c.example/{name}",
    }
    values |= {"outlet": "brackwater-bugle"}
    for line, code, message in re.findall(rf"(?m)^seeds/{name}\.yml:(\d+):\d+: (\w\d+) (.*)$", told):
        at = int(line) - 1
        field = lines[at].partition(":")[0].strip()
        if code == "R104":
            named = re.search(r"“(\w+)”", message)
            assert named
            assert named[1] == field
        if code in ("R104", "V102"):
            lines[at] = lines[at].partition(":")[0] + f": {values[field]}"
    record.write_text("\n".join(lines) + "\n", "utf-8")


def test_two_drafts_are_finished_by_what_the_check_says(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No other knowledge is needed: what is missing is named at its line, then the line to take out."""
    main(["add", "in"])
    capsys.readouterr()
    for name in ("PAGE", "text"):
        main(["check"])
        follow_check(here, name, capsys.readouterr().out)
        main(["check"])
        told = capsys.readouterr().out
        assert re.findall(rf"seeds/{name}\.yml:\d+:\d+: (\w\d+)", told) == ["R126"]
        assert "take `draft: true` out" in told
        record = here / f"seeds/{name}.yml"
        record.write_text(re.sub(r"(?m)^draft: true.*\n", "", record.read_text("utf-8")), "utf-8")
    main(["check"])
    told = capsys.readouterr().out
    if "archive reuse --write" in told:
        main(["reuse", "--write"])
    assert main(["check"]) == 0
    slugs = [d.record.slug for d in pipeline.assemble_archive(PipelineSettings(here / "seeds")).documents]
    assert sorted(slugs) == ["ferry-stops-at-brackmere", "ferry-stops-at-tern", "river-floods-old-mill"]


def test_the_archive_is_not_added_to_itself(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder of the archive holds no captures to be added, and is named in one line."""
    assert main(["add", str(here / "seeds")]) == 2
    assert "is a folder of the archive itself" in capsys.readouterr().err
