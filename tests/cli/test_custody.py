"""The custody log: every command goes on writing it, and an entry that was changed is found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.cli import main
from build_tools.keeping.custody import NotedAct, append_acts
from build_tools.model.custody import CustodyAct
from build_tools.model.errors import UsageError
from build_tools.read.custody_file import read_custody_log
from build_tools.read.seeds import read_seeds
from tests.archives import ARTICLE, write_archive

SLUG = "courier-salt-missing"
LOG = "seeds/05-courier.custody.json"


def list_acts(path: Path) -> list[str]:
    """What was done, in order."""
    return [entry["act"] for entry in json.loads(path.read_text("utf-8"))]


def test_a_whole_life_is_in_the_log(ferry: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Noted, moved, captured again, withdrawn: each act follows from the one before, by whom it was told."""
    assert main(["custody", SLUG, "--note", "Copied to a disk in the safe.", "--by", "A. Keeper"]) == 0
    assert main(["rename", SLUG, "courier-salt"]) == 0
    text = (ferry / "seeds/05-courier.txt").read_text("cp1252")
    (ferry.parent / "again.txt").write_text(f"{text}\nPrinted on paper.\n", "cp1252")
    assert main(["recapture", "courier-salt", "../again.txt", "--encoding", "cp1252"]) == 0
    read_seeds(ferry / "seeds")
    assert main(["withdraw", "courier-salt", "--reason", "Asked for.", "--to", "../gone"]) == 0
    read_seeds(ferry / "seeds")
    assert list_acts(ferry / LOG) == ["begun", "noted", "moved", "recaptured", "withdrawn"]
    entries = json.loads((ferry / LOG).read_text("utf-8"))
    assert (entries[0]["by"], entries[1]["by"]) == ("A. Keeper", "A. Keeper")
    assert "by" not in entries[2]
    assert entries[0]["sha256"] != entries[3]["sha256"]
    assert {path.name for path in (ferry.parent / "gone").iterdir()} == {
        "05-courier.yml",
        "05-courier.txt",
        "05-courier.ledger.json",
        "05-courier.8c491eb8.ledger.json",
        "again.txt",
    }
    (ferry / "seeds/09-radio-vell.yml").rename(ferry.parent / "lost.yml")
    (ferry / LOG).rename(ferry / "seeds/09-radio-vell.custody.json")
    lines = (ferry / "seeds/09-radio-vell.custody.json").read_text("utf-8").split("\n")
    cut = "\n".join([*lines[:3], lines[3].removesuffix(","), "]", ""])
    (ferry / "seeds/09-radio-vell.custody.json").write_text(cut, "utf-8")
    capsys.readouterr()
    assert main(["check"]) == 1
    assert "seeds/09-radio-vell.custody.json:4:2: C130" in capsys.readouterr().out


def test_adding_begins_a_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From where and with what, as far as it is known; nobody is named who was not told."""
    monkeypatch.chdir(write_archive(tmp_path))
    monkeypatch.delenv("ARCHIVE_BY", raising=False)
    (tmp_path / "page.txt").write_text(ARTICLE)
    assert main(["add", "page.txt"]) == 0
    (entry,) = json.loads((tmp_path / "seeds/page.custody.json").read_text("utf-8"))
    assert (entry["act"], entry["file"], "by" in entry) == ("added", "page.txt", False)
    monkeypatch.setenv("ARCHIVE_BY", "The desk")
    (tmp_path / "other.txt").write_text(ARTICLE.replace("mill", "bridge"))
    assert main(["add", "other.txt"]) == 0
    (entry,) = json.loads((tmp_path / "seeds/other.custody.json").read_text("utf-8"))
    assert entry["by"] == "The desk"


@pytest.mark.parametrize(
    ("was", "now", "line", "code"),
    [
        ("Copied", "Moved", 4, "C128"),
        ('"n": 2', '"n": 3', 3, "C128"),
        ('"act": "noted"', '"act": "lost"', 3, "C127"),
        ('"note": "Copied', '"note":  "Copied', 3, "C127"),
        ("8c491eb8", "9c491eb8", 3, "C128"),
    ],
)
def test_a_changed_entry_is_found_at_its_line(
    was: str, now: str, line: int, code: str, ferry: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By check and by a build; and nothing is written after it."""
    for note in ("Copied to a disk.", "Lent to the library."):
        assert main(["custody", SLUG, "--note", note]) == 0
    path = ferry / LOG
    path.write_text(path.read_text("utf-8").replace(was, now, 1), "utf-8")
    broken = path.read_bytes()
    capsys.readouterr()
    assert main(["check"]) == 1
    assert f"{LOG}:{line}:2: {code} " in capsys.readouterr().out
    assert main(["verify"]) > 0
    with pytest.raises(UsageError, match="broken"):
        append_acts(LOG, broken.decode(), (NotedAct(CustodyAct.NOTED, "2032", note="x"),))


def test_a_capture_that_was_exchanged_by_hand_is_found(
    ferry: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The record and its log name the same bytes."""
    assert main(["custody", SLUG, "--begin"]) == 0
    record = ferry / "seeds/05-courier.yml"
    record.write_text(record.read_text("utf-8").replace("8c491eb8", "8c491eb9"), "utf-8")
    capsys.readouterr()
    assert main(["check"]) == 1
    assert f"{LOG}:2:2: C129 " in capsys.readouterr().out


NOTES = st.lists(
    st.text(st.characters(categories=("L", "N", "P")), min_size=1, max_size=30), min_size=1, max_size=6
)


@given(NOTES, st.data())
def test_any_chain_reads_back_and_no_letter_of_it_can_change(notes: list[str], data: st.DataObject) -> None:
    """Whatever is noted: a log is whole as written; one letter changed before its last entry is a fault."""
    source = ""
    for note in notes:
        source = append_acts("x", source, (NotedAct(CustodyAct.NOTED, "2032-01-05T09:30:00Z", note=note),))
    log, faults = read_custody_log("x", source)
    assert not faults
    assert [entry.note for entry in log.entries] == notes
    last = source.rindex("\n {") + 1
    at = data.draw(st.integers(0, last - 1)) if last > 2 else 0
    changed = source[:at] + ("y" if source[at] != "y" else "z") + source[at + 1 :]
    assert read_custody_log("x", changed)[1]
