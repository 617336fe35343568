"""Finished pages and files → what the next build must know of them, so that only what changed is made again.

One SQLite file for each folder that sites are put in. A page, and each piece of another file, is remembered
with the state of all that it was made from, and with the size and time of the files: where both still hold,
the files are taken as they are.
Losing the store costs time, never a byte: what cannot be read or written is as good as not there.
"""

from __future__ import annotations

import logging
import os
import pickle
import sqlite3
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

_log = logging.getLogger("mkdocs.archive")

StoredRow = tuple[str, str | None, bytes]
"""A row that was read: its table, its key, and its state at the last build."""
StoredKey = tuple[str, str]
"""Kind and key of a page."""
FileStamp = tuple[int, int]
"""Size in bytes, and time of the last change in nanoseconds."""

_LAYOUT = 7
"""Of the tables; another number, another store."""
_SEAL = 16
"""Bytes of a row's digest: damage is not to be met by chance."""


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page of the last build."""

    reads: array[int]
    """Numbers of the rows that it was made from."""
    stamps: tuple[FileStamp, ...]
    """Of its HTML and its Markdown in the site."""
    address: str
    page: bytes
    """Packed: most builds ask for few of the pages that they take over."""


class StoredPiece(NamedTuple):
    """A piece of a file of the last build."""

    key: str
    reads: array[int]
    start: int
    """Where its bytes begin in the file."""
    size: int


class StoredFile(NamedTuple):
    """A file of the last build that is no page."""

    shape: bytes
    """Digest of the keys of its pieces, and of all that stands around them."""
    stamp: FileStamp
    pieces: tuple[StoredPiece, ...]
    sha256: str
    """In hexadecimal digits."""


def stamp_file(path: str) -> FileStamp | None:
    """Size and time of a file; None where there is none."""
    try:
        status = os.lstat(path)  # a hundred thousand files are looked at: twice as fast as by way of a Path
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


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
            "PRIMARY KEY (kind, key)) WITHOUT ROWID"
        )
        self._fetch_rows(
            "CREATE TABLE IF NOT EXISTS file (path TEXT PRIMARY KEY, content BLOB, seal BLOB) WITHOUT ROWID"
        )
        self._fetch_rows(
            "CREATE TABLE IF NOT EXISTS rows (number INTEGER PRIMARY KEY, content BLOB, seal BLOB)"
        )
        self._fetch_rows("SELECT number, content, seal FROM rows LIMIT 1")
        self._fetch_rows("SELECT kind, key, content, seal, words, word_seal FROM page LIMIT 1")
        self._fetch_rows("SELECT path, content, seal FROM file LIMIT 1")
        if self._fetch_rows("SELECT base FROM about") != [(self._base,)]:
            self.forget_all()
            self._fetch_rows("DELETE FROM about")
            self._fetch_rows("INSERT INTO about VALUES (?)", self._base)
        return self._database is not None

    def forget_all(self) -> None:
        """Begin anew: no page, no file and no row is known."""
        self._fetch_rows("DELETE FROM page")
        self._fetch_rows("DELETE FROM file")
        self._fetch_rows("DELETE FROM rows")

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
        stored: StoredPage | None = _read_row(key, rows)
        return stored

    def put_page(self, key: StoredKey, stored: StoredPage, words: str = "") -> None:
        """Store a page of this build, and what search has to know of its words."""
        row = (*_write_row(key, stored), *_write_row(("words", key), words))
        self._fetch_rows("INSERT OR REPLACE INTO page VALUES (?, ?, ?, ?, ?, ?)", *key, *row)

    def find_words(self, key: StoredKey) -> str:
        """What search has to know of a page's words; nothing where that is not known."""
        # by themselves: a build needs them of one page after another, and the pages all at once
        rows = self._fetch_rows("SELECT words, word_seal FROM page WHERE kind = ? AND key = ?", *key)
        return _read_row(("words", key), rows) or ""

    def remove_pages(self, keys: Iterable[StoredKey]) -> None:
        """Forget pages that are no longer made."""
        for key in keys:
            self._fetch_rows("DELETE FROM page WHERE kind = ? AND key = ?", *key)

    def count_blocks(self) -> int:
        """How many blocks of rows there are."""
        return sum(int(number) for (number,) in self._fetch_rows("SELECT count(*) FROM rows"))

    def find_block(self, number: int) -> list[StoredRow] | None:
        """A block of rows; None where there is none that can be trusted."""
        rows = self._fetch_rows("SELECT content, seal FROM rows WHERE number = ?", number)
        block: list[StoredRow] | None = _read_row(("rows", number), rows)
        return block

    def put_block(self, number: int, block: list[StoredRow]) -> None:
        """Store a block of rows as they are in this build."""
        row = _write_row(("rows", number), block)
        self._fetch_rows("INSERT OR REPLACE INTO rows VALUES (?, ?, ?)", number, *row)

    def read_files(self) -> dict[str, tuple[bytes, bytes]]:
        """All rows of files by path, for `open_stored_file`: asked for one by one, they take far longer."""
        rows = self._fetch_rows("SELECT path, content, seal FROM file")
        return {str(path): (content, seal) for path, content, seal in rows}

    def put_file(self, path: str, stored: StoredFile) -> None:
        """Store a file of this build."""
        self._fetch_rows("INSERT OR REPLACE INTO file VALUES (?, ?, ?)", path, *_write_row(path, stored))

    def remove_files(self, paths: Iterable[str]) -> None:
        """Forget files that are no longer made."""
        for path in paths:
            self._fetch_rows("DELETE FROM file WHERE path = ?", path)


def open_stored_file(path: str, row: tuple[bytes, bytes] | None) -> StoredFile | None:
    """A stored file; None where there is none that can be trusted."""
    stored: StoredFile | None = _read_row(path, [row] if row else [])
    return stored


def _read_row(key: object, rows: Sequence[tuple[Any, ...]]) -> Any:
    """What a row holds; None where there is none, or where it is not whole."""
    if not rows or not isinstance(rows[0][0], bytes) or rows[0][1] != _digest_row(key, rows[0][0]):
        return None
    # what is read here was written here: the store lies in the archive's own cache, and the row is whole
    return pickle.loads(rows[0][0])  # noqa: S301


def _write_row(key: object, stored: object) -> tuple[bytes, bytes]:
    content = pickle.dumps(stored, pickle.HIGHEST_PROTOCOL)
    return content, _digest_row(key, content)


def _digest_row(key: object, content: bytes) -> bytes:
    """Another one wherever a bit of a row is another one."""
    return blake2b(repr(key).encode() + content, digest_size=_SEAL).digest()
