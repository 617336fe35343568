"""Faults at a terminal: the line itself with a mark under its place; for a program, a line each."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from build_tools.cli.fault_printing import print_faults
from build_tools.model.fault import Fault, Severity

RECORD = "slug: harbour\ntopics: [fishign]\n题目 é: fishign\nlong: " + "word " * 60 + "fishign\n"


@pytest.fixture
def told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> dict[int, list[str]]:
    """What is printed at a terminal of a fault at each place, without the fault's own line; by line."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    (tmp_path / "a.yml").write_text(RECORD, "utf-8")
    found = {}
    for line, text in enumerate(RECORD.splitlines(), start=1):
        column = max(text.find("fishign"), 0) + 1
        print_faults([Fault(str(tmp_path / "a.yml"), line, column, "V101", "Not known.")])
        found[line] = capsys.readouterr().out.splitlines()[1:]
    return found


def test_the_mark_stands_under_its_place(told: dict[int, list[str]]) -> None:
    """At the first letter of what is wrong, where a line is cut as well."""
    for line in (2, 4):
        written, mark = told[line]
        assert written[mark.index("^") :].startswith("fishign"), written
    assert len(told[4][0]) < 110


def test_wide_letters_take_two_columns(told: dict[int, list[str]]) -> None:
    """Chinese ones do; the mark is counted in columns and not in letters."""
    assert told[3] == ["    题目 é: fishign", f"    {' ' * 8}^"]


def test_a_program_gets_a_line_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As editors read them."""
    (tmp_path / "a.yml").write_text(RECORD, "utf-8")
    assert print_faults([Fault(str(tmp_path / "a.yml"), 2, 10, "V101", "Not known.")]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 1


@pytest.mark.parametrize("is_terminal", [True, False])
def test_the_gravest_stand_last(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *, is_terminal: bool
) -> None:
    """An error among hundreds of suggestions stands where a keeper looks, beside the number of all."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: is_terminal)
    places = ((1, Severity.ERROR), (2, Severity.SUGGESTION), (3, Severity.WARNING), (4, Severity.SUGGESTION))
    print_faults([Fault("gone.yml", at, 1, "V101", "Not known.", severity=how) for at, how in places])
    told = capsys.readouterr()
    assert [line.split(":")[1] for line in told.out.splitlines()] == ["2", "4", "3", "1"]
    assert told.err == "1 error, 1 warning, 2 suggestions\n"


def test_a_file_that_is_gone_has_no_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The fault is told all the same; so is one behind the file's end."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    (tmp_path / "short.yml").write_text("slug: a\n", "utf-8")
    for name, line in (("gone.yml", 1), ("short.yml", 9)):
        print_faults([Fault(str(tmp_path / name), line, 1, "V101", "Not known.")])
        assert len(capsys.readouterr().out.splitlines()) == 1
