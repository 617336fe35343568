"""What is read through a link is an input like any other: a change behind it is seen by the next build."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from build_tools.site.linked_folders import find_linked_folders
from tests.site.workshop import Workshop

BEHIND = {
    "archive/seeds/vocabulary": ("topics.yml", "label: ", "label: Other "),
    "overrides/partials": ("colophon.html", "<p", "<!-- other --><p"),
    "overrides/assets/stylesheets": ("page.css", "{", "{ color: red;"),
}


@pytest.mark.parametrize("name", BEHIND)
def test_a_change_behind_a_link_is_seen(name: str, tmp_path: Path) -> None:
    """Of folders that records and shell are read from."""
    shop = Workshop(tmp_path / "warm").furnish(invented=True)
    folder, elsewhere = shop.folder / name, tmp_path / "elsewhere"
    folder.rename(elsewhere)
    folder.symlink_to(elsewhere)
    before = shop.build()
    file, old, new = BEHIND[name]
    text = (elsewhere / file).read_text("utf-8")
    assert old in text
    (elsewhere / file).write_text(text.replace(old, new, 1), "utf-8")
    after = shop.build()
    assert after.site != before.site
    assert after == shop.build_elsewhere(tmp_path / "clean")


def test_a_folder_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A walk would take it for an empty one."""
    (tmp_path / "top/closed").mkdir(parents=True)
    ordinary = os.scandir

    def scan(folder: str) -> object:
        if folder.endswith("closed"):
            raise PermissionError(13, "Permission denied", folder)
        return ordinary(folder)

    monkeypatch.setattr(os, "scandir", scan)
    with pytest.raises(PermissionError):
        find_linked_folders(tmp_path / "top")
    assert list(find_linked_folders(tmp_path / "gone")) == [tmp_path / "gone"]


def test_links_that_go_round_have_an_end(tmp_path: Path) -> None:
    """Each folder is walked through once; what a link leads around is none of it."""
    for name in ("top/a", "b", ".hidden"):
        (tmp_path / name).mkdir(parents=True)
    for link, target in {
        "top/a/b": "b",
        "b/a": "top/a",
        "top/b": "b",
        "top/all": ".",
        "top/.h": ".hidden",
    }.items():
        (tmp_path / link).symlink_to(tmp_path / target)
    found = {path.resolve() for path in find_linked_folders(tmp_path / "top")}
    assert found == {tmp_path / "top", tmp_path / "b", tmp_path / "top/a"}
