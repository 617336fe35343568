"""What a card draws below its words → pixels: bars, reports joined to their origins, numbers on a line.

All stands between the words and the lower edge, in the colours of the card by number.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean

from PIL import ImageDraw, ImageFont

from build_tools.text.card_drawing import BarRow, CardDrawing, JoinedReport, JoinedRow, NumberLine
from build_tools.text.social_card import MOST_DRAWN, WIDTH

EDGE = 80
"""Left free on both sides, in pixels."""
_FAINT, _SOFT, _INK, _ACCENT = 1, 2, 3, 4
"""Numbers of colours in the palette of the card."""
_ROOM = WIDTH - 2 * EDGE
_FOOT = 570
"""The line on which bars stand."""
_REPORTS, _ORIGINS = 536, 582
"""The lines between which reports are joined to origins: so far apart that lines do not lie flat."""
_GAP = 20
"""Between two numbers, in pixels."""
_LEAST_TOP = 5
"""So many statements at least are as tall as the room."""
_DOT = 8
"""Of an origin or a number: its radius."""


def draw_foot(draw: ImageDraw.ImageDraw, drawing: CardDrawing | None, font: ImageFont.FreeTypeFont) -> None:
    """A short line above everything, and at the foot what the card has there; numbers are set in the font."""
    draw.rectangle((EDGE, 64, EDGE + 55, 69), _ACCENT)
    match drawing:
        case BarRow():
            _draw_bars(draw, drawing.counts[:MOST_DRAWN])
        case JoinedRow():
            _draw_joined(draw, drawing)
        case NumberLine():
            _draw_numbers(draw, drawing, font)


def _draw_bars(draw: ImageDraw.ImageDraw, counts: Sequence[int]) -> None:
    """One bar for each count, and a low line where there is none to count."""
    step = min(26, _ROOM // max(len(counts), 1))
    # one statement is never as tall as the room: of few, more must be seen to be more
    most = max(_LEAST_TOP, *counts, 0)
    for n, count in enumerate(counts):
        x, tall = EDGE + n * step, 4 + 40 * count // most
        draw.rectangle((x, _FOOT - tall, x + step - 5, _FOOT - 1), _INK if count else _SOFT)


def _draw_joined(draw: ImageDraw.ImageDraw, row: JoinedRow) -> None:
    """Reports above, origins below; a faint line where the editor's inference joins them."""
    reports = row.reports[:MOST_DRAWN]
    step = min(64, _ROOM // max(len(reports), 1))
    middles = [EDGE + n * step + min(44, step - 4) // 2 for n in range(len(reports))]
    dots = _place_dots(reports, middles)
    for report, x in zip(reports, middles, strict=True):
        for dot in report.dots:
            draw.line((x, _REPORTS, dots[dot], _ORIGINS), _SOFT if report.is_sure else _FAINT, 3)
    for x in middles:
        half = min(44, step - 4) // 2
        draw.rectangle((x - half, _REPORTS - 12, x + half, _REPORTS), _INK)
    for x in dots.values():
        draw.ellipse((x - _DOT, _ORIGINS - _DOT, x + _DOT, _ORIGINS + _DOT), _ACCENT)


def _place_dots(reports: Sequence[JoinedReport], middles: Sequence[int]) -> dict[int, int]:
    """By number: where each origin stands, below the middle of its reports, and none on another."""
    places: dict[int, int] = {}
    for dot in sorted({dot for report in reports for dot in report.dots}):
        own = [x for report, x in zip(reports, middles, strict=True) if dot in report.dots]
        # two radii and a gap from the one before
        places[dot] = max(round(fmean(own)), max(places.values(), default=-WIDTH) + 2 * _DOT + 4)
    return places


def _draw_numbers(draw: ImageDraw.ImageDraw, line: NumberLine, font: ImageFont.FreeTypeFont) -> None:
    """A line from nought to the greatest number, a dot for each, and its number where there is room."""
    y = _ORIGINS
    draw.line((EDGE, y, WIDTH - EDGE, y), _FAINT, 3)
    draw.line((EDGE, y - _DOT, EDGE, y + _DOT), _SOFT, 3)
    free = WIDTH - EDGE
    # from the greatest, which always has its number
    for value in reversed(line.values):
        x = EDGE + round(value / line.values[-1] * _ROOM)
        draw.ellipse((x - _DOT, y - _DOT, x + _DOT, y + _DOT), _INK)
        words = f"{value:,.15g}"
        right = min(free, x + round(font.getlength(words)) // 2)
        left = right - round(font.getlength(words))
        if left >= EDGE and right >= x:
            draw.text((left, y - 2 * _DOT), words, _INK, font, "ls")
            free = left - _GAP
