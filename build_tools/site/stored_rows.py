"""What the store of pages holds → rows with a seal, so that one that is not whole is as good as not there."""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, NamedTuple

from build_tools.site.file_stamps import FileStamp
from build_tools.site.guard_state import FilePrints

StoredRow = tuple[str, str | None, bytes]
"""A row that was read: its table, its key, and its state at the last build."""
StoredKey = tuple[str, str]
"""Kind and key of a page."""

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
    prints: FilePrints | None = None
    """Of both files together, if they were searched for captured words."""


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
    prints: FilePrints | None = None
    """If it was searched for captured words."""


def open_stored_file(path: str, row: tuple[bytes, bytes] | None) -> StoredFile | None:
    """A stored file; None where there is none that can be trusted."""
    stored: StoredFile | None = read_row(path, [row] if row else [])
    return stored


def read_row(key: object, rows: Sequence[tuple[Any, ...]]) -> Any:
    """What a row holds; None where there is none, or where it is not whole."""
    if not rows or not isinstance(rows[0][0], bytes) or rows[0][1] != _digest_row(key, rows[0][0]):
        return None
    # what is read here was written here: the store lies in the archive's own cache, and the row is whole
    return pickle.loads(rows[0][0])  # noqa: S301


def write_row(key: object, stored: object) -> tuple[bytes, bytes]:
    """Content and seal of a row."""
    content = pickle.dumps(stored, pickle.HIGHEST_PROTOCOL)
    return content, _digest_row(key, content)


def _digest_row(key: object, content: bytes) -> bytes:
    """Another one wherever a bit of a row is another one."""
    return blake2b(repr(key).encode() + content, digest_size=_SEAL).digest()
