"""Templates are compiled once: the same pages from the cache, and nothing from a damaged one."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import DictLoader

from build_tools.pages.render import load_markdown_environment
from build_tools.site.compiled_templates import CompiledTemplates, keep_templates
from build_tools.text.templates import keep_compiled, make_environment


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    """No other test meets these templates."""
    yield
    keep_compiled(None)


def _render(source: str) -> str:
    return make_environment(DictLoader({"page": source}), str).get_template("page").render(word="Ostry")


def _list_files(cache: Path) -> list[Path]:
    return sorted((cache / "templates").glob("*.code"))


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second environment has the code from the folder; another text is another template."""
    keep_templates(tmp_path)
    assert _render("A {{ word }}") == "A Ostry"
    (file,) = _list_files(tmp_path)
    written = file.stat().st_mtime_ns
    monkeypatch.setattr(CompiledTemplates, "dump_bytecode", lambda *_: pytest.fail("compiled again"))
    assert _render("A {{ word }}") == "A Ostry"
    assert file.stat().st_mtime_ns == written
    monkeypatch.undo()
    assert _render("B {{ word }}") == "B Ostry"
    assert len(_list_files(tmp_path)) == 2


@pytest.mark.parametrize("damaged", [b"", b"short", bytes(200)])
def test_damage_costs_time_and_no_byte(damaged: bytes, tmp_path: Path) -> None:
    """A file that is not whole is none, and is written anew."""
    keep_templates(tmp_path)
    _render("A {{ word }}")
    (file,) = _list_files(tmp_path)
    whole = file.read_bytes()
    file.write_bytes(damaged)
    assert _render("A {{ word }}") == "A Ostry"
    assert file.read_bytes() == whole


def test_a_file_that_is_gone_holds_nothing_up(tmp_path: Path) -> None:
    """Another build has just removed it, or it is a link that leads nowhere."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/old.code").symlink_to(tmp_path / "gone")
    keep_templates(tmp_path)
    assert _render("A {{ word }}") == "A Ostry"


def test_the_programs_own_lie_with_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A first build finds them; where nothing may be written there, they lie with the archive."""
    own = tmp_path / "own"
    own.mkdir()
    keep_compiled(CompiledTemplates(tmp_path / "templates", own / "templates"))
    load_markdown_environment.__wrapped__().get_template("_cite.md.j2")
    assert not _list_files(tmp_path)
    (file,) = _list_files(own)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    keep_templates(tmp_path)
    load_markdown_environment.__wrapped__().get_template("_cite.md.j2")
    (other,) = _list_files(tmp_path)
    assert other.read_bytes() == file.read_bytes()


def test_a_machine_without_the_folder_does_without(tmp_path: Path) -> None:
    """A worker elsewhere makes no folders there."""
    keep_compiled(CompiledTemplates(tmp_path / "none" / "templates"))
    assert _render("A {{ word }}") == "A Ostry"
    assert not (tmp_path / "none").exists()
