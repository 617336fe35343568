"""What nobody foresaw in one file: it is named and left as it is, and the others of its folder are added."""

from __future__ import annotations

import builtins
import dataclasses
import errno
import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from build_tools.capture import extract_text, form_table
from build_tools.cli import add, main
from build_tools.cli.new_files import write_new_files
from build_tools.cli.own_mistakes import TRACEBACK
from build_tools.model.capture import Capture
from build_tools.pipeline import PipelineSettings, check_material
from tests.archives import ARTICLE, lay_capture, write_archive

ODD = "what no reader was made for"
RAISED = (
    ValueError(f"two\nlines\x1b[31m{'x' * 1000}"), KeyError("a"), RecursionError(), MemoryError(),
    AssertionError(), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "odd"), OSError(5, "odd"),
)  # fmt: skip
"""What libraries raise at bytes that they do not know."""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive of one record, and beside it a folder with one odd file between sound ones."""
    monkeypatch.chdir(write_archive(tmp_path))
    monkeypatch.delenv(TRACEBACK, raising=False)
    (tmp_path / "in").mkdir()
    for number in range(3):
        (tmp_path / f"in/page-{number}.txt").write_text(ARTICLE.replace("mill", f"dam {number}"))
    (tmp_path / "in/page-1-odd.txt").write_text(f"{ARTICLE} {ODD}")
    return tmp_path


def _fail_in_reader(monkeypatch: pytest.MonkeyPatch, error: Exception, step: str) -> None:
    """Let the reader of plain text, or the search for its form, end so at the odd file."""

    def fail(content: bytes, *others: Any) -> Any:
        if ODD.encode() in content:
            raise error
        return getattr(plain, step)(content, *others)

    plain = form_table.TEXT_FORMS[-1]
    changes: dict[str, Any] = {step: fail}
    changed = dataclasses.replace(plain, **changes)
    monkeypatch.setattr(form_table, "TEXT_FORMS", (*form_table.TEXT_FORMS[:-1], changed))


def _fail_in_drafting(monkeypatch: pytest.MonkeyPatch, error: Exception, step: str) -> None:
    """Let any later stage end so."""
    rightly: Callable[..., Any] = getattr(add, step)

    def fail(capture: Capture, *others: Any, **named: Any) -> Any:
        if ODD.encode() in capture.content:
            raise error
        return rightly(capture, *others, **named)

    monkeypatch.setattr(add, step, fail)


@pytest.mark.parametrize(
    ("step", "error"),
    [
        *((step, error) for step in ("read", "fits") for error in RAISED),
        # a later stage reads nothing: an OSError of it is the disk's, and ends the call
        *(("draft_record", error) for error in RAISED if not isinstance(error, OSError)),
    ],
    ids=lambda part: part if isinstance(part, str) else type(part).__name__,
)
def test_one_odd_file_stops_no_other(
    here: Path,
    step: str,
    error: Exception,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Whatever a reader or a later stage raises is one line with the file; the others are drafts."""
    (_fail_in_drafting if step == "draft_record" else _fail_in_reader)(monkeypatch, error, step)
    before = {path: path.read_bytes() for path in (here / "in").iterdir()}
    assert main(["add", "in"]) == 1
    told = capsys.readouterr()
    (refusal,) = [line for line in told.err.splitlines() if line.startswith("archive: ")]
    assert refusal.startswith("archive: in/page-1-odd.txt")
    assert type(error).__name__ in refusal
    assert len(refusal) < 1000
    assert refusal.isprintable()
    assert ("C132" in refusal) == (step != "draft_record")
    assert [Path(line).name for line in told.out.splitlines()] == [f"page-{n}.yml" for n in range(3)]
    assert "3 added as drafts, 0 there already, 1 refused" in told.err
    assert {path: path.read_bytes() for path in (here / "in").iterdir()} == before
    assert not list((here / "seeds").glob("*odd*"))


@pytest.mark.parametrize("step", ["read", "fits"])
def test_a_capture_that_its_reader_fails_at_is_a_fault_at_its_record(
    tmp_path: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A check and a build tell it at the place where the record names the capture."""
    folder = write_archive(tmp_path)
    lay_capture(folder, f"{ARTICLE} {ODD}")
    extract_text.cache_clear()
    _fail_in_reader(monkeypatch, ValueError("odd"), step)
    (fault,) = check_material(PipelineSettings(folder / "seeds"))
    assert (fault.code, Path(fault.path).name, fault.line > 1) == ("C132", "sample-001.yml", True)
    assert "ValueError in test_unforeseen.py" in fault.message


def test_half_a_record_is_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk is full, nothing of what was begun is left."""
    opened: Callable[..., Any] = io.open
    files = [(tmp_path / name, b"words") for name in ("a", "b", "c")]

    def fail(path: Any, *others: Any, **named: Any) -> Any:
        if Path(path).name == "c":
            raise OSError(28, "No space left on device")
        return opened(path, *others, **named)

    monkeypatch.setattr(io, "open", fail)
    monkeypatch.setattr(builtins, "open", fail)
    with pytest.raises(OSError, match="No space") as raised:
        write_new_files(files)
    assert Path(raised.value.filename).name == "c"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EPERM, errno.EROFS])
def test_what_the_disk_refuses_is_told_with_what_to_do(
    here: Path, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line: what the system says, of which file, and a way out; the next file is not tried."""

    def fail(*_: Any, **__: Any) -> None:
        raise OSError(code, os.strerror(code), "seeds/\x1bpage.yml")

    monkeypatch.setattr(add, "write_new_files", fail)
    assert main(["add", "in"]) == 1
    (told,) = [line for line in capsys.readouterr().err.splitlines() if line.startswith("archive: ")]
    assert os.strerror(code) in told
    assert told.isprintable()
    assert "page.yml'. " in told
    assert told.endswith(".")
    assert not list((here / "seeds").glob("page*"))
