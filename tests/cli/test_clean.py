"""`archive clean`: a ledger on standard output; whole, and harmless on a terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from build_tools.cli import main
from tests.archives import lay_capture, write_archive
from tests.built import ROOT


def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    """`archive clean … | head` ends without a trace, however much was left to say."""
    file = tmp_path / "long.txt"
    # twice of what a pipe holds
    file.write_text("One more line of an endless report.\n\n" * 4000)
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


@pytest.mark.parametrize(
    "there", [b"Words of a report.\n", b"slug: a\n", b"\0PDF", b'{"messages": []}', None]
)
def test_a_ledger_is_written_over_no_other_file(tmp_path: Path, there: bytes | None) -> None:
    """The capture's own name given by a slip must not cost the capture; a ledger is written anew."""
    capture, target = tmp_path / "a.txt", tmp_path / "b"
    capture.write_bytes(b"Words of a report.\n")
    if there is None:
        target.mkdir()
    else:
        target.write_bytes(there)
    for wrong in (capture, target):
        assert main(["clean", "--ledger", str(wrong), str(capture)]) == 2
    assert capture.read_bytes() == b"Words of a report.\n"
    assert there is None or target.read_bytes() == there
    for _ in range(2):
        assert main(["clean", "--ledger", str(tmp_path / "a.ledger.json"), str(capture)]) == 0


def test_clean_tells_the_passage_of_each_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A keeper who writes a claim need not count paragraphs."""
    monkeypatch.chdir(write_archive(tmp_path))
    lay_capture(Path())
    assert main(["clean", "seeds/sample-001.txt"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert [line for line in told if "Firefighters" in line and " p3 " in line]
    assert not [line for line in told if "Newsletter" in line and " p" in line[40:60]]
