"""The bytes of a file → those of every file packed into it, because what is packed is published as well."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from itertools import chain

from build_tools.site.packed_streams import MOST_LOOKED_AT, Room, list_pieces, unpack_data
from build_tools.site.plain_bytes import is_plain

_DEEPEST = 4
"""Packed files within packed files; nobody hides anything deeper by mistake."""
_MOST_TIMES = 64
"""How often the size of a file is looked at of all that it unpacks to: pages pack to a tenth, tables to a
fiftieth, and what packs to less is there to fill a disk."""

# of a ZIP that is damaged, encrypted, or packed in a way that Python does not know
_UNREADABLE = (OSError, EOFError, ValueError, RuntimeError, zipfile.BadZipFile, zlib.error)
_ZIP_END = b"PK\x05\x06"
_HEADER, _SIZES = 30, 26
"""Bytes of what stands before a file in a ZIP, and of them those before the sizes of its name and more."""
_ZIP_TAIL = 2**16 + 22
"""The end of a ZIP, with the longest comment that it may have: there its list of files is told."""


def list_packed(content: bytes) -> Iterator[tuple[str, bytes]]:
    """The file itself, without a name, and each file in it with its name; what cannot be read is left out."""
    return _list_held(content, 0, Room(MOST_LOOKED_AT + _MOST_TIMES * len(content)))


def leave_out_unpacked(content: bytes) -> bytes:
    """A ZIP without the bytes of files that `list_packed` gives whole, which say nothing that these do not.

    Read as text in every encoding, they took as long as a thousand pages. Any other bytes stay as they are,
    and so does what stands between the files, beside them or behind the end of one.
    """
    _, zipped = _open_zip(content) if not is_plain(content) else (0, None)
    entries = sorted(zipped.infolist(), key=lambda info: info.header_offset) if zipped else []
    if sum(info.file_size for info in entries) > _MOST_TIMES * len(content):
        return content
    left, at = list[bytes](), 0
    for entry in entries:
        start = _find_data(content, entry)
        end = start + entry.compress_size
        if start >= at and _unpacks_whole(content[start:end], entry):
            left.append(content[at:start])
            at = end
    # parted by what is of no text
    return b"\0".join((*left, content[at:]))


def _find_data(content: bytes, entry: zipfile.ZipInfo) -> int:
    """Where the bytes of a file begin: behind its name and what else its own header holds."""
    sizes = content[entry.header_offset + _SIZES : entry.header_offset + _HEADER]
    return entry.header_offset + _HEADER + sum(int.from_bytes(sizes[n : n + 2], "little") for n in (0, 2))


def _unpacks_whole(packed: bytes, entry: zipfile.ZipInfo) -> bool:
    """Whether all of these bytes, and they alone, give the file; what is not packed is readable here too."""
    if entry.compress_type != zipfile.ZIP_DEFLATED or entry.file_size > MOST_LOOKED_AT:
        return False
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        # one byte more than it says that it has: then it has not what it says
        unpacked = unpacker.decompress(packed, entry.file_size + 1)
    except zlib.error:
        return False
    whole = unpacker.eof and not unpacker.unused_data
    return whole and len(unpacked) == entry.file_size and zlib.crc32(unpacked) == entry.CRC


def _list_held(content: bytes, depth: int, room: Room) -> Iterator[tuple[str, bytes]]:
    yield "", content
    # what packs has bytes that no text has, and its bytes tell what it is, not its name: an EPUB is a ZIP
    if depth == _DEEPEST or is_plain(content):
        return
    start, zipped = _open_zip(content)
    # what unpacks itself has a program before its ZIP
    pieces = (("", piece) for piece in list_pieces(content[:start], room))
    for name, part in chain(pieces, _list_zipped(content, zipped, room) if zipped else ()):
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


def _list_zipped(content: bytes, packed: zipfile.ZipFile, room: Room) -> Iterator[tuple[str, bytes]]:
    # by entry, not by name: two may have one, and both are published
    for entry in packed.infolist():
        if room.left <= 0:
            return
        try:
            with packed.open(entry) as opened:
                part = opened.read(min(MOST_LOOKED_AT, room.left))
        except _UNREADABLE:
            # with a wrong sum, or cut off: programs show it all the same
            part = unpack_data(content, _find_data(content, entry), room)
        room.left -= len(part)
        yield entry.filename, part
