"""A ZIP archive → its entries, unpacked within limits: a small one can claim to hold any amount."""

from __future__ import annotations

import lzma
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from build_tools.capture.limits import (
    MOST_PARTS,
    MOST_UNPACKED,
    MOST_UNPACKED_IN_ALL,
    refuse_damage,
    refuse_size,
)
from build_tools.model.clean import FilePart

ZIP_START = b"PK\x03\x04"
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)
"""What the library raises on archives that are damaged, packed in a way of their own, or locked."""


@dataclass
class ZipEntries:
    """The entries of an archive; counts what it has unpacked."""

    content: bytes
    form: str
    """What the archive is, with article, for messages."""
    unpacked: int = 0

    def __post_init__(self) -> None:
        """Read the directory. Raises UnreadableCapture where it is damaged or too long."""
        try:
            self._archive = zipfile.ZipFile(BytesIO(self.content))
            self._entries = {entry.filename: entry for entry in self._archive.infolist()}
        except (*_BROKEN, IndexError, KeyError, UnicodeError) as error:
            raise refuse_damage(f"is {self.form} that is damaged ({type(error).__name__})") from None
        if len(self._entries) > MOST_PARTS:
            raise refuse_size(f"is {self.form} with more than {MOST_PARTS} entries")

    @property
    def names(self) -> tuple[str, ...]:
        """Of the entries, in the archive's order."""
        return tuple(self._entries)

    def unpack(self, name: str) -> bytes | None:
        """An entry; None where there is none. Raises UnreadableCapture: damaged, locked, or too large."""
        if name not in self._entries:
            return None
        try:
            with self._archive.open(name) as packed:
                # what an entry claims as its size is not believed
                found = packed.read(MOST_UNPACKED + 1)
        except _BROKEN as error:
            raise refuse_damage(f"is {self.form} that is damaged ({type(error).__name__})") from None
        self.unpacked += len(found)
        if len(found) > MOST_UNPACKED or self.unpacked > MOST_UNPACKED_IN_ALL:
            raise refuse_size(f"is {self.form} that unpacks to more than {MOST_UNPACKED} bytes")
        return found

    def list_parts(self, read: str) -> Iterator[FilePart]:
        """The whole file: each entry from its beginning to that of the next, and the directory."""
        starts = sorted((entry.header_offset, entry.filename == read) for entry in self._entries.values())
        directory = min(max(self._archive.start_dir, 0), len(self.content))
        at = 0
        for (start, is_read), (following, _) in zip(starts, [*starts[1:], (directory, False)], strict=True):
            begins = min(max(at, start), len(self.content))
            ends = min(max(at, following), len(self.content))
            if begins > at:
                yield FilePart(at, begins, "between", read=False)
            if ends > begins:
                yield FilePart(begins, ends, "entry", read=is_read)
            at = max(begins, ends)
        if at < len(self.content):
            yield FilePart(at, len(self.content), "directory", read=False)
