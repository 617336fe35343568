"""Files of a new site: what stands is never written to, for the old site may have it as well."""

from __future__ import annotations

import errno
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace

import pytest

from build_tools.site import site_tree
from build_tools.site.file_stamps import stamp_file
from build_tools.site.site_tree import SiteTree


def test_a_file_that_two_trees_share_is_never_written_to(tmp_path: Path) -> None:
    """Whatever is written where a file was taken over is a new file; the old site keeps its own."""
    old = tmp_path / "old"
    old.mkdir()
    (old / "page.html").write_text("old")
    tree = SiteTree(tmp_path / "new", old)
    stamp = stamp_file(str(old / "page.html"))
    assert stamp
    assert tree.keep_file("page.html", stamp)
    assert (tmp_path / "new/page.html").samefile(old / "page.html")
    tree.write_file("page.html", b"new")
    assert (old / "page.html").read_text() == "old"
    (tmp_path / "other.html").write_text("other")
    assert tree.keep_file("page.html", stamp)
    tree.link_files([("page.html", tmp_path / "other.html")])
    assert (old / "page.html").read_text() == "old"
    assert (tmp_path / "new/page.html").read_text() == "other"


def test_a_file_that_did_not_fit_is_told_as_a_full_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A system that has room for a part takes it, and says so once; the keeper is told to make room."""
    written = SimpleNamespace(write=lambda content: len(content) - 1)
    monkeypatch.setattr(site_tree, "open", lambda *_, **__: nullcontext(written), raising=False)
    (tmp_path / "page.html").touch()
    with pytest.raises(OSError, match="No space left") as raised:
        SiteTree(tmp_path, tmp_path / "old").write_file("page.html", b"words")
    assert raised.value.errno == errno.ENOSPC


def test_folders_that_stand_are_taken_and_empty_ones_removed(tmp_path: Path) -> None:
    """What is left of the site before the last is no more than a saving."""
    for name in ("sources/a", "sources/b/inner", "topics"):
        (tmp_path / "new" / name).mkdir(parents=True)
    tree = SiteTree(tmp_path / "new", tmp_path / "old")
    tree.write_file("sources/b/inner/index.html", b"b")
    tree.write_file("sources/c/index.html", b"c")
    tree.write_file("index.html", b"home")
    tree.remove_unused_folders()
    found = {path.relative_to(tmp_path / "new").as_posix() for path in (tmp_path / "new").rglob("*")}
    assert found == {
        *("index.html", "sources", "sources/b", "sources/b/inner", "sources/b/inner/index.html"),
        *("sources/c", "sources/c/index.html"),
    }
