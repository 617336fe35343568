"""A store of pages that is damaged, foreign, locked or on a full disk costs time, never a byte."""

from __future__ import annotations

import errno
import os
import sqlite3
from array import array
from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools.site.page_store import PageStore
from build_tools.site.search_block import SearchPage
from build_tools.site.stored_rows import StoredPage
from tests.site import tiny
from tests.site.workshop import Outcome, Workshop

KEY = ("source", "x")
STORED = StoredPage(array("I", [7]), ((1, 2), (3, 4)), "sources/x/", b"a page")
SEARCHED = SearchPage('["sources/x/","X"]', 4, 1, "boat\n0")


def _foreign(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("DROP TABLE page")
        other.execute("CREATE TABLE page (name TEXT)")


def _other_about(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("DROP TABLE about")
        other.execute("CREATE TABLE about (base INT, more INT)")


def _damage_rows(path: Path) -> None:
    with sqlite3.connect(path) as other:
        for kind, key, content in other.execute("SELECT kind, key, content FROM page").fetchall():
            changed = content.replace(b"No boat", b"No goat").replace(b"Ferry", b"Fairy")[:-1] + b"."
            other.execute("UPDATE page SET content = ? WHERE kind = ? AND key = ?", (changed, kind, key))
        other.execute("UPDATE page SET words = words || 'x'")
        other.execute("UPDATE value SET content = content || 'x'")
        for name, content in other.execute("SELECT path, content FROM file").fetchall():
            other.execute("UPDATE file SET content = ? WHERE path = ?", (content[:-1] + b".", name))


def _exchange_words(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute(
            "UPDATE page SET (words, word_seal) = (SELECT words, word_seal FROM page WHERE words != '')"
        )


def _lose_rows(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("DELETE FROM rows WHERE number = (SELECT max(number) FROM rows)")


def _exchange_states(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("UPDATE rows SET number = number + 1 WHERE number = (SELECT max(number) FROM rows)")


def _exchange_values(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute(
            "UPDATE value SET (content, seal) = (SELECT content, seal FROM value WHERE name = 'links')"
        )


def _cut(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))


def _replace_by_folder(path: Path) -> None:
    path.unlink()
    (path / "inner").mkdir(parents=True)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "garbage": lambda path: path.write_bytes(os.urandom(20_000)),
    "words of other pages": _exchange_words,
    "empty": lambda path: path.write_bytes(b""),
    "cut": _cut,
    "rows that are lost": _lose_rows,
    "rows in another place": _exchange_states,
    "other tables": _foreign,
    "another table of bases": _other_about,
    "rows with other words": _damage_rows,
    "values of other names": _exchange_values,
    "a folder": _replace_by_folder,
}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """A small archive."""
    folder = tmp_path_factory.mktemp("stored")
    (folder / "archive").mkdir()
    tiny.archive(folder / "archive")
    return Workshop(folder)


@pytest.fixture(scope="module")
def built(shop: Workshop) -> Outcome:
    """What it becomes."""
    return shop.build()


def _ask_store(shop: Workshop) -> Path:
    """The store, which the next build will ask: without a record of the last one it cannot do without."""
    cache = shop.folder / "archive/.archive/cache"
    for record in cache.glob("built-*"):
        record.unlink()
    return next(cache.glob("pages-*.sqlite"), cache / "none")


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_costs_no_byte(damage: str, shop: Workshop, built: Outcome) -> None:
    """The build goes on as if there were no store, and so does the one after it."""
    store = _ask_store(shop)
    DAMAGES[damage](store)
    assert shop.build() == built
    _ask_store(shop)
    assert shop.build() == built
    if store.is_dir():
        (store / "inner").rmdir()
        store.rmdir()
    _ask_store(shop)
    assert shop.build() == built


@pytest.mark.parametrize("content", [b"", b"\x80\x05garbage", b"0\n\x80\x05N."])
def test_a_damaged_record_of_the_build_costs_no_byte(content: bytes, shop: Workshop, built: Outcome) -> None:
    """What tells that nothing has changed is believed only if it is whole."""
    shop.build()
    (record,) = (shop.folder / "archive/.archive/cache").glob("built-*")
    record.write_bytes(content)
    assert shop.build() == built
    record.unlink()
    (record / "inner").mkdir(parents=True)
    assert shop.build() == built
    (record / "inner").rmdir()
    record.rmdir()


def test_what_nobody_made_is_not_left_in_the_site(shop: Workshop, built: Outcome) -> None:
    """The folder is replaced whole: also where all that was made stands as it was left."""
    shop.build()
    (shop.site / "sources/stray.txt").write_text("Not of the site.", "utf-8")
    assert shop.build() == built


def test_a_full_disk_costs_no_byte(shop: Workshop, built: Outcome, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the store can hold no more, pages are made all the same."""
    connect = sqlite3.connect

    def tight(*arguments: object, **settings: object) -> sqlite3.Connection:
        database = connect(*arguments, **settings)  # type: ignore[call-overload]
        database.execute("PRAGMA max_page_count = 4")
        return database

    _ask_store(shop).unlink()
    monkeypatch.setattr(sqlite3, "connect", tight)
    assert shop.build() == built
    monkeypatch.undo()
    _ask_store(shop)
    assert shop.build() == built


def test_a_folder_that_takes_no_file_costs_no_byte(
    shop: Workshop, built: Outcome, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a cache of another user's would be."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "not yours")

    _ask_store(shop)
    monkeypatch.setattr(sqlite3, "connect", refuse)
    assert shop.build() == built


def test_a_row_is_what_was_put(tmp_path: Path) -> None:
    """What was stored and committed is there for the same base, and for no other."""
    for base, found in (("a", None), ("a", STORED), ("b", None)):
        store = PageStore(tmp_path / "pages.sqlite", base)
        store.begin_transaction()
        assert store.find_page(KEY) == found
        assert store.find_searched(KEY) == (SEARCHED if found else None)
        assert store.find_value("links") == ({"a"} if found else None)
        assert store.list_values() == ({"links"} if found else set())
        store.put_page(KEY, STORED, SEARCHED)
        store.put_value("links", {"a"})
        store.commit()
        store.close()


def test_what_is_not_committed_is_lost(tmp_path: Path) -> None:
    """A build that ends early leaves the store as it was, even one that was made from something else."""
    for base, committed in (("a", True), ("b", False)):
        store = PageStore(tmp_path / "pages.sqlite", base)
        store.begin_transaction()
        store.put_page(("source", base), STORED)
        if committed:
            store.commit()
        store.close()
    store = PageStore(tmp_path / "pages.sqlite", "a")
    store.begin_transaction()
    assert store.list_keys() == {("source", "a")}
    store.close()


def test_a_later_build_changes_no_file_that_an_older_tree_holds(
    shop: Workshop, built: Outcome, tmp_path: Path
) -> None:
    """A copy of the site made by hard links, as some keep them, stays as it was."""
    kept = tmp_path / "kept"
    for path in built.site:
        (kept / path).parent.mkdir(parents=True, exist_ok=True)
        os.link(shop.site / path, kept / path)
    seed = shop.seeds / "ferry-000.yml"
    words = seed.read_text("utf-8")
    seed.write_text(words.replace("No boat", "No vessel"), "utf-8")
    (shop.hand / "about.md").write_text("# About\n\nOther words.\n", "utf-8")
    assert shop.build().site != built.site
    assert tiny.files(kept) == built.site
    (shop.site / "about/index.html").write_text("by hand", "utf-8")
    seed.write_text(words, "utf-8")
    again = shop.build()
    assert b"Other words" in again.site["about/index.html"]


def test_files_that_someone_wrote_to_by_hand_are_made_anew(shop: Workshop) -> None:
    """Also where the site and what is kept of MkDocs share them: no hand's word survives a build."""
    before = shop.build()
    for path in ("method/index.html", "assets/stylesheets/site.css", "sources/index.html", "search/index.js"):
        with (shop.site / path).open("ab") as file:
            file.write(b"<!-- by hand -->")
    assert shop.build() == before
