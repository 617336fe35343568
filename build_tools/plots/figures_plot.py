"""Reported numbers of one thing → a small picture: a dot for each on one linear scale that begins at zero.

Things of different kinds have no scale in common, so each has a picture of its own, small enough to stand
beside others and on a phone. What one origin is the source of, however often it was printed, is one dot.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil, log10
from typing import Literal

from build_tools.plots.svg_marks import (
    INK,
    RULE,
    SMALL_FONT_SIZE,
    SOFT,
    DotStyle,
    MarkLink,
    draw_dot,
    draw_line,
    draw_text,
    link_together,
    shorten_words,
    wrap_words,
)
from build_tools.plots.svg_picture import Caption, Picture


@dataclass(frozen=True, slots=True)
class PlottedFigure:
    """One number, as one origin has it."""

    low: float
    """Not below zero."""
    high: float
    """The same as `low` for a single value."""
    amount: str
    """As words: `around 20,000`."""
    notes: tuple[str, ...]
    """Lines under it: whose it is and as of when, and what is counted in."""
    lead: MarkLink


PANEL_WIDTH = 324
"""Pixels of a picture: what a phone shows whole, and three of which stand beside one another on a desk."""

_LEFT, _RIGHT = 6.0, PANEL_WIDTH - 8.0
"""Where the scale begins and ends: a dot at its end is not cut."""

_LINE, _NOTE, _GAP = 16.0, 14.0, 13.0
"""Pixels from a dot to its first note, from note to note, and from a row to the next."""

_LETTERS = 54
"""Of the small size, as many as have room in a line."""

_MOST_NOTES = 4
"""Lines under a number; what is longer ends with an ellipsis, and is whole in the table."""

_DOT = DotStyle("circle", 72, INK, INK)

_LEAST = 1e-6
"""The shortest scale: no report counts in smaller numbers."""

_MOST_TICKS = 4
"""Steps of the scale: more would be read before the dots."""


def plot_figures(rows: Iterable[PlottedFigure], caption: Caption) -> Picture:
    """The picture, the largest first. Raises ValueError where a number is below zero or there is none."""
    ordered = sorted(rows, key=lambda r: (-r.high, -r.low, r.lead.href))
    if not ordered or any(row.low < 0 for row in ordered):
        raise ValueError("a scale that begins at zero shows numbers from zero on, at least one")
    # all may be zero, or nearly so, and a scale must have some length
    last = max(ordered[0].high, _LEAST)
    marks: list[str] = []
    y = _GAP
    for row in ordered:
        drawn, height = _draw_row(row, y, last)
        marks.append(drawn)
        y += height
    foot = y - _GAP + 4
    return Picture(caption, PANEL_WIDTH, foot + 22, [*_draw_scale(last, foot), *marks])


def _to_pixels(number: float, last: float) -> float:
    return _LEFT + (_RIGHT - _LEFT) * number / last


def choose_ticks(last: float) -> tuple[float, ...]:
    """Round numbers from zero to the last at most, evenly spaced, five at most."""
    power = 10.0 ** (ceil(log10(last)) - 1)
    # by 1, 2 or 5 of a power of ten: what people count by
    step = next(power * n for n in (0.2, 0.25, 0.5, 1, 2, 2.5, 5, 10) if last / (power * n) <= _MOST_TICKS)
    return tuple(step * n for n in range(int(last / step * (1 + 1e-9)) + 1))


def _draw_scale(last: float, foot: float) -> Iterator[str]:
    """A faint line for each round number, which stands at its foot."""
    for tick in choose_ticks(last):
        # the middle of a pixel, so that thin lines are sharp
        x = round(_to_pixels(tick, last)) + 0.5
        yield draw_line((x, 0), (x, foot), RULE)
        words = f"{tick:,.6g}" if tick < 1 else f"{tick:,.10g}"
        at, anchor = _place_tick(x)
        yield draw_text(words, at, foot + 12, ink=SOFT, size=SMALL_FONT_SIZE, anchor=anchor)


def _place_tick(x: float) -> tuple[float, Literal["start", "middle", "end"]]:
    """Under its line, but for those at the edges, which would be cut."""
    if x > _RIGHT - 16:
        return x + 6, "end"
    return (x - 6, "start") if x < _LEFT + 8 else (x, "middle")


def _draw_row(row: PlottedFigure, y: float, last: float) -> tuple[str, float]:
    """The number, or both ends of its span, with its words; and how high that is."""
    ends = [_to_pixels(number, last) for number in dict.fromkeys((row.low, row.high))]
    words = shorten_words(row.amount, 30)
    at, lift, anchor = _place_amount(ends, len(words))
    marks = [draw_dot(_DOT, x, y + lift) for x in ends]
    if len(ends) > 1:
        marks.append(draw_line((ends[0], y + lift), (ends[1], y + lift), INK, 1.5))
    marks.append(draw_text(words, at, y, anchor=anchor))
    lines = [line for note in row.notes for line in wrap_words(note, _LETTERS)][:_MOST_NOTES]
    under = y + lift + _LINE
    for n, line in enumerate(lines):
        marks.append(draw_text(line, 0, under + n * _NOTE, ink=SOFT, size=SMALL_FONT_SIZE))
    return link_together(row.lead, *marks), lift + _LINE + len(lines) * _NOTE + _GAP


def _place_amount(ends: Sequence[float], letters: int) -> tuple[float, float, Literal["start", "end"]]:
    """Where the words of a number stand, how far its dot is moved down for them, which end stands there."""
    # 6.7 pixels a letter, as in bar_charts.py
    length = 6.7 * letters
    if ends[-1] + 10 + length < _RIGHT:
        return ends[-1] + 10, 0, "start"
    if ends[0] - 10 > length:
        return ends[0] - 10, 0, "end"
    # a span over the whole scale has its words over its end
    return _RIGHT + 4, 15, "end"
