"""Reported numbers → a picture: what was counted, how many (log scale), as of when, by whom, disputed or not.

One line for each number as a source reports it, under what it counts; nothing is added up. Two scales stand
side by side, so that a number and its date are read along one line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from math import log

from build_tools.plots.svg_marks import (
    ACCENT,
    INK,
    PAPER,
    RULE,
    SMALL_FONT_SIZE,
    SOFT,
    DotStyle,
    MarkLink,
    draw_dot,
    draw_line,
    draw_text,
    link_marks,
    shorten_words,
)
from build_tools.plots.svg_picture import Caption, Picture


@dataclass(frozen=True, slots=True)
class PlottedFigure:
    """One number as one source reports it."""

    counted: str
    """Its unit: the heading that it stands under."""
    low: float
    """Positive."""
    high: float
    """The same as `low` for a single value."""
    amount: str
    """As words: `around 20,000`."""
    since: date | None
    until: date | None
    """The days that it may be about; None for both where none is given."""
    origin: str
    disputes: str
    """Numbers of the disagreements that it stands in: `3, 7`; empty for none."""
    lead: MarkLink


@dataclass(frozen=True, slots=True)
class FiguresPlotSizes:
    """The sizes of one variant, in pixels."""

    width: int
    row: int
    heading: int
    values: tuple[int, int]
    """Where the scale of values begins and ends."""
    dates: tuple[int, int]
    stacked: bool
    """Whether words stand above their line instead of beside it."""
    longest: int
    """Characters of a heading."""


WIDE_FIGURES_PLOT = FiguresPlotSizes(1000, 19, 8, (250, 600), (730, 830), stacked=False, longest=36)
NARROW_FIGURES_PLOT = FiguresPlotSizes(344, 36, 22, (6, 205), (246, 338), stacked=True, longest=48)


_RING, _DIAMOND = DotStyle("circle", 46, INK, PAPER), DotStyle("diamond", 72, ACCENT, ACCENT)
_TICK = 4.7
"""Pixels of a single day's stroke, to either side of its line."""
_ABOVE = 38
"""Pixels over the first line: of the scales' heads."""


@dataclass(frozen=True, slots=True)
class _Scale:
    """Numbers → pixels: what stands where."""

    first: float
    last: float
    left: float
    right: float
    """Where the last number stands."""

    def to_pixels(self, number: float) -> float:
        return self.left + (self.right - self.left) * (number - self.first) / (self.last - self.first)


_Placed = tuple[PlottedFigure, float]
"""A row and its height."""


def plot_figures(rows: Iterable[PlottedFigure], measure: FiguresPlotSizes, caption: Caption) -> Picture:
    """The picture; rows in any order. Raises ValueError where a number is not positive or there is none."""
    rows = tuple(rows)
    if not rows or any(row.low <= 0 for row in rows):
        raise ValueError("a logarithmic scale shows positive numbers, at least one")
    values, value_heads = _scale_values(rows, measure)
    dates, date_heads = _scale_dates(rows, measure)
    headings, placed, height = _place_rows(rows, measure)
    title = "Reported number" if measure.stacked else "Reported number, logarithmic scale"
    marks = [
        *_draw_axis(values, value_heads, title, height),
        *_draw_axis(dates, date_heads, "As of", height),
        *headings,
    ]
    for row, y in placed:
        marks += _draw_row(row, y, values, dates)
        marks += _write_above(row, y) if measure.stacked else _write_beside(row, y, measure)
    return Picture(caption, measure.width, height, marks, _ABOVE)


def _place_rows(
    rows: Iterable[PlottedFigure], measure: FiguresPlotSizes
) -> tuple[list[str], list[_Placed], float]:
    """Headings as marks, and rows with their heights: what counts the same together, the largest first."""
    ordered = sorted(rows, key=lambda r: (r.counted, -r.high, -r.low, str(r.since), r.origin, r.lead.href))
    blocks = [tuple(block) for _, block in groupby(ordered, key=lambda r: r.counted)]
    blocks.sort(key=lambda b: (-b[0].high, b[0].counted))
    headings: list[str] = []
    placed: list[_Placed] = []
    y = 0.0
    for block in blocks:
        y += measure.heading
        words, at = (
            shorten_words(block[0].counted, measure.longest),
            -6 if measure.stacked else measure.row / 2,
        )
        headings.append(draw_text(words, 0, y + at, slanted=measure.stacked))
        for row in block:
            placed.append((row, y + measure.row / (1.35 if measure.stacked else 2)))
            y += measure.row
    return headings, placed, y + 4


def _scale_values(
    rows: Sequence[PlottedFigure], measure: FiguresPlotSizes
) -> tuple[_Scale, dict[str, float]]:
    """The scale of logarithms, and the powers of ten on it, by their words."""
    # a little room at both ends, or the outermost marks would stand on the edges of the scale
    low, high = min(row.low for row in rows) / 1.15, max(row.high for row in rows) * 1.15
    # from a millionth to a quadrillion: no figure of a report lies beyond
    powers = [n for n in range(-6, 16) if low <= 10.0**n <= high]
    heads = {_name_power(n, brief=measure.stacked): n * log(10) for n in powers[:: 1 + len(powers) // _MOST]}
    return _Scale(log(low), log(high), *measure.values), heads


_MOST = 9
"""Powers of ten that have room beside one another."""


def _name_power(exponent: int, *, brief: bool) -> str:
    """`10,000`, or briefly `10k`; a fraction is written out, since `100m` would be read as millions."""
    if brief and exponent > 0:
        return f"{10 ** (exponent % 3)}{_PREFIXES[exponent // 3]}"
    return f"{10.0**exponent:,.{max(0, -exponent)}f}"


_PREFIXES = ("", "k", "M", "G", "T", "P")
"""Of the thousands, the millions …"""


def _scale_dates(rows: Sequence[PlottedFigure], measure: FiguresPlotSizes) -> tuple[_Scale, dict[str, float]]:
    """The scale of days, by their number in the calendar, and the first days of years on it."""
    days = [d for row in rows for d in (row.since, row.until) if d] or [date(2000, 1, 1)]
    years = range(min(days).year, max(days).year + 1)
    # at most four years are named: the scale is a hundred pixels wide
    heads = {str(y): float(date(y, 1, 1).toordinal()) for y in years[:: 1 + len(years) // 4]}
    # twenty days of room, so that the last stroke does not stand on the edge
    return _Scale(date(years[0], 1, 1).toordinal(), max(days).toordinal() + 20, *measure.dates), heads


def _draw_axis(scale: _Scale, heads: Mapping[str, float], title: str, height: float) -> Iterator[str]:
    """A faint line for each head, the heads in a row above, the title over them."""
    for words, number in heads.items():
        x = scale.to_pixels(number)
        line = round(x) + 0.5  # the middle of a pixel, so that thin lines are sharp
        yield draw_line((line, -4.5), (line, height), RULE)
        yield draw_text(words, x + 0.5, -11.5, ink=SOFT, size=SMALL_FONT_SIZE, anchor="middle")
    middle = (scale.left + scale.right) / 2 + 0.5
    yield draw_text(title, middle, -26.5, ink=SOFT, size=SMALL_FONT_SIZE, anchor="middle", slanted=True)


def _draw_row(row: PlottedFigure, y: float, values: _Scale, dates: _Scale) -> Iterator[str]:
    """The number, or both ends of its span, and its date."""
    # another shape, not only another colour: print and many eyes have one ink
    dot = _DIAMOND if row.disputes else _RING
    # of a single value both ends are one: drawn twice, it would be met twice by the Tab key
    ends = [values.to_pixels(log(number)) for number in dict.fromkeys((row.low, row.high))]
    if len(ends) > 1:
        yield draw_line((ends[0], y), (ends[1], y), SOFT, 1.5)
    yield from link_marks(row.lead, *(draw_dot(dot, x, y) for x in ends))
    if row.since and row.until:
        since, until = dates.to_pixels(row.since.toordinal()), dates.to_pixels(row.until.toordinal())
        if since == until:
            day = draw_line((since, y - _TICK), (since, y + _TICK), INK, 2)
        else:
            day = draw_line((since, y), (until, y), INK, 3)
        yield from link_marks(row.lead, day)


def _write_above(row: PlottedFigure, y: float) -> list[str]:
    """All words of a row above its line."""
    disputed = f" ≠ {row.disputes}" if row.disputes else ""
    # letters of the small size that fit into the narrow width
    words = shorten_words(f"{row.amount} · {row.origin}{disputed}", 52)
    return link_marks(row.lead, draw_text(words, 4, y - 13, ink=SOFT, size=SMALL_FONT_SIZE))


def _write_beside(row: PlottedFigure, y: float, measure: FiguresPlotSizes) -> Iterator[str]:
    """The words of a row after its number, after its date, and before both."""
    amount = draw_text(shorten_words(row.amount, 22), measure.values[1] + 16, y, size=SMALL_FONT_SIZE)
    yield from link_marks(row.lead, amount)
    yield draw_text(shorten_words(row.origin, 30), measure.dates[1] + 12, y, ink=SOFT, size=SMALL_FONT_SIZE)
    if row.disputes:
        yield draw_text(
            f"≠ {row.disputes}", measure.values[0] - 12, y, ink=ACCENT, size=SMALL_FONT_SIZE, anchor="end"
        )
