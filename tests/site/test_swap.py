"""A site changes in one step, and what is not ours is not replaced."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from build_tools.model.errors import UsageError
from build_tools.site import swap


def _site(folder: Path, text: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "index.html").write_text(text)
    swap.write_edition(folder, "public")


@pytest.fixture(params=[True, False], ids=["exchange", "two renames"])
def site(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for a site, on a system that can exchange two folders and on one that cannot."""
    if not request.param:
        monkeypatch.setattr(swap, "_exchange_folders", lambda *_: False)
    return tmp_path / "site"


def test_a_site_that_was_made_read_only_is_replaced_too(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its files would stay in the way of every later build, and end this one when the site is there."""
    monkeypatch.setattr(os, "access", lambda path, _: bool(Path(path).stat().st_mode & stat.S_IWUSR))
    for text in ("old", "new"):
        _site(swap.name_staging_folder(site), text)
        swap.swap_folders(site)
        site.chmod(0o555)
    assert (site / "index.html").read_text() == "new"
    assert _list_below(site.parent) >= {".site-next", "site/index.html"}
    assert swap.name_staging_folder(site).stat().st_mode & stat.S_IWUSR


def test_the_new_site_takes_the_place_of_the_old(site: Path) -> None:
    """No file of the old one is left, in the site or beside it; of its folders those of the new one."""
    aside = swap.name_staging_folder(site)
    for text in ("old", "new"):
        _site(aside, text)
        for name in ("shared/inner", text):
            (aside / name).mkdir(parents=True, exist_ok=True)
            (aside / name / "page.html").write_text(text)
        (aside / "link").symlink_to(site.parent)
        swap.swap_folders(site)
    assert (site / "index.html").read_text() == "new"
    assert _list_below(site.parent) == {
        *(".site-next", ".site-next/shared", ".site-next/shared/inner", "site", "site/.archive-edition"),
        *("site/index.html", "site/link", "site/new", "site/new/page.html"),
        *("site/shared", "site/shared/inner", "site/shared/inner/page.html"),
    }


def _list_below(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def test_a_build_that_was_killed_between_two_renames_is_mended(site: Path) -> None:
    """Where folders cannot be exchanged, the old site may have been moved aside: it comes back."""
    _site(swap._name_old_folder(site), "old")
    _site(swap.name_staging_folder(site), "half")
    swap.recover_site(site)
    assert (site / "index.html").read_text() == "old"
    assert _list_below(site.parent) == {".site-next", "site", "site/.archive-edition", "site/index.html"}


def test_foreign_files_are_not_replaced(site: Path) -> None:
    """`--site` with the wrong folder must not cost anyone that folder."""
    site.mkdir()
    (site / "thesis.odt").touch()
    with pytest.raises(UsageError, match="did not make"):
        swap.check_swap_target(site)


def test_a_link_is_not_replaced(site: Path) -> None:
    """The folder behind a link may be anyone's."""
    (site.parent / "elsewhere").mkdir()
    site.symlink_to(site.parent / "elsewhere")
    with pytest.raises(UsageError, match="not a folder of its own"):
        swap.check_swap_target(site)


def test_an_empty_or_own_or_new_folder_is_taken(site: Path) -> None:
    """The folders that a person would expect to work do."""
    swap.check_swap_target(site)
    site.mkdir()
    swap.check_swap_target(site)
    site.rmdir()
    _site(site, "old")
    swap.check_swap_target(site)
    assert swap.read_edition(site) == "public"
