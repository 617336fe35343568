"""Bytes of no text → what is packed anywhere within them, by what packed things begin with.

Chunks of a picture, streams of a document, what a program wrote between its own bytes: a reader's program
unpacks them, wherever they stand. What they would unpack to without end is cut off.
"""

from __future__ import annotations

import bz2
import lzma
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from build_tools.site.pdf_strings import begins_as_pdf, leave_out_pictures, write_out_strings

MOST_LOOKED_AT = 32 * 2**20
"""Bytes of one packed file that are looked at: a small one may unpack without end, and no text is so long."""
_LEAST_BROKEN = 64
"""Bytes that a stream without its end must give to be one; other bytes that begin alike give fewer."""
_STEP = 4096
_MOST_MEMORY = 2**28
"""Of bytes, to unpack one file: four times what the strongest packing of `xz` asks for."""
_PNG = b"\x89PNG\r\n\x1a\n"
_PIXELS = (b"IDAT", b"fdAT")
"""Chunks of colours, in which nothing is written: a picture of a page would be megabytes of them."""
_FRAME = 12
"""Bytes of a chunk beside what it holds: its size, its name, its sum."""


class _Unpacker(Protocol):
    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: memoryview, max_length: int, /) -> bytes: ...


@dataclass(slots=True)
class Room:
    """What may still be looked at of a file and of all that is packed in it."""

    left: int
    """Bytes."""


def _list_zlib_heads() -> Iterator[bytes]:
    """First two bytes of a stream: how it is packed, and a sum that 31 divides, without a dictionary."""
    for size in range(8):
        first = size << 4 | zlib.DEFLATED
        seconds = [flags for flags in range(256) if (first << 8 | flags) % 31 == 0 and not flags & 0x20]
        yield re.escape(bytes([first])) + b"[" + b"".join(rb"\x%02x" % flags for flags in seconds) + b"]"


_UNPACKERS: dict[int, Callable[[], _Unpacker]] = {
    0x1F: lambda: zlib.decompressobj(16 | zlib.MAX_WBITS),
    ord("B"): bz2.BZ2Decompressor,
    0xFD: lambda: lzma.LZMADecompressor(memlimit=_MOST_MEMORY),
}
"""First byte of gzip, bzip2 and xz → what unpacks it; of anything else that is found, it is zlib."""
# begun by letters alone, it is looked for at those; names for its parts would have it tried at every byte
_BEGINNING = re.compile(rb"\x1f\x8b\x08|BZh[1-9]1AY&SY|\xfd7zXZ\0|" + b"|".join(_list_zlib_heads()))


def may_be_packed(content: bytes) -> bool:
    """Whether it begins as something that unpacks."""
    return content.startswith(b"PK") or bool(_BEGINNING.match(content))


def list_pieces(content: bytes, room: Room) -> Iterator[bytes]:
    """What is packed within, unpacked once; of a picture, all that is not colours."""
    if content.startswith(_PNG):
        yield from _list_chunks(content)
    elif begins_as_pdf(content):
        yield from write_out_strings(content)
        for stream in _list_streams(leave_out_pictures(content), room):
            yield stream
            yield from write_out_strings(stream)
    else:
        yield from _list_streams(content, room)


def _list_chunks(content: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while at + _FRAME <= len(content):
        size, kind = int.from_bytes(content[at : at + 4]), content[at + 4 : at + 8]
        if size and kind not in _PIXELS:
            yield content[at + 8 : at + 8 + size]
        at += _FRAME + size
        if kind == b"IEND":
            break
    if at < len(content):
        yield content[at:]


def _list_streams(content: bytes, room: Room) -> Iterator[bytes]:
    """Each; those that follow one another without a gap are one file, as `gzip` has it."""
    at, held, ended = 0, list[bytes](), -1
    while room.left > 0 and (match := _BEGINNING.search(content, at)):
        start = match.start()
        if held and start != ended:
            yield b"".join(held)
            held.clear()
        unpacker = _UNPACKERS.get(content[start], zlib.decompressobj)()
        unpacked, end = _unpack(unpacker, content, start, room)
        at = start + 1
        if unpacker.eof or len(unpacked) >= _LEAST_BROKEN:
            held.append(unpacked)
            at = ended = end
    if held:
        yield b"".join(held)


def unpack_data(content: bytes, start: int, room: Room) -> bytes:
    """What comes out of the data of a ZIP's file from there on, as far as it is sound."""
    return _unpack(zlib.decompressobj(-zlib.MAX_WBITS), content, start, room)[0]


def _unpack(unpacker: _Unpacker, content: bytes, start: int, room: Room) -> tuple[bytes, int]:
    """What comes out, as far as it is sound, and where it ends in these bytes."""
    view, at, held = memoryview(content), start, bytearray()
    most = min(MOST_LOOKED_AT, room.left)
    try:
        while at < len(content) and len(held) < most and not unpacker.eof:
            held += unpacker.decompress(view[at : at + _STEP], most - len(held))
            at = min(at + _STEP, len(content))
            room.left -= _STEP
    except (OSError, EOFError, ValueError, zlib.error, lzma.LZMAError):
        # what came before it is read all the same
        at = max(at, start + 1)
    room.left -= len(held)
    return bytes(held), at - len(unpacker.unused_data)
