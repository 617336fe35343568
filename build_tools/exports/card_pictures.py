"""A card → the picture of it, which other sites show beside a link, because a bare link tells little.

Title, what stands below it, and at the foot bars, reports joined to origins or numbers, in five colours. The
typefaces come with the program, never from the machine, so the same card is the same pixels everywhere.
Letters of both scripts that we set (Latin and Cyrillic) stand in one face; the second has rarer ones and
Greek. What neither has is shown as the empty box that the face draws for it, and a title of boxes is left
out: what stands below takes its place. That holds for all scripts that run from right to left or join their
letters: they need more than letters put side by side, and are never set wrongly.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from importlib.resources import files
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from build_tools.exports.card_feet import EDGE, draw_foot
from build_tools.text.acting_characters import show_acting
from build_tools.text.social_card import HEIGHT, WIDTH, Card

_PALETTE = bytes.fromhex("fbf9f4 b2afab 5d564b 1f1c18 8b2313")
"""Paper, ink at a third, the soft ink (two thirds), full ink, the accent."""
_SOFT, _INK = 2, 3
# with 127 added, the division rounds
_SHADES = bytes((coverage * _INK + 127) // 255 for coverage in range(256))
"""How much of a pixel a letter covers → the colour of it. More shades weigh more and are not seen."""
_ROOM = WIDTH - 2 * EDGE
_SIZES = (62, 56, 48, 42)
"""Of the title, in pixels: the first in which it fits."""
_SMALL, _NUMBERS = 30, 24
_LINES = 4
_MOST_LETTERS = 500
"""Of any words on a card: more than four lines of the narrowest letters hold."""
_FACES = (
    ("fontpkg_pt_serif", "PT_Serif-Web-Regular.ttf"),
    ("fontpkg_noto_serif", "NotoSerif[wdth,wght].ttf"),
)
"""Packages and the files in them, the preferred one first."""
_NO_LETTER = "\uffff"
"""Is no character and never will be, so each face shows what it shows for all that it lacks."""
_LEVEL = 5
"""Of deflation: 9 takes six times as long and saves a twelfth."""


def draw_card(card: Card) -> bytes:
    """The card as a PNG: the archive's name, the title in at most four lines, what stands below, the bars."""
    name, title, below = map(_normalise_text, (card.name, card.title, card.below))
    if _is_mostly_lacking(title):
        title, below = below, ""
    canvas = Image.new("L", (WIDTH, HEIGHT))
    draw = ImageDraw.Draw(canvas)
    # the baseline: letters of this size clear the red line, which ends at 69
    _draw_small(draw, 116, name)
    _draw_title(draw, title)
    _draw_small(draw, 500, below)
    canvas = canvas.point(_SHADES)
    # all faces have figures
    draw_foot(ImageDraw.Draw(canvas), card.drawing, _load_font(0, _NUMBERS))
    canvas.putpalette(_PALETTE)
    packed = BytesIO()
    # four bits hold sixteen colours, and five are used: half the bytes of eight
    canvas.save(packed, "PNG", bits=4, compress_level=_LEVEL)
    return packed.getvalue()


def _draw_small(draw: ImageDraw.ImageDraw, y: int, words: str) -> None:
    font = _load_font(_choose_face(words), _SMALL)
    # “ls”: from the left, and the place is that of the baseline
    draw.text((EDGE, y), _cut_to_width(words, font), 255 * _SOFT // _INK, font, "ls")


def _draw_title(draw: ImageDraw.ImageDraw, title: str) -> None:
    font, lines = _fit_title(title)
    size = round(font.size)
    # half of what letters are larger than 44: lower for large ones, whose tops would else stand higher
    first = 190 + (size - 44) // 2
    for n, line in enumerate(lines):
        draw.text((EDGE, first + n * round(size * 1.22)), line, 255, font, "ls")


def _normalise_text(words: str) -> str:
    """Words as they are set: accents in one with their letters where such letters exist, and not endless."""
    # twice as many, for a letter and its accent become one; cut before, because a title may be endless
    settled = unicodedata.normalize("NFC", show_acting(words[: 2 * _MOST_LETTERS]))
    return settled if len(settled) <= _MOST_LETTERS else f"{settled[:_MOST_LETTERS]}…"


def _fit_title(title: str) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """The title's font and lines: in the largest size in which it fits, else cut in the smallest."""
    face = _choose_face(title)
    for size in _SIZES:
        font = _load_font(face, size)
        lines = _wrap_title(title, font)
        if len(lines) <= _LINES:
            return font, lines
    return font, [*lines[: _LINES - 1], _cut_to_width(f"{lines[_LINES - 1]} …", font)]


def _wrap_title(title: str, font: ImageFont.FreeTypeFont) -> list[str]:
    # at blanks alone: a no-break space is part of its word
    lines: list[str] = []
    for word in title.split(" "):
        line = f"{lines[-1]} {word}" if lines else word
        if lines and _measure_width(line, font) <= _ROOM:
            lines[-1] = line
        else:
            lines += _split_word(word, font)
    return lines


def _split_word(word: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """A word that is wider than the card is parted anywhere."""
    pieces, room = [""], float(_ROOM)
    for char in word:
        if pieces[-1] and _measure_width(char, font) > room:
            pieces.append("")
            room = _ROOM
        pieces[-1] += char
        room -= _measure_width(char, font)
    return pieces


def _cut_to_width(words: str, font: ImageFont.FreeTypeFont) -> str:
    while _measure_width(words, font) > _ROOM:
        words = f"{words.removesuffix('…').rstrip()[:-1].rstrip()}…"
    return words


def _measure_width(words: str, font: ImageFont.FreeTypeFont) -> float:
    """Pixels, letter by letter, so that each is measured once; pairs that are set closer save a few more."""
    return sum(_measure_letter(char, font) for char in words)


@lru_cache(maxsize=4096)
def _measure_letter(char: str, font: ImageFont.FreeTypeFont) -> float:
    return font.getlength(char)


def _choose_face(words: str) -> int:
    """The first face that has every letter, so that a line does not change its face; else the last."""
    complete = (n for n in range(len(_FACES)) if not any(_is_lacking(n, char) for char in words))
    return next(complete, len(_FACES) - 1)


def _is_mostly_lacking(words: str) -> bool:
    face = _choose_face(words)
    letters = words.replace(" ", "")
    # more than half: a title with a foreign name in it is still worth showing
    return sum(_is_lacking(face, char) for char in letters) * 2 > len(letters)


@lru_cache(maxsize=4096)
def _is_lacking(face: int, char: str) -> bool:
    font = _load_font(face, _SMALL)
    # Pillow tells nobody which letters a face has; what looks like the box for none is none
    shown, box = font.getmask(char), font.getmask(_NO_LETTER)
    return shown.size == box.size and bytes(shown) == bytes(box)


@lru_cache
def _load_font(face: int, size: int) -> ImageFont.FreeTypeFont:
    """Letters are put side by side by Pillow itself: its other way depends on a library of the machine."""
    package, name = _FACES[face]
    path = files(package).joinpath("files", name)
    return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)
