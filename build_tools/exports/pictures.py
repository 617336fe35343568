"""Archive → a picture for each source and finding, which other sites show beside a link to it.

Drawn from the record: title, outlet, date, and a bar for each paragraph, as tall as it has statements. There
is no photograph. Whoever shows the picture asks for it by its full address, so there is none where the
site's address is not known.
"""

from __future__ import annotations

import struct
import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from build_tools.model.archive import Archive
from build_tools.text.cards import HEIGHT, WIDTH, cards
from build_tools.text.markdown import visible

_SVG = "http://www.w3.org/2000/svg"
_EDGE = 80
_PAPER, _INK, _SOFT, _ACCENT = "#fbf9f4", "#1f1c18", "#5d564b", "#8b2313"
_SERIF = "P052, 'Noto Serif', 'Liberation Serif', 'DejaVu Serif', serif"
_SIZES = (62, 56, 48, 42)
"""Of the title, in pixels: the first in which it fits."""
_LINES = 4
_NARROW, _BROAD, _FULL = 0.47, 0.67, 1.0
"""Widths of a letter, a capital, and an ideograph, in ems, on the broad side."""
_OTHER = 1.28
"""How much wider the letters of other scripts are than Latin ones: Cyrillic has no *i*, *l* or *t*."""
_LATIN = 0x250
"""Where the Latin letters end."""
_WIDEST = 0.95
"""Of *M* and *W*, of *m* and *w* somewhat less."""
_MOST_BARS = 80


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that is not drawn yet."""

    path: str
    """Below the site."""
    svg: str
    """All that it depends on."""


def pictures(archive: Archive) -> Iterator[Picture]:
    """Of every source and finding of a public edition whose address is known."""
    for card in cards(archive):
        yield Picture(card.path, svg(card.name, card.title, card.below, card.bars))


def png(picture: Picture) -> bytes:
    """The picture drawn, packed as tightly as its format allows."""
    import vl_convert  # noqa: PLC0415 - large, and only a site with an address has these pictures

    return _packed(vl_convert.svg_to_png(picture.svg))


def svg(name: str, title: str, below: str, bars: Sequence[int]) -> str:
    """A card: the archive's name, the title in at most four lines, what stands below it, the bars."""
    size, lines = _set(visible(title))
    at = 190 + (size - 44) // 2
    return "".join(
        (
            f'<svg xmlns="{_SVG}" width="{WIDTH}" height="{HEIGHT}" font-family="{_SERIF}">',
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{_PAPER}"/>',
            f'<rect x="{_EDGE}" y="64" width="56" height="6" fill="{_ACCENT}"/>',
            _line(visible(name), 116, 30, _SOFT),
            *(_line(line, at + n * round(size * 1.22), size, _INK) for n, line in enumerate(lines)),
            _line(_cut(visible(below), 30), 500, 30, _SOFT),
            *_bars(bars),
            "</svg>",
        )
    )


def _line(words: str, y: int, size: int, colour: str) -> str:
    return f'<text x="{_EDGE}" y="{y}" font-size="{size}" fill="{colour}">{escape(words)}</text>'


def _bars(bars: Sequence[int]) -> Iterator[str]:
    """One for each paragraph; those without a statement are a low line."""
    shown = bars[:_MOST_BARS]
    step = min(26, (WIDTH - 2 * _EDGE) // max(len(shown), 1))
    for n, count in enumerate(shown):
        x, tall = _EDGE + n * step, 4 + 8 * min(count, 5)
        colour = _ACCENT if count else _SOFT
        yield f'<rect x="{x}" y="{570 - tall}" width="{step - 4}" height="{tall}" fill="{colour}"/>'


def _set(title: str) -> tuple[int, list[str]]:
    for size in _SIZES:
        lines = _wrapped(title, size)
        if len(lines) <= _LINES:
            return size, lines
    lines = lines[:_LINES]
    return size, [*lines[:-1], _cut(f"{lines[-1]} …", size)]


def _wrapped(title: str, size: int) -> list[str]:
    lines: list[str] = []
    for word in title.split(" "):
        line = f"{lines[-1]} {word}" if lines else word
        if lines and _width(line) * size <= WIDTH - 2 * _EDGE:
            lines[-1] = line
        else:
            lines += _pieces(word, size)
    return lines


def _pieces(word: str, size: int) -> list[str]:
    """A word that is wider than the card, as languages without spaces have it, is parted anywhere."""
    pieces = [""]
    for char in word:
        if pieces[-1] and _width(pieces[-1] + char) * size > WIDTH - 2 * _EDGE:
            pieces.append("")
        pieces[-1] += char
    return pieces


def _cut(words: str, size: int) -> str:
    while _width(words) * size > WIDTH - 2 * _EDGE:
        words = f"{words.removesuffix('…').rstrip()[:-1].rstrip()}…"
    return words


def _width(words: str) -> float:
    return sum(map(_em, words))


def _em(char: str) -> float:
    if unicodedata.east_asian_width(char) in "WF":
        return _FULL
    if unicodedata.combining(char):
        return 0
    if char in "MWmw":
        return _WIDEST if char.isupper() else _WIDEST * 0.87
    width = _BROAD if char.isupper() else _NARROW
    return width * _OTHER if char.isalpha() and ord(char) >= _LATIN else width


def _packed(content: bytes) -> bytes:
    """A PNG with its pixels deflated anew, and without the chunks that no reader needs."""
    chunks = list(_chunks(content))
    pixels = zlib.decompress(b"".join(body for kind, body in chunks if kind == b"IDAT"))
    kept = [(kind, body) for kind, body in chunks if kind == b"IHDR"]
    kept += [(b"IDAT", zlib.compress(pixels, 9)), (b"IEND", b"")]
    return content[:8] + b"".join(_chunk(kind, body) for kind, body in kept)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at < len(content):
        (size,) = struct.unpack(">I", content[at : at + 4])
        yield content[at + 4 : at + 8], content[at + 8 : at + 8 + size]
        at += size + 12


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
