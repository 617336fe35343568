"""What is told on standard output: ledgers, explanations, downloads; whole, and harmless on a terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from build_tools.cli import main
from tests.archives import commit_ledger, lay_capture, write_archive
from tests.built import ROOT


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


def test_exports_are_bytes_on_standard_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """The file can be piped: a byte-order mark and CRLF come through."""
    monkeypatch.chdir(write_archive(tmp_path))
    assert main(["export", "claims-csv"]) == 0
    assert capfdbinary.readouterr().out.startswith(b"\xef\xbb\xbfclaim,source,")


def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    """`archive clean … | head` ends without a trace, however much was left to say."""
    file = tmp_path / "long.txt"
    file.write_text("One more line of an endless report.\n\n" * 20000)
    command = [sys.executable, "-m", "build_tools", "clean", str(file)]
    # unbuffered, Python takes a write that was cut short for a whole one and notices nothing
    env = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, env=env, stdout=pipe, stderr=pipe) as run:
        assert run.stdout
        assert run.stderr
        run.stdout.readline()
        run.stdout.close()
        assert run.stderr.read() == b""
        assert run.wait() == 141


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


@pytest.mark.parametrize("arguments", [["clean", "odd.txt"], ["explain", "odd.txt:1"]])
def test_a_capture_cannot_act_on_the_terminal(
    arguments: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Escape sequences and direction marks of a capture are shown as what they are."""
    monkeypatch.chdir(tmp_path)
    Path("odd.txt").write_bytes("The river\x1b[2J rose \u202eover night.".encode())
    assert main(arguments) == 0
    told = capsys.readouterr().out
    assert "\x1b" not in told
    assert "\u202e" not in told
    assert "⟨U+001B⟩" in told


def test_a_narrow_terminal_encoding_is_no_trace(tmp_path: Path) -> None:
    """Letters that the terminal does not know are written as escapes."""
    (tmp_path / "page.txt").write_text("Паром не пришёл.")
    command = [sys.executable, "-m", "build_tools", "clean", str(tmp_path / "page.txt")]
    env = {**os.environ, "PYTHONIOENCODING": "ascii"}
    run = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert "\\u041f" in run.stdout
