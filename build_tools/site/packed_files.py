"""The bytes of a file → those of every file packed into it, because what is packed is published as well."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterator

_DEEPEST = 4
"""Packed files within packed files; nobody hides anything deeper by mistake."""
MOST_LOOKED_AT = 32 * 2**20
"""Bytes of one packed file that are looked at: a small one may unpack without end, and no text is so long."""

# of a ZIP or a gzip that is damaged, encrypted, or packed in a way that Python does not know
_UNREADABLE = (OSError, EOFError, ValueError, RuntimeError, zipfile.BadZipFile, zlib.error, lzma.LZMAError)

_OPENERS: tuple[tuple[bytes, Callable[[io.BytesIO], io.BufferedIOBase]], ...] = (
    (b"\x1f\x8b", lambda packed: gzip.GzipFile(fileobj=packed)),
    (b"BZh", bz2.BZ2File),
    (b"\xfd7zXZ\0", lzma.LZMAFile),
)
"""First bytes of what packs one file → what unpacks it."""


def list_packed(content: bytes, depth: int = 0) -> Iterator[tuple[str, bytes]]:
    """The file itself, without a name, and each file in it with its name; what cannot be read is left out."""
    yield "", content
    if depth == _DEEPEST:
        return
    # the first bytes tell what a file is, not its name: an EPUB is a ZIP by another
    if unpack := next((opener for start, opener in _OPENERS if content.startswith(start)), None):
        try:
            unpacked = unpack(io.BytesIO(content)).read(MOST_LOOKED_AT)
        except _UNREADABLE:
            return
        yield from list_packed(unpacked, depth + 1)
    # a file entry of a ZIP; an empty one begins otherwise, and holds nothing
    elif content[:4] == b"PK\x03\x04":
        yield from _list_zipped(content, depth)


def _list_zipped(content: bytes, depth: int) -> Iterator[tuple[str, bytes]]:
    try:
        packed = zipfile.ZipFile(io.BytesIO(content))
        names = packed.namelist()
    except _UNREADABLE:
        return
    for name in names:
        try:
            with packed.open(name) as opened:
                part = opened.read(MOST_LOOKED_AT)
        except _UNREADABLE:
            part = b""
        yield from ((inner or name, held) for inner, held in list_packed(part, depth + 1))
