"""Days that have not come, wherever somebody writes what was done; not of what a source foretells."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from build_tools.cli.main import main
from build_tools.exports.new_samples import FINDINGS, SAMPLE_RECORD
from build_tools.model.fault import Severity
from build_tools.read import read_all
from build_tools.text.byline_flaws import find_byline_flaw
from tests.archives import write_archive

TODAY = date(2021, 5, 4)
SEEN = "{title: b, seen: 2021-06, extent: whole, use: c}"


def _list_early(folder: Path, today: date | None = TODAY) -> list[tuple[str, int]]:
    found = [fault for fault in read_all(folder / "seeds", today=today).faults if fault.code == "R132"]
    assert all(fault.severity is Severity.SUGGESTION for fault in found)
    return [(Path(fault.path).name, fault.line) for fault in found]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("date: 2021-05-01 ", "date: 2091-05-01 "),
        ("paragraphs: 4", "added: 2021-05-05\nparagraphs: 4"),
        ("claims:", "errata: [{day: 2021-05-05, stood: a, stands: b, why: c, by: d}]\nclaims:"),
        ("claims:", f"notes: [{{passage: p1, kind: context, text: a, evidence: [{SEEN}]}}]\nclaims:"),
    ],
)  # fmt: skip
def test_what_was_done_tomorrow_is_a_slip(tmp_path: Path, old: str, new: str) -> None:
    """Publication, adding, correcting, looking at evidence: at its own line."""
    folder = write_archive(tmp_path)
    written = SAMPLE_RECORD.replace(old, new, 1)
    (folder / "seeds/sample-001.yml").write_text(written, "utf-8")
    line = next(n for n, text in enumerate(written.splitlines(), 1) if new.partition("\n")[0] in text)
    assert _list_early(folder) == [("sample-001.yml", line)]
    assert _list_early(folder, None) == []
    assert read_all(folder / "seeds", today=TODAY, suggest=False).faults == ()


def test_what_is_foretold_may_lie_ahead(tmp_path: Path) -> None:
    """Days of today, and those that a claim or a finding is about."""
    folder = write_archive(tmp_path)
    told = SAMPLE_RECORD.replace("    kind: event", "    when: 2032\n    kind: forecast", 1)
    (folder / "seeds/sample-001.yml").write_text(f"{told}added: 2021-05-04\nchanged: 2021-05\n", "utf-8")
    (folder / "seeds/findings.yml").write_text(FINDINGS.replace("2021", "2091"), "utf-8")
    assert _list_early(folder) == []


@pytest.mark.parametrize(
    "author",
    ["Ada Quill", "Ada van der Quill", "O. Moor (Vell Press)", "Von Quill", "007", "Team 2019", "Bybee", "AP",
     "Wordsworth", "Byron Hall", "Ада Перо"],
)  # fmt: skip
def test_a_name_is_left_alone(author: str) -> None:
    """Names that merely begin like a word that opens a byline, or hold a short number."""
    assert find_byline_flaw(author, "en") == ""


@pytest.mark.parametrize(
    "author",
    ["By", "by Ada Quill", "Posted by Ada", "https://social.example/a", "ada@post.example", "@adaquill",
     "Ada Quill 555-01 99", "www.post.example"],
)  # fmt: skip
def test_what_belongs_to_no_name_is_told(author: str) -> None:
    """As pages have them where a byline should be."""
    assert find_byline_flaw(author, "en")


@pytest.mark.parametrize("invented", [False, True])
def test_what_is_invented_may_lie_ahead(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], *, invented: bool
) -> None:
    """The days of a made-up archive are nobody's; all others are held against the clock."""
    folder = write_archive(tmp_path)
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + f"    invented: {str(invented).lower()}\n", "utf-8")
    (folder / "seeds/sample-001.yml").write_text(SAMPLE_RECORD.replace("2021-05-01", "9021-05-01"), "utf-8")
    assert main(["check", "--config", str(config)]) == 0
    assert ("R132" in capsys.readouterr().out) is not invented
