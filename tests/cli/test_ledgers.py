"""`archive ledgers`: ledgers where clones read them, without a word of the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.cli import main
from tests.archives import commit_ledger, lay_capture, write_archive


def test_ledgers_are_written_where_they_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A stale ledger is a fault until `ledgers` has written it anew; a second run changes nothing."""
    monkeypatch.chdir(write_archive(tmp_path))
    commit_ledger(Path(), lay_capture(Path()), encoding="latin-1")
    assert main(["check"]) == 1
    assert "C111" in capsys.readouterr().out
    assert main(["ledgers"]) == 0
    assert capsys.readouterr().out == "seeds/sample-001.ledger.json\n"
    assert main(["check"]) == 0
    assert main(["ledgers"]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("C104", {"lines": 3}),
        ("C105", {"sha256": "0" * 64}),
        ("C106", {"bytes": 7, "lines": []}),
        ("C109", {"text": "The river rose."}),
    ],
)
def test_the_remedy_of_a_wrong_ledger_mends_it(
    code: str,
    changes: dict[str, object],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What `check` says to do about a ledger can be done, and leaves no text beside the record."""
    monkeypatch.chdir(write_archive(tmp_path))
    ledger = commit_ledger(Path(), lay_capture(Path()), **changes)
    assert main(["check"]) == 1
    told = capsys.readouterr().out
    assert f" {code} " in told
    assert "`archive ledgers`" in told
    assert main(["ledgers"]) == 0
    assert main(["check"]) == 0
    assert "river" not in ledger.read_text().lower()
