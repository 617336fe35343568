"""The command line: exit codes, streams, words instead of traces, and a page that documents every command."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from build_tools.cli import main
from build_tools.cli.build import STOPPED
from build_tools.cli.command import Command
from build_tools.cli.reference import write_command_reference, write_usage
from build_tools.cli.registry import SUMMARIES, load_commands
from build_tools.model.codes import CODES
from tests.archives import commit_ledger, lay_capture, write_archive
from tests.built import ROOT

COMMANDS = load_commands()
EVERY = pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.name)


def test_a_remedy_names_a_command_that_there_is() -> None:
    """Who does what a fault says meets neither an unknown command nor an unknown option."""
    arguments = {command.name: {a.name for a in command.list_arguments()} for command in COMMANDS}
    remedies = " ".join(code.remedy for code in CODES)
    named = re.findall(r"`archive (\w+)([^`]*)`", remedies)
    assert len(named) > len(arguments) // 2
    for name, rest in named:
        assert {word for word in rest.split() if word.startswith("-")} <= arguments[name]


def test_a_command_is_found_by_its_name() -> None:
    """One command, one module, one name: whoever looks for `archive verify` opens `cli/verify.py`."""
    assert [command.name for command in COMMANDS] == list(SUMMARIES)
    assert [command.run.__module__ for command in COMMANDS] == [f"build_tools.cli.{n}" for n in SUMMARIES]
    assert [command.run.__name__ for command in COMMANDS] == [f"run_{name}" for name in SUMMARIES]


def test_the_list_of_commands_loads_none_of_them() -> None:
    """Help and version answer at once: what builds a site takes half a second to load."""
    code = "import sys; from build_tools.cli import main\ntry: main(['--help'])\nfinally: print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "a new record out of a capture" in run.stdout
    loaded = run.stdout.splitlines()[-1].split()
    assert not {"build_tools.pipeline", "build_tools.cli.build", "pydantic", "mkdocs"} & set(loaded)


@EVERY
def test_every_command_and_option_is_explained(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    """Help names each option, and all that may stand for it; the page tells each in the same words."""
    with pytest.raises(SystemExit) as ended:
        main([command.name, "--help"])
    assert ended.value.code == 0
    told, whole = capsys.readouterr().out, write_command_reference(COMMANDS)
    assert write_usage(command) in whole
    for argument in command.list_arguments():
        assert argument.name in told
        assert {*argument.choices} <= {*re.findall(r"[\w-]+", told)}
        assert argument.option.says in whole


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["bake"],
        ["check", "--format", "xml"],
        ["check", "--conf", "mkdocs.yml"],
        ["export", "mobi"],
        ["clean"],
        ["build", "--workers", "0"],
        ["build", "--edition", "secret"],
        ["serve", "--address", "localhost:99999"],
        ["serve", "--address", "localhost:0"],
        ["serve", "--address", "nowhere:8000"],
        ["serve", "--address", "8000"],
    ],
)
def test_a_slip_of_the_finger_is_told_with_usage(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """What cannot be understood ends with 2 and the usage on standard error; nothing is guessed."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    heard = capsys.readouterr()
    assert heard.out == ""
    assert heard.err.startswith("usage: archive")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check", "--config", "elsewhere.yml"], "There is no elsewhere.yml here"),
        (["check", "--captures", "nowhere"], "there is no folder nowhere"),
        (["clean", "missing.txt"], "missing.txt cannot be read"),
        (["clean", "."], ". is a folder"),
        (["explain", "river-flods"], "There is no finding, claim or line “river-flods”"),
        (["new", "."], "not empty"),
        (["new", "floods", "--title", "a\udcff"], "has a character that no page can hold"),
        (["new", "floods", "--title", "a\nb"], "has a character that no page can hold"),
        (["verify"], "There is no site of this generator"),
    ],
)
def test_a_mistake_is_told_in_words(
    arguments: list[str],
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Wrong usage ends with 2, one line on standard error, and no trace."""
    monkeypatch.chdir(write_archive(tmp_path))
    assert main(arguments) == 2
    heard = capsys.readouterr()
    assert heard.out == ""
    assert words in heard.err
    assert "Traceback" not in heard.err


def test_check_lists_faults_and_ends_with_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every fault on one line of standard output, in three formats; the sum on standard error."""
    monkeypatch.chdir(write_archive(tmp_path))
    record = Path("seeds/sample-001.yml")
    record.write_text(record.read_text().replace("[floods]", "[fluds]").replace("[old-mill]", "[old-mil]"))
    assert main(["check"]) == 1
    heard = capsys.readouterr()
    assert [line.split(" ")[0] for line in heard.out.splitlines()] == [
        "seeds/sample-001.yml:20:14:",
        "seeds/sample-001.yml:27:16:",
    ]
    assert heard.err.endswith("2 errors\n")
    assert main(["check", "--format", "json"]) == 1
    assert [f["code"] for f in json.loads(capsys.readouterr().out)] == ["V101", "V102"]
    assert main(["check", "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith("::error file=seeds/sample-001.yml,line=20,")


def test_suggestions_end_with_0(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is only suggested is shown and does no harm."""
    monkeypatch.chdir(write_archive(tmp_path))
    Path("seeds/stray.txt").write_text("A text.")
    assert main(["check"]) == 0
    heard = capsys.readouterr()
    assert "C103" in heard.out
    assert heard.err.endswith("1 suggestion\n")


def test_faults_end_a_command_that_needs_the_archive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`pages`, `export` and the like list all faults on standard error, end with 1 and write nothing."""
    monkeypatch.chdir(write_archive(tmp_path))
    record = Path("seeds/sample-001.yml")
    record.write_text(record.read_text().replace("[floods]", "[fluds]"))
    for arguments in (["pages"], ["export", "claims-csv"], ["explain", "x"]):
        assert main(arguments) == 1
        heard = capsys.readouterr()
        assert heard.out == ""
        assert "V101" in heard.err
    assert list(Path("docs").iterdir()) == []


def test_pages_writes_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`pages` leaves Markdown in docs/ and makes no site."""
    monkeypatch.chdir(write_archive(tmp_path))
    assert main(["pages"]) == 0
    assert Path("docs/sources/river-floods-old-mill/index.md").is_file()
    assert not Path("site").exists()
    assert capsys.readouterr().out == ""


def test_interruption_ends_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends with 130, as shells expect, without a trace."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("build_tools.cli.clean.read_capture", interrupted)
    assert main(["clean", "any.txt"]) == 130


def test_who_stops_a_build_is_told_what_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A keeper who has pressed Ctrl-C wonders whether the site is half of one now."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.chdir(write_archive(tmp_path))
    monkeypatch.setattr("build_tools.cli.build.SiteBuild.put_site_in_place", interrupted)
    assert main(["build"]) == 130
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", f"{STOPPED}\n")


def test_module_and_command_are_the_same() -> None:
    """`python -m build_tools` says its version."""
    run = subprocess.run(
        [sys.executable, "-m", "build_tools", "--version"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.startswith("archive ")


def test_verify_compares_digests(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each capture is named with its state; one with another digest is a fault."""
    monkeypatch.chdir(write_archive(tmp_path, sources=2))
    capture = lay_capture(Path())
    commit_ledger(Path(), capture)
    site = Path("site")
    site.mkdir()
    (site / ".archive-edition").write_text("public edition.\n")
    assert main(["verify"]) == 0
    heard = capsys.readouterr()
    assert f"{capture.sha256}  sample-001.txt: ok\n" in heard.out
    assert "no capture described" in heard.out
    Path("seeds/sample-001.txt").write_text("Another text.")
    assert main(["verify"]) == 1
    assert "C101" in capsys.readouterr().err
