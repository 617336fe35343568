"""Two files cannot have one place in a site: what is written by hand hides nothing, and is not lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from build_tools.site.handwritten_faults import find_handwritten_faults, find_taken_places
from tests.site import tiny
from tests.site.workshop import Workshop

MADE = {
    "corrections/index.html",
    "sources/index.html",
    "404.html",
    "robots.txt",
    "search/index.js",
    "index.md",
}


def test_files_at_places_that_are_taken_are_told(tmp_path: Path) -> None:
    """A page by its address, a file by its path."""
    for name in (
        "corrections.md",
        "sources/index.md",
        "sources/README.md",
        "404.html",
        "about.md",
        "notes/404.html",
        "corrections.txt",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    faults = list(find_taken_places(tmp_path, MADE))
    assert {fault.code for fault in faults} == {"S112"}
    assert [Path(fault.path).name for fault in faults] == [
        "404.html",
        "corrections.md",
        "README.md",
        "index.md",
    ]


def test_no_build_lets_a_page_by_hand_hide_another(tmp_path: Path) -> None:
    """The short way and plain MkDocs refuse the same, and the site stays."""
    (tmp_path / "archive").mkdir()
    tiny.archive(tmp_path / "archive")
    shop = Workshop(tmp_path)
    before = shop.build()
    (shop.hand / "downloads/claims.csv").write_text("Mine.")
    (shop.hand / "corrections.md").write_text("# Mine\n")
    (shop.hand / "404.html").write_text("Mine.")
    after = shop.build()
    assert [code for code, _ in after.faults] == ["S112"] * 3
    assert after.site == before.site
    told = tiny.mkdocs(shop.config)
    assert told.returncode
    assert told.stderr.count(": S112 ") == 3


@pytest.mark.parametrize("make", [Path.symlink_to, lambda path, _: os.mkfifo(path)], ids=["link", "pipe"])
def test_what_is_no_file_itself_is_told(make: object, tmp_path: Path) -> None:
    """It would be passed over: a link may lead to what is not meant to be published."""
    docs = tmp_path / "docs"
    (docs / "within").mkdir(parents=True)
    assert callable(make)
    make(docs / "within/note.md", tmp_path)
    (docs / ".hidden").symlink_to(tmp_path)
    (fault,) = find_handwritten_faults(docs)
    assert (fault.code, Path(fault.path).name) == ("S113", "note.md")
