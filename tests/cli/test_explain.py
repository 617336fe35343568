"""`archive explain`: claims by their refs, lines by source or file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from build_tools.cli import main
from build_tools.model.codes import CODES
from tests.archives import lay_capture, write_archive


def test_explain_knows_claims_and_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A claim by its ref; a line by source or by file, with the rule's own words."""
    monkeypatch.chdir(write_archive(tmp_path))
    lay_capture(Path())
    assert main(["explain", "river-floods-old-mill#p1c1"]) == 0
    assert "Origin: the source itself" in capsys.readouterr().out
    for name in ("river-floods-old-mill:3", "seeds/sample-001.txt:3"):
        assert main(["explain", name]) == 0
        told = capsys.readouterr().out
        assert "line 3 (bytes 23 to 29): removed, as share." in told
        assert "Decided by the rule share.\n  " in told


def test_explain_knows_every_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Meaning, weight and remedy, in any case, where there is no archive."""
    monkeypatch.chdir(tmp_path)
    for code in CODES:
        assert main(["explain", code.code.lower()]) == 0
        told = capsys.readouterr().out
        assert code.meaning in told
        assert code.remedy in told
        assert f" {code.severity}:" in told


@pytest.mark.parametrize(
    "typed", ["river-floods-old-mill:999999", "river-flood-old-mill:3", "river-flood-old-mill:9999", "x:0",
              "river-floods-old-mill#p1c9", "river-floods-old-mil#p1c1", "seeds/sample-001.txt:0",
              "seeds/sample-001.txt:77"]
)  # fmt: skip
def test_what_is_offered_is_explained(
    typed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No name is offered that is not known either: not the one that was typed, no line beyond the last."""
    monkeypatch.chdir(write_archive(tmp_path))
    lay_capture(Path())
    assert main(["explain", typed]) == 2
    offered = re.search(r"Did you mean (.*)\?$", capsys.readouterr().err, re.MULTILINE)
    for name in offered[1].split(" or ") if offered else ():
        assert name != typed
        # a line of a file is told by the file's name alone
        assert main(["explain", f"seeds/{name}" if name.startswith("sample-001.txt") else name]) == 0, name
