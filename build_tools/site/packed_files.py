"""The bytes of a file → those of every file packed into it, because what is packed is published as well."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from itertools import chain

from build_tools.site.packed_streams import MOST_LOOKED_AT, Room, list_pieces
from build_tools.site.plain_bytes import is_plain

_DEEPEST = 4
"""Packed files within packed files; nobody hides anything deeper by mistake."""
_MOST_TIMES = 64
"""How often the size of a file is looked at of all that it unpacks to: pages pack to a tenth, tables to a
fiftieth, and what packs to less is there to fill a disk."""

# of a ZIP that is damaged, encrypted, or packed in a way that Python does not know
_UNREADABLE = (OSError, EOFError, ValueError, RuntimeError, zipfile.BadZipFile, zlib.error)
_ZIP_END = b"PK\x05\x06"
_ZIP_TAIL = 2**16 + 22
"""The end of a ZIP, with the longest comment that it may have: there its list of files is told."""


def list_packed(content: bytes) -> Iterator[tuple[str, bytes]]:
    """The file itself, without a name, and each file in it with its name; what cannot be read is left out."""
    return _list_held(content, 0, Room(MOST_LOOKED_AT + _MOST_TIMES * len(content)))


def _list_held(content: bytes, depth: int, room: Room) -> Iterator[tuple[str, bytes]]:
    yield "", content
    # what packs has bytes that no text has, and its bytes tell what it is, not its name: an EPUB is a ZIP
    if depth == _DEEPEST or is_plain(content):
        return
    start, zipped = _open_zip(content)
    # what unpacks itself has a program before its ZIP
    pieces = (("", piece) for piece in list_pieces(content[:start], room))
    for name, part in chain(pieces, _list_zipped(zipped, room) if zipped else ()):
        for inner, held in _list_held(part, depth + 1, room):
            yield inner or name, held


def _open_zip(content: bytes) -> tuple[int, zipfile.ZipFile | None]:
    """Where it begins in these bytes; their end where there is none."""
    if content.find(_ZIP_END, max(0, len(content) - _ZIP_TAIL)) >= 0:
        try:
            opened = zipfile.ZipFile(io.BytesIO(content))
        except _UNREADABLE:
            return len(content), None
        return min((info.header_offset for info in opened.infolist()), default=len(content)), opened
    return len(content), None


def _list_zipped(packed: zipfile.ZipFile, room: Room) -> Iterator[tuple[str, bytes]]:
    # by entry, not by name: two may have one, and both are published
    for entry in packed.infolist():
        if room.left <= 0:
            return
        try:
            with packed.open(entry) as opened:
                part = opened.read(min(MOST_LOOKED_AT, room.left))
        except _UNREADABLE:
            part = b""
        room.left -= len(part)
        yield entry.filename, part
