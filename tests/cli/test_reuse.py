"""`archive reuse`: shared wording on standard output, or where clones read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.cli import main
from tests.relate.texts import two_captures


def test_wording_is_written_where_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Stale wording is a fault until `reuse --write` has written it anew; what is printed is the file."""
    two_captures(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 1
    assert "C113" in capsys.readouterr().out
    assert main(["reuse"]) == 0
    printed = capsys.readouterr().out
    assert main(["reuse", "--write"]) == 0
    assert capsys.readouterr().out == "seeds/reuse.json\n"
    assert Path("seeds/reuse.json").read_text("utf-8") == printed
    assert main(["check"]) == 0


def test_other_faults_stop_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken record could hide a pair: nothing is written over a good file."""
    seeds = two_captures(tmp_path)
    monkeypatch.chdir(tmp_path)
    (seeds / "sample-002.yml").write_text("slug: [")
    assert main(["reuse", "--write"]) == 1
    assert not (seeds / "reuse.json").exists()
