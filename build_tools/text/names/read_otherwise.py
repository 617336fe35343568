"""A text → as a reader sees it: signs that are letters, letters apart, words from right to left."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CIRCLED = ((0x249C, "a"), (0x24B6, "A"), (0x24D0, "a"), *((at, "A") for at in (0x1F110, 0x1F130, 0x1F150)))
_SQUARED = ((0x1F170, "A"), (0x1F1E6, "A"))
_LETTERS = {chr(start + n): chr(ord(first) + n) for start, first in (*_CIRCLED, *_SQUARED) for n in range(26)}
"""Letters in circles, squares, brackets and of flags, which Unicode counts among signs."""
_SIGN = re.compile("[\u249c-\u24e9\U0001f110-\U0001f129\U0001f130-\U0001f189\U0001f1e6-\U0001f1ff]")
"""Their ranges: each by itself would be compared."""

_GAP = "[ \u00a0\u2000-\u200a\u202f.\\-_·|/*,]"
_LETTER = "[^\\W\\d_]"
_THREE_APART = re.compile(f"{_GAP}{_LETTER}{_GAP}{_LETTER}{_GAP}{_LETTER}{_GAP}")
"""A look at most texts that have none."""
_APART = re.compile(f"(?<![^\\W_]){_LETTER}(?:{_GAP}{{1,3}}{_LETTER}(?![^\\W_])){{5,}}")
"""Six letters or more; fewer are initials, a list of notes, an index."""
_WORD_GAP = re.compile(f"{_GAP}{{2,}}")
_FROM_RIGHT = re.compile("\u202e([^\u202c\n]+)\u202c?")
"""What a sign has shown from right to left, whatever its letters are."""


def write_letters(text: str) -> str:
    """With letters for signs that are letters, each at its place."""
    # a text has few of them or none: to look each letter up takes ten times as long
    return text if text.isascii() else _SIGN.sub(lambda sign: _LETTERS.get(sign[0], sign[0]), text)


def list_read_otherwise(text: str) -> Iterator[tuple[int, int, str]]:
    """Where a stretch stands that is read otherwise than it is written, and as what."""
    if "\u202e" in text:
        yield from ((m.start(), m.end(), m[1][::-1]) for m in _FROM_RIGHT.finditer(text))
    if _THREE_APART.search(text):
        yield from ((m.start(), m.end(), _join_letters(m.group())) for m in _APART.finditer(text))


def _join_letters(stretch: str) -> str:
    """Words are parted by wider gaps, or begin with capitals."""
    words = (re.sub(_GAP, "", word) for word in _WORD_GAP.split(stretch))
    return " ".join(_part_at_capitals(word) for word in words)


def _part_at_capitals(word: str) -> str:
    pairs = zip(f" {word}", word, strict=False)
    return "".join(f" {sign}" if before.islower() and sign.isupper() else sign for before, sign in pairs)
