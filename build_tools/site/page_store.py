"""Finished pages and files → what the next build must know of them, so that only what changed is made again.

One SQLite file for each folder that sites are put in. A page, and each piece of another file, is remembered
with the state of all that it was made from, and with the size and time of the files: where both still hold,
the files are taken as they are.
Losing the store costs time, never a byte: what cannot be read or written is as good as not there.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from build_tools.site.search_block import SearchPage
from build_tools.site.stored_rows import StoredFile, StoredKey, StoredPage, StoredRow, read_row, write_row

_log = logging.getLogger("mkdocs.archive")

_LAYOUT = 10
"""Of the tables; another number, another store."""


class PageStore:
    """The pages of the last build of one site."""

    def __init__(self, path: Path, base: str) -> None:
        """`base` stands for what all pages are made from: another one, and nothing stored is of use."""
        self._path = path
        self._base = f"{_LAYOUT} {base}"
        self._database: sqlite3.Connection | None = None

    def begin_transaction(self) -> None:
        """Open the store; changes from here on hold together: all of them or none."""
        if not self._prepare_tables():  # damaged, of another layout, or no store at all: begin anew
            self._remove_file()
            self._prepare_tables()

    def _prepare_tables(self) -> bool:
        """Whether there is a store to work with."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            # `None`: transactions begin and end where we say so
            self._database = sqlite3.connect(self._path, isolation_level=None)
        except (OSError, sqlite3.Error) as error:
            return self._give_up(error)
        # a build that ends early leaves the store as it was; a lost store costs time only
        self._fetch_rows("PRAGMA journal_mode=MEMORY")
        self._fetch_rows("PRAGMA synchronous=OFF")
        self._fetch_rows("BEGIN IMMEDIATE")
        self._fetch_rows("CREATE TABLE IF NOT EXISTS about (base TEXT)")
        self._fetch_rows(
            "CREATE TABLE IF NOT EXISTS page "
            "(kind TEXT, key TEXT, content BLOB, seal BLOB, words BLOB, word_seal BLOB, "
            # with a row number: of long rows in the order of their keys, half of the file stayed empty
            "PRIMARY KEY (kind, key))"
        )
        self._fetch_rows(
            "CREATE TABLE IF NOT EXISTS file (path TEXT PRIMARY KEY, content BLOB, seal BLOB) WITHOUT ROWID"
        )
        self._fetch_rows(
            "CREATE TABLE IF NOT EXISTS rows (number INTEGER PRIMARY KEY, content BLOB, seal BLOB)"
        )
        self._fetch_rows(
            "CREATE TABLE IF NOT EXISTS value (name TEXT PRIMARY KEY, content BLOB, seal BLOB) WITHOUT ROWID"
        )
        self._fetch_rows("SELECT number, content, seal FROM rows LIMIT 1")
        self._fetch_rows("SELECT kind, key, content, seal, words, word_seal FROM page LIMIT 1")
        self._fetch_rows("SELECT path, content, seal FROM file LIMIT 1")
        self._fetch_rows("SELECT name, content, seal FROM value LIMIT 1")
        if self._fetch_rows("SELECT base FROM about") != [(self._base,)]:
            self.forget_all()
            self._fetch_rows("DELETE FROM about")
            self._fetch_rows("INSERT INTO about VALUES (?)", self._base)
        return self._database is not None

    def forget_all(self) -> None:
        """Begin anew: nothing is known."""
        self._fetch_rows("DELETE FROM page")
        self._fetch_rows("DELETE FROM file")
        self._fetch_rows("DELETE FROM rows")
        self._fetch_rows("DELETE FROM value")

    def _fetch_rows(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """The rows of an answer; none once the store is lost."""
        if self._database is None:
            return []
        try:
            return self._database.execute(statement, values).fetchall()
        except (OSError, sqlite3.Error) as error:
            self._give_up(error)
            return []

    def _give_up(self, error: Exception) -> bool:
        """Go on without the store, which stays as it was; False."""
        _log.debug("pages are not remembered: %s", error)
        self.close()
        return False

    def _remove_file(self) -> None:
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            _log.debug("%s stays: %s", self._path, error)

    def commit(self) -> None:
        """The site that was stored is in its place."""
        self._fetch_rows("COMMIT")

    def close(self) -> None:
        """Changes that were not committed are lost."""
        database, self._database = self._database, None
        if database is not None:
            database.close()

    def list_keys(self) -> set[StoredKey]:
        """Of every stored page."""
        return {(str(kind), str(key)) for kind, key in self._fetch_rows("SELECT kind, key FROM page")}

    def find_page(self, key: StoredKey) -> StoredPage | None:
        """A stored page; None where there is none that can be trusted."""
        rows = self._fetch_rows("SELECT content, seal FROM page WHERE kind = ? AND key = ?", *key)
        stored: StoredPage | None = read_row(key, rows)
        return stored

    def put_page(self, key: StoredKey, stored: StoredPage, searched: SearchPage | None = None) -> None:
        """Store a page of this build, and as search knows it."""
        row = (*write_row(key, stored), *write_row(("words", key), searched and tuple(searched)))
        self._fetch_rows("INSERT OR REPLACE INTO page VALUES (?, ?, ?, ?, ?, ?)", *key, *row)

    def change_page(self, key: StoredKey, stored: StoredPage) -> None:
        """Store what is known of a page that was taken over; as search knows it, it is as it was."""
        row = write_row(key, stored)
        self._fetch_rows("UPDATE page SET content = ?, seal = ? WHERE kind = ? AND key = ?", *row, *key)

    def find_searched(self, key: StoredKey) -> SearchPage | None:
        """A page as search knows it; None where that is not known."""
        # by itself: a build needs it of few pages
        rows = self._fetch_rows("SELECT words, word_seal FROM page WHERE kind = ? AND key = ?", *key)
        row = read_row(("words", key), rows)
        return SearchPage(*row) if row else None

    def remove_pages(self, keys: Iterable[StoredKey]) -> None:
        """Forget pages that are no longer made."""
        for key in keys:
            self._fetch_rows("DELETE FROM page WHERE kind = ? AND key = ?", *key)

    def count_blocks(self) -> int:
        """How many blocks of rows there are."""
        return sum(
            int(number) for (number,) in self._fetch_rows("SELECT count(*) FROM rows WHERE number >= 0")
        )

    def find_block(self, number: int) -> list[StoredRow] | None:
        """A block of rows; None where there is none that can be trusted."""
        rows = self._fetch_rows("SELECT content, seal FROM rows WHERE number = ?", number)
        block: list[StoredRow] | None = read_row(("rows", number), rows)
        return block

    def put_block(self, number: int, block: list[StoredRow]) -> None:
        """Store a block of rows as they are in this build."""
        row = write_row(("rows", number), block)
        self._fetch_rows("INSERT OR REPLACE INTO rows VALUES (?, ?, ?)", number, *row)

    def read_files(self) -> dict[str, tuple[bytes, bytes]]:
        """All rows of files by path, for `open_stored_file`: asked for one by one, they take far longer."""
        rows = self._fetch_rows("SELECT path, content, seal FROM file")
        return {str(path): (content, seal) for path, content, seal in rows}

    def put_file(self, path: str, stored: StoredFile) -> None:
        """Store a file of this build."""
        self._fetch_rows("INSERT OR REPLACE INTO file VALUES (?, ?, ?)", path, *write_row(path, stored))

    def remove_files(self, paths: Iterable[str]) -> None:
        """Forget files that are no longer made."""
        for path in paths:
            self._fetch_rows("DELETE FROM file WHERE path = ?", path)

    def list_values(self) -> set[str]:
        """The names of all values."""
        return {str(name) for (name,) in self._fetch_rows("SELECT name FROM value")}

    def find_value(self, name: str) -> Any:
        """What was made from all pages together and kept under a name; None where it is not known."""
        return read_row(
            ("value", name), self._fetch_rows("SELECT content, seal FROM value WHERE name = ?", name)
        )

    def put_value(self, name: str, value: object) -> None:
        """Keep it."""
        row = write_row(("value", name), value)
        self._fetch_rows("INSERT OR REPLACE INTO value VALUES (?, ?, ?)", name, *row)

    def remove_values(self, names: Iterable[str]) -> None:
        """Forget values that are no longer made."""
        for name in names:
            self._fetch_rows("DELETE FROM value WHERE name = ?", name)
