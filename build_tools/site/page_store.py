"""Finished pages → what the next build must know of them, so that only what changed is made again.

One SQLite file for each folder that sites are put in. A page is remembered with the state of all that it was
made from, and with the size and time of its files: where both still hold, the files are taken as they are.
Losing the store costs time, never a byte.
"""

from __future__ import annotations

import hashlib
import pickle
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from build_tools.model.rendered import RenderedPage

Reads = tuple[tuple[str, str | None], ...]
Stamp = tuple[int, int]
"""Size in bytes, and time of the last change in nanoseconds."""

_LAYOUT = 1
"""Of the tables; another number, another store."""


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page of the last build."""

    reads: Reads
    state: bytes
    stamps: tuple[Stamp, ...]
    """Of its HTML and its Markdown in the site, and of its Markdown in docs/."""
    digest: bytes
    """Of its HTML and Markdown."""


def stamp_file(path: str) -> Stamp | None:
    """Size and time of a file; None where there is none."""
    try:
        status = Path(path).stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def digest_forms(html: bytes, markdown: bytes) -> bytes:
    """SHA-256 of both."""
    return hashlib.sha256(len(html).to_bytes(8, "big") + html + markdown).digest()


class PageStore:
    """The pages of the last build of one site."""

    def __init__(self, path: Path, base: str) -> None:
        """`base` stands for what all pages are made from: another one, and nothing stored is of use."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._database = sqlite3.connect(path, isolation_level=None)
        try:
            self._prepare(base)
        except sqlite3.DatabaseError:  # damaged, or no database: begin anew
            self._database.close()
            path.unlink(missing_ok=True)
            self._database = sqlite3.connect(path, isolation_level=None)
            self._prepare(base)

    def _prepare(self, base: str) -> None:
        run = self._database.execute
        # a build that ends early leaves the store as it was; a lost store costs time only
        run("PRAGMA journal_mode=MEMORY")
        run("PRAGMA synchronous=OFF")
        run("CREATE TABLE IF NOT EXISTS about (base TEXT)")
        run(
            "CREATE TABLE IF NOT EXISTS page (kind TEXT, key TEXT, reads BLOB, state BLOB, stamps BLOB, "
            "digest BLOB, page BLOB, PRIMARY KEY (kind, key)) WITHOUT ROWID"
        )
        told = f"{_LAYOUT} {base}"
        row = run("SELECT base FROM about").fetchone()
        if row != (told,):
            run("DELETE FROM page")
            run("DELETE FROM about")
            run("INSERT INTO about VALUES (?)", (told,))

    def begin(self) -> None:
        """Changes from here on hold together: all of them or none."""
        self._database.execute("BEGIN")

    def commit(self) -> None:
        """The site that was stored is in its place."""
        self._database.execute("COMMIT")

    def close(self) -> None:
        """Changes that were not committed are lost."""
        self._database.close()

    def list_pages(self) -> Iterator[tuple[tuple[str, str], StoredPage]]:
        """Every stored page by kind and key."""
        with closing(
            self._database.execute("SELECT kind, key, reads, state, stamps, digest FROM page")
        ) as rows:
            for kind, key, reads, state, stamps, digest in rows:
                # what is read here was written here: the store lies in the archive's own cache
                yield (
                    (kind, key),
                    StoredPage(pickle.loads(reads), state, pickle.loads(stamps), digest),  # noqa: S301
                )

    def load_page(self, key: tuple[str, str]) -> RenderedPage:
        """What is known of a stored page, without its two forms. Raises KeyError."""
        row = self._database.execute("SELECT page FROM page WHERE kind = ? AND key = ?", key).fetchone()
        if row is None:
            raise KeyError(key)
        page: RenderedPage = pickle.loads(row[0])  # noqa: S301 - as above
        return page

    def put_page(self, key: tuple[str, str], stored: StoredPage, page: RenderedPage) -> None:
        """Store a page of this build."""
        columns = (stored.reads, stored.stamps, page)
        reads, stamps, written = (pickle.dumps(column, pickle.HIGHEST_PROTOCOL) for column in columns)
        row = (*key, reads, stored.state, stamps, stored.digest, written)
        self._database.execute("INSERT OR REPLACE INTO page VALUES (?, ?, ?, ?, ?, ?, ?)", row)

    def remove_pages(self, keys: Iterator[tuple[str, str]]) -> None:
        """Forget pages that are no longer made."""
        self._database.executemany("DELETE FROM page WHERE kind = ? AND key = ?", keys)
