"""Counts → pictures: bars under one another, or a column for each month, the empty months among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.plots.svg_marks import INK, SMALL_FONT_SIZE, SOFT, draw_line, draw_text, shorten_words
from build_tools.plots.svg_picture import Caption, Picture

_STEP, _LEFT, _SLIM, _HIGH = 22.0, 190.0, 140.0, 90.0
"""Pixels: of a bar's line; of names beside bars, in wide and in narrow pictures; of the tallest column."""

_LETTER = 6.7
"""Pixels of a letter of 13 on average; nothing is measured, so no font matters (decisions/0019)."""

# between the two widths that pages ask for
_NARROW = 500
# less than half of a line, so that bars and the gaps between them are told apart
_THICK = 9


@dataclass(frozen=True, slots=True)
class Bar:
    """One count."""

    words: str
    number: int
    """Zero has no bar, only its number."""
    marked: bool = True
    """Whether it is one of what is meant, not of the rest."""


def plot_bars(bars: Sequence[Bar], width: int, caption: Caption) -> Picture:
    """Bars from left to right, in the order given, each with its number."""
    # an empty picture, or one of zeros alone, must not divide by zero
    most = max((b.number for b in bars), default=0) or 1
    longest = max((len(b.words) for b in bars), default=0)
    # names take up to half of the picture, in which bars can still be compared
    left = max(_LEFT if width > _NARROW else _SLIM, min(width / 2, _LETTER * longest + 10))
    marks: list[str] = []
    for at, bar in enumerate(bars):
        # forty pixels for the number behind the longest bar
        y, end = (at + 0.5) * _STEP, left + (width - left - 40) * bar.number / most
        if bar.number:
            marks.append(draw_line((left, y), (end, y), INK if bar.marked else SOFT, _THICK))
        marks.append(draw_text(shorten_words(bar.words, int(left / _LETTER)), left - 10, y, anchor="end"))
        marks.append(draw_text(f"{bar.number:,}", end + 7, y, ink=SOFT, size=SMALL_FONT_SIZE))
    return Picture(caption, width, _STEP * len(bars), marks)


def plot_months(counts: Sequence[tuple[str, int]], width: int, caption: Caption) -> Picture:
    """A column for each month (`2022-08`, count), none left out; years are written under their January."""
    most = max((n for _, n in counts), default=0) or 1
    step, foot = width / max(1, len(counts)), 14 + _HIGH
    # three tenths are left between columns, and even the thinnest is seen
    thick = max(1.0, step * 0.7)
    # half a pixel: a line one pixel wide then covers one row of pixels, and is sharp
    marks = [draw_line((0, foot + 0.5), (width, foot + 0.5), SOFT)]
    for at, (month, number) in enumerate(counts):
        x, top = (at + 0.5) * step, foot - _HIGH * number / most
        if number:
            marks.append(draw_line((x, foot), (x, top), INK, thick))
            marks.append(draw_text(str(number), x, top - 8, ink=SOFT, size=SMALL_FONT_SIZE, anchor="middle"))
        # the first month has its year even where it is no January: else its columns would belong to none
        if at == 0 or month.endswith("-01"):
            marks.append(draw_text(month[:4], at * step + 1, foot + 14, ink=SOFT, size=SMALL_FONT_SIZE))
    # room for the years under the columns
    return Picture(caption, width, foot + 26, marks)
