"""Capture → what is doubtful in how it was decoded, because wrong letters look like the publisher's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.capture import extract_text
from build_tools.clean.core import decode_text
from build_tools.model.capture import Capture
from build_tools.model.capture_text import AskedReading
from build_tools.text.decode import Decoded
from build_tools.text.encodings import list_candidates

# the three that editors count; `splitlines` knows others, and its numbers would not be theirs
_LINE_BREAK = re.compile("\r\n|\r|\n")
# all encodings that are guessed at agree on ASCII: the first other character is where to look
_LETTER = re.compile("[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class DecodingDoubt:
    """One doubt, and where it shows first."""

    code: str
    """Of the fault that it is: C115 for a guess, C116 for damage."""
    line: int
    """1-based, as an editor shows it."""
    words: str
    """A whole sentence."""


def find_decoding_doubts(
    capture: Capture, encoding: str | None = None, page: str | None = None
) -> Iterator[DecodingDoubt]:
    """Nothing for a capture whose encoding is known and that is whole. The rest: what its record states.

    Raises UnreadableCapture where no text can be drawn out of it.
    """
    text = extract_text(capture, AskedReading(encoding, page))
    for words in text.doubts:
        yield DecodingDoubt("C121", 1, f"{capture.file} {words}")
    decoded = decode_text(text)
    damaged = decoded.find_damage()
    if damaged is not None:
        line = _count_lines(decoded, damaged)
        words = _tell_damage(text.content, decoded, damaged, line)
        yield DecodingDoubt("C116", line, f"{capture.file} {words}")
    if decoded.by_letters and (first := _LETTER.search(decoded.raw)):
        line = _count_lines(decoded, first.start())
        others = list_candidates(text.content, decoded.encoding)
        words = f"{capture.file} was read as {decoded.encoding}, as its letters are from line {line} on"
        yield DecodingDoubt("C115", line, f"{words}{_tell_candidates(others)}.")


def _tell_damage(content: bytes, decoded: Decoded, at: int, line: int) -> str:
    if not decoded.undecodable:
        return f"has U+FFFD on line {line}: it was damaged before it was saved."
    others = list_candidates(_cut_line(content, decoded, at), decoded.encoding)
    return (
        f"is not {decoded.encoding} on line {line}: {decoded.undecodable} bytes in all cannot"
        f" be read{_tell_candidates(others)}."
    )


def _tell_candidates(others: tuple[str, ...]) -> str:
    return f"; it could be {' or '.join(others)}" if others else ""


def _count_lines(decoded: Decoded, position: int) -> int:
    return len(_LINE_BREAK.findall(decoded.raw, 0, position)) + 1


def _cut_line(content: bytes, decoded: Decoded, at: int) -> bytes:
    """The bytes of the line on which a character stands."""
    start, end = decoded.raw.rfind("\n", 0, at) + 1, decoded.raw.find("\n", at)
    first, last = decoded.list_offsets([start, len(decoded.raw) if end < 0 else end])
    return content[first:last]
