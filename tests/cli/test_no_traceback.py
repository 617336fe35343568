"""No trace reaches a keeper: settings, environment, names, bytes and addresses end in one line and 1 or 2."""

from __future__ import annotations

import errno
import io
import logging
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from build_tools import pipeline
from build_tools.cli import main
from build_tools.cli.own_mistakes import TRACEBACK
from build_tools.model.codes import find_code
from build_tools.site import site_tree
from tests.archives import write_archive
from tests.built import ROOT
from tests.site import tiny

NO_UTF8 = os.fsdecode(b"a\xff")
Told = Callable[..., str]


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Told:
    """Runs a command that fails; what it says. An unforeseen exception is one, and ends the test."""
    monkeypatch.setenv(TRACEBACK, "1")
    # the log of an earlier test may still be bound to a stream that pytest has closed
    monkeypatch.setattr(logging, "raiseExceptions", False)

    def run(*words: str) -> str:
        code: object = 2
        try:
            code = main(words)
        except SystemExit as end:
            code = end.code
        said = capsys.readouterr().err
        if isinstance(code, str):  # MkDocs has told why, and ends so; a shell sees a 1
            said += code
            code = 1
        assert code in (1, 2), said
        assert "Traceback" not in said
        assert said.strip()
        return said

    return run


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small archive as the working folder."""
    tiny.archive(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _set(folder: Path, **settings: Any) -> None:
    config = folder / "mkdocs.yml"
    config.write_text(yaml.safe_dump({**yaml.safe_load(config.read_text()), **settings}))


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    "words",
    [
        *(["new", NO_UTF8], ["new", "--title", NO_UTF8, "x"], ["new", "--title", "a\nb", "x"]),
        *(["add", NO_UTF8], ["add", "a\0b"], ["clean", NO_UTF8], ["clean", "a\0b"], ["clean", "x" * 5000]),
        *(["build", "--site", NO_UTF8], ["build", "--config", NO_UTF8], ["build", "--workers", "9" * 5000]),
        *(["check", "--captures", NO_UTF8], ["explain", NO_UTF8], ["explain", "a\0b:3"]),
        *(["explain", "pier-post-ferry:" + "9" * 5000], ["explain", "ferry.txt:" + "9" * 9]),
        *(["package", "--out", NO_UTF8], ["export", NO_UTF8], [NO_UTF8], ["serve", "--address", NO_UTF8]),
        *(["serve", "--address", "localhost:99999"]),
    ],
    ids=lambda words: " ".join(words)[:30].encode("ascii", "replace").decode().replace("\0", "0"),
)
def test_any_argument_ends_in_words(told: Told, words: list[str]) -> None:
    """Broken bytes, null characters, numbers of thousands of digits: nothing of it is printed raw."""
    said = told(*words)
    assert "\0" not in said


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("given", ["x", "-1", "1e9", "9" * 5000, "٣", "1 2"])
def test_a_wrong_time_in_the_environment_is_told(
    told: Told, given: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SOURCE_DATE_EPOCH is read by others, who end in a trace."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    assert "SOURCE_DATE_EPOCH" in told("build")


@pytest.mark.usefixtures("here")
def test_an_empty_time_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """A workflow that sets it to nothing builds all the same."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    assert main(["check"]) == 0


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("extra", [1]), ("extra", {"archive": [1]}), ("extra", {"archive": {"workers": "many"}})),
        *(("repo_url", "http://["), ("site_url", "http://["), ("extra_css", [3]), ("nav", [{"a": 5}])),
        *(("docs_dir", "nowhere"), ("markdown_extensions", ["nonsense"]), ("INHERIT", "nowhere.yml")),
    ],
)
def test_any_setting_ends_in_words(here: Path, told: Told, name: str, value: object) -> None:
    """Values that MkDocs itself stumbles over are told as well."""
    _set(here, **{name: value})
    told("build", "--workers", "1")


@pytest.mark.parametrize("raw", [b"x: &x {y: *x}\nsite_name: a\n", b"\x00", b"- 1\n", b"a: [", b"&a [*a]\n"])
def test_any_bytes_as_settings_end_in_words(here: Path, told: Told, raw: bytes) -> None:
    """An anchor within itself is no endless walk."""
    (here / "mkdocs.yml").write_bytes(raw)
    told("build", "--workers", "1")


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        (b"odd.md", b"# A\n\n[a](http://[)\n", "docs/odd.md:3:5: S108"),
        (b"odd.md", b'# A\n\n<a href="http://[x">x</a>\n', "docs/odd.md:3:10: S108"),
        (b"odd.md", "# A\n\nCafé\n".encode("latin-1"), "docs/odd.md:3:4: S107"),
        (b"caf\xe9.md", b"# A\n", "S106"),
        (b"a\nb.md", b"# A\n", "S106"),
        (b"x\\up.txt", b"x", "S106"),
        (b"a:b.png", b"x", "S106"),
    ],
)
def test_any_page_by_hand_ends_in_words(
    here: Path, told: Told, name: bytes, content: bytes, place: str
) -> None:
    """What no site can hold is told at its line, and not by what stumbles over it later."""
    with open(os.fsencode(here / "docs") + b"/" + name, "wb") as file:  # noqa: PTH123 - a name in bytes
        file.write(content)
    assert place in told("build", "--workers", "1")


def test_a_package_holds_only_names_that_unpack_anywhere(here: Path, told: Told) -> None:
    """A path upwards on Windows, and bytes that are no text, are refused; so is a package within its site."""
    site = here / "site"
    site.mkdir()
    (site / ".archive-edition").write_text("public edition.")
    (site / "index.html").write_text("x")
    for name in ("..\\..\\evil.txt", "a:b.txt", "a\nb.txt", NO_UTF8):
        (site / name).write_text("x")
        assert "name" in told("package")
        (site / name).unlink()
    told("package", "--out", "site/x.zip")
    told("package", "--out", "docs")
    settings = (here / "mkdocs.yml").read_bytes()
    assert "no package" in told("package", "--out", "mkdocs.yml")
    assert (here / "mkdocs.yml").read_bytes() == settings
    assert main(["package"]) == 0


def test_a_file_that_cannot_be_written_is_named(here: Path, told: Told) -> None:
    """Nothing is left beside it, and the error says which file it was."""
    (here / "seeds/reuse.json").mkdir()
    assert "reuse.json" in told("reuse", "--write")
    assert not list((here / "seeds").glob(".*.tmp"))


def test_what_nobody_foresaw_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A mistake of the program itself is told as that, with the way to the trace."""

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("two\nlines")

    monkeypatch.chdir(write_archive(tmp_path))
    monkeypatch.delenv(TRACEBACK, raising=False)
    monkeypatch.setattr(pipeline, "check_material", fail)
    assert main(["check"]) == 1
    said = capsys.readouterr().err
    # what was said before it, of what is not installed, stays
    assert "RuntimeError (two lines)" in said.splitlines()[-1]
    assert TRACEBACK in said.splitlines()[-1]
    assert "Traceback" not in said


def test_faults_of_pages_by_hand_say_what_to_do() -> None:
    """Each of the three codes is worded where all faults are."""
    for code in ("S106", "S107", "S108"):
        assert find_code(code).remedy


def test_a_build_under_a_limit_of_memory_is_as_any_other(here: Path) -> None:
    """No picture and no library asks for address space that it does not use."""
    limit = 3 * 2**30
    program = (
        f"import resource, sys; resource.setrlimit(resource.RLIMIT_AS, ({limit}, {limit}));"
        "from build_tools.cli import main; sys.exit(main(['build', '--workers', '1']))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run([sys.executable, "-c", program], cwd=here, env=environment, check=False)
    assert done.returncode == 0


class _FullFile(io.FileIO):
    """A file for which the disk has no room, and which, like any, does not say its name in the error."""

    def write(self, _content: object, /) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_keeps_no_half_made_site(here: Path, told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    """One file is written, the next is not: both are taken away, and the one that failed is named."""
    staging, opened = here / ".site-next", list[str]()

    def open_file(path: str, mode: str, **_: object) -> io.FileIO:
        opened.append(path)
        if len(opened) == 1:
            return io.FileIO(path, mode)
        assert Path(opened[0]).stat().st_size
        return _FullFile(path, mode)

    monkeypatch.setattr(site_tree, "open", open_file, raising=False)
    said = told("build", "--workers", "1")
    assert len(opened) == len({*opened}) == 2
    assert str(staging) in opened[1]
    assert f"No space left on device: '{opened[1]}'" in said, said
    assert not staging.exists()
