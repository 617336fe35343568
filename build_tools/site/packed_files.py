"""The bytes of a file → those of every file packed into it, because what is packed is published as well."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator

_DEEPEST = 4
"""Packed files within packed files; nobody hides anything deeper by mistake."""

# of a ZIP or a gzip that is damaged, encrypted, or packed in a way that Python does not know
_UNREADABLE = (OSError, EOFError, ValueError, RuntimeError, zipfile.BadZipFile, zlib.error)


def list_packed(content: bytes, depth: int = 0) -> Iterator[tuple[str, bytes]]:
    """The file itself, without a name, and each file in it with its name; what cannot be read is left out."""
    yield "", content
    if depth == _DEEPEST:
        return
    # the first bytes tell what a file is, not its name: an EPUB is a ZIP by another
    if content[:2] == b"\x1f\x8b":
        try:
            yield from list_packed(gzip.decompress(content), depth + 1)
        except _UNREADABLE:
            return
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
            part = packed.read(name)
        except _UNREADABLE:
            part = b""
        yield from ((inner or name, held) for inner, held in list_packed(part, depth + 1))
