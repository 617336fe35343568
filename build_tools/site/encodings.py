"""Bytes → the texts that they may be, in each encoding that programs write; what a guess would choose among.

In bytes of no text, words may touch what is none: a sum, a size, the name of the next part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.site.plain_bytes import has_control, is_utf8

_WIDE = re.compile(
    rb"(?:[\x20-\x7e]\0){4}|(?:\0[\x20-\x7e]){4}"
    rb"|[\0-\xff]([\x01-\x1f])(?:[\0-\xff]\1){3}|([\x01-\x1f])[\0-\xff](?:\2[\0-\xff]){3}"
)
"""Four letters of one alphabet in UTF-16, in either order: in a picture zeros are everywhere, and no text."""
# letters of any alphabet that has them, in a row: four bytes each, the first or the last two of them zero
_WIDEST = re.compile(
    rb"(?P<little>(?:[\t-\xff]\0\0\0|[\0-\xff][\x01-\x30]\0\0){4,})"
    rb"|(?P<big>(?:\0\0\0[\t-\xff]|\0\0[\x01-\x30][\0-\xff]){4,})"
)
_SEAM = re.compile("(?<=[\u0700-\U0010ffff])(?=[\0-\u06ff])|(?<=[\0-\u06ff])(?=[\u0700-\U0010ffff])")
"""Where bytes of something else, read as signs, would stick to a word."""

_AMONG_BYTES = {
    "cp1251": rb"\xa5\xa8\xaa\xaf\xb2-\xb4\xb8\xba\xbf-\xff",
    "koi8-u": rb"\xa3\xa4\xa6\xa7\xad\xb3\xb4\xb6\xb7\xbd\xc0-\xff",
    "cp866": rb"\x80-\xaf\xe0-\xf7",
    "cp1252": rb"A-Za-z\x8a\x8c\x8e\x9a\x9c\x9e\x9f\xc0-\xff",
}
"""Encodings that are looked for among bytes of no text, as in titles of sound, and the letters of each."""
_OTHERS = (
    *_AMONG_BYTES, "cp1250", "iso8859-5", "mac-cyrillic", "gb18030", "big5", "shift_jis", "euc-kr",
)  # fmt: skip
"""In which texts lie that are no UTF-8; other encodings of Latin letters differ in few of them."""
_NARROW = {
    encoding: re.compile(rb"[%b]{3,}(?:[ ,.\-]{1,2}[%b]{3,})+" % (letters, letters))
    for encoding, letters in _AMONG_BYTES.items()
}
"""Words in a row in one byte a letter. Of shorter ones, or of any bytes, a font or a picture is full."""

_ISLAND = re.compile("[^\0-\x08\x0e-\x1f\x7f-\x9f\ufffd]{8,}")
"""Signs in a row among bytes of no text. A name of two words with a letter that sticks to it has eight; of
fewer, a font or a picture is full."""
_MOST_STUCK = 4
"""Letters that may stick to a word: a size, a sum and the name of a part have four bytes each."""
_EDGE = 96
"""Signs of the beginning and the end that are looked at again, more than any name has."""
_APART = " " * 16
"""More than may stand between the words of a name."""


def decode_bytes(part: bytes) -> Iterator[str]:
    """As what they say that they are, as UTF-8, and as what they may be if they are neither."""
    controls = has_control(part)
    if part[:4] in (b"\xff\xfe\0\0", b"\0\0\xfe\xff"):
        yield part.decode("utf-32", "replace")
    elif part[:2] in (b"\xff\xfe", b"\xfe\xff"):
        yield part.decode("utf-16", "replace")
    elif controls and _WIDE.search(part):
        yield from _decode_wide(part)
    text = part.decode("utf-8", "replace")
    yield text
    if controls:
        yield from _decode_widest(part)
        yield from _decode_among(part)
    elif "\ufffd" not in text or is_utf8(part):
        return
    else:
        yield from (part.decode(encoding, "replace") for encoding in _OTHERS)
    yield _open_edges(text)


def has_wide_letters(content: bytes) -> bool:
    """Whether there are letters of two bytes each."""
    return bool(_WIDE.search(content))


def has_narrow_words(content: bytes) -> bool:
    """Whether words in a row stand there, one byte a letter and not of English letters alone."""
    return any(not row.isascii() for words in _NARROW.values() for row in words.findall(content))


def _decode_wide(part: bytes) -> Iterator[str]:
    """As UTF-16 without a mark, in either order, from every place at which a letter may begin."""
    for start in (0, 1):
        for order in ("utf-16-le", "utf-16-be"):
            yield _SEAM.sub(" ", part[start:].decode(order, "replace"))


def _decode_widest(part: bytes) -> Iterator[str]:
    for match in _WIDEST.finditer(part) if b"\0\0" in part else ():
        order = "utf-32-le" if match["little"] else "utf-32-be"
        yield match.group().decode(order, "replace")


def _decode_among(part: bytes) -> Iterator[str]:
    """Words in other encodings that stand among bytes of no text."""
    for encoding, words in _NARROW.items():
        if found := [row for row in words.findall(part) if not row.isascii()]:
            yield b"\n".join(found).decode(encoding, "replace")


def _open_edges(text: str) -> str:
    """Each row of signs with a blank within the first letters of its first word, and the last of its last."""
    opened: list[str] = []
    for match in _ISLAND.finditer(text):
        signs = match.group()
        before, after = _list_cuts(signs), _list_cuts(signs[::-1])
        if len(signs) <= _EDGE:
            ends = [(signs[: len(signs) - n], signs[len(signs) - n :]) for n in (0, *after)]
            opened += (f"{kept[:n]} {kept[n:]} {cut}" for n in (0, *before) for kept, cut in ends if n or cut)
        else:
            opened += (f"{signs[:n]} {signs[n:_EDGE]}" for n in before)
            opened += (f"{signs[-_EDGE:-n]} {signs[-n:]}" for n in after)
    return _APART.join(opened)


def _list_cuts(signs: str) -> range:
    """After how many signs what sticks to the first word may end: a size that is one, then letters."""
    start = next((n for n in range(_MOST_STUCK) if signs[n].isalpha()), 0)
    size = next((n for n in range(_MOST_STUCK) if not signs[start + n].isalpha()), _MOST_STUCK)
    return range(start + 1, start + size + 1)
