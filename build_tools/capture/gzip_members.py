"""A file packed by gzip → its members one by one, within a limit: a WARC file packs each record by itself."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.capture.limits import MOST_UNPACKED_IN_ALL, refuse_damage, refuse_size

GZIP_START = b"\x1f\x8b\x08"
"""How a file packed by gzip begins."""

_GZIP = 16 + zlib.MAX_WBITS
# small first: most members are, and what is read beyond a member is read again
_STEPS = (1 << 12, 1 << 16)


@dataclass(frozen=True, slots=True)
class GzipMember:
    """One member, unpacked."""

    start: int
    end: int
    content: bytes


def unpack_members(content: bytes) -> Iterator[GzipMember]:
    """The members in order, up to the first that is damaged.

    Raises UnreadableCapture where none is whole, or all together are beyond the limit.
    """
    at, left = 0, MOST_UNPACKED_IN_ALL
    while at < len(content):
        member = _unpack_member(content, at, left)
        if member is None:
            if at == 0:
                raise refuse_damage("is packed by gzip and damaged")
            return
        left -= len(member.content)
        yield member
        at = member.end


def _unpack_member(content: bytes, start: int, most: int) -> GzipMember | None:
    """The member that begins there; None for one that is damaged or breaks off."""
    unpacker = zlib.decompressobj(_GZIP)
    pieces: list[bytes] = []
    at, left = start, most
    while not unpacker.eof:
        packed = content[at : at + _STEPS[bool(pieces)]]
        try:
            piece = unpacker.decompress(packed, left + 1)
        except zlib.error:
            return None
        if len(piece) > left:
            raise refuse_size(f"unpacks to more than {MOST_UNPACKED_IN_ALL} bytes")
        if not packed:
            return None
        at += len(packed)
        left -= len(piece)
        pieces.append(piece)
    return GzipMember(start, at - len(unpacker.unused_data), b"".join(pieces))


def peek_member(content: bytes, size: int) -> bytes:
    """The first bytes of the first member; none where it cannot be unpacked."""
    try:
        return zlib.decompressobj(_GZIP).decompress(content[: 1 << 16], size)
    except zlib.error:
        return b""
