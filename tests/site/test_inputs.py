"""What a build remembers of its files is what stands, or none would find that nothing has changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from build_tools.site.configuration import read_plan
from build_tools.site.inputs import read_stamps, stamp_files
from tests.site import tiny
from tests.site.workshop import Workshop


@pytest.mark.parametrize("edition", ["public", "reading"])
def test_the_stamps_that_are_remembered_are_those_of_all_files(edition: str, tmp_path: Path) -> None:
    """Of a first build, and of one that takes files over, removes some, and writes others."""
    (tmp_path / "archive").mkdir()
    config = tiny.archive(tmp_path / "archive", edition=edition)
    with config.open("a", encoding="utf-8") as settings:
        settings.write(f"site_dir: site-{edition}\n")
    shop = Workshop(tmp_path)
    for words in ("Some words.", "Other words."):
        (shop.hand / "about.md").write_text(f"# About\n\n{words}\n", "utf-8")
        shop.build()
        (record,) = (tmp_path / "archive/.archive/cache").glob("built-*")
        plan = read_plan(shop.config)
        folders = dict.fromkeys(map(str, (plan.site, plan.docs, plan.handwritten_docs)))
        assert read_stamps(record) == stamp_files(folders)


@pytest.mark.parametrize("name", ["about.md", "sources/own.md"])
def test_contents_count_and_not_times(name: str, tmp_path: Path) -> None:
    """A page by hand with other words, as long and as old as before, among generated ones too."""
    (tmp_path / "archive").mkdir()
    tiny.archive(tmp_path / "archive")
    shop = Workshop(tmp_path)
    shop.build()
    page = shop.hand / name
    page.write_text("# Heron one\n")
    shop.build()
    was = page.stat()
    page.write_text("# Heron two\n")
    os.utime(page, ns=(was.st_atime_ns, was.st_mtime_ns))
    assert b"Heron two" in shop.build().site[f"{name.removesuffix('.md')}/index.html"]
