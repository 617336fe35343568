"""A PDF, or a stream out of one → its strings as a reader comes by them.

Not a reader of PDFs: what fonts draw by numbers of their own is not known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_HEAD = 1024
"""Bytes within which a reader looks for the sign of the form."""
_PICTURE = re.compile(rb"/Subtype\s?/Image\b")
_MOST_ENTRIES = 2000
"""Bytes of the entries that stand before a picture's bytes."""
# by number, as programs write what is not ASCII: `\376\377\000M`
_OCTAL = re.compile(rb"\\([0-3][0-7]{2})")
_LINE_GOES_ON = re.compile(rb"\\\r?\n")
_KERNING = re.compile(rb"\)\s{0,4}(-?)(\d{1,5})(?:\.\d{0,9})?\s{0,4}\(")
"""In a row of shown strings, by how many thousandths of a letter's height the next one is moved."""
_BLANK = 180
"""So far to the right, it is a blank: that of most typefaces has 220 to 330, pairs of letters at most 150."""
_HEX = re.compile(rb"<([0-9A-Fa-f\s]{8,})>")


def begins_as_pdf(content: bytes) -> bool:
    """By the sign that programs that show it look for."""
    return b"%PDF-" in content[:_HEAD]


def leave_out_pictures(content: bytes) -> bytes:
    """Without the bytes of pictures, in which nothing is written, and which are most of many documents."""
    kept, reached = [], 0
    for match in _PICTURE.finditer(content):
        if match.start() < reached:
            continue
        start = content.find(b"stream", match.end(), match.end() + _MOST_ENTRIES)
        if start < 0 or content.find(b"endobj", match.end(), start) >= 0:
            continue
        end = content.find(b"endstream", start)
        if end < 0:
            break
        kept.append(content[reached:start])
        reached = end
    return b"".join((*kept, content[reached:])) if kept else content


def write_out_strings(content: bytes) -> Iterator[bytes]:
    """The same bytes with strings written out and joined, and each string of digits, if there are any."""
    plain = _LINE_GOES_ON.sub(b"", content)
    plain = _OCTAL.sub(lambda digits: bytes([int(digits[1], 8)]), plain)
    plain = _KERNING.sub(_close_gap, plain)
    if plain != content:
        yield plain
    digits = (re.sub(rb"\s+", b"", match[1]) for match in _HEX.finditer(content))
    yield from (bytes.fromhex(found[: len(found) // 2 * 2].decode()) for found in digits)


def _close_gap(match: re.Match[bytes]) -> bytes:
    return b" " if match[1] and int(match[2]) >= _BLANK else b""
