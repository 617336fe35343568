"""Named events, reports and statements by date → a picture: what happened above, what tells of it beneath.

Each event has a line of its own, so that its name stands beside it. Beneath the axis a report is a mark,
those of one time on top of each other. Where nothing is dated, the picture is empty and says so; time is cut
only where it would be nearly all empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from build_tools.plots.svg_marks import (
    INK,
    MARKED,
    PAPER,
    SMALL_FONT_SIZE,
    SOFT,
    DotStyle,
    MarkLink,
    draw_dot,
    draw_line,
    draw_text,
    group_row,
    link_together,
    shorten_words,
)
from build_tools.plots.svg_picture import Caption, Picture
from build_tools.plots.time_scale import DaySpan, TimeScale, draw_time_axis, fit_scale


@dataclass(frozen=True, slots=True)
class TimelineMark:
    """Something with a date: a named event, a report, or all statements that a month has."""

    since: date
    until: date
    """The days that its date may mean."""
    doubted: bool
    """Whether the date is marked as approximate, uncertain or inferred."""
    lead: MarkLink
    words: str = ""
    """An event's name."""
    weight: int = 1
    """How many there are."""


@dataclass(frozen=True, slots=True)
class MarkRow:
    """What stands beneath the axis."""

    name: str
    shape: Literal["held", "origin", "column"]
    """Marks on top of each other, filled or open, or a column as high as its weight."""
    marks: tuple[TimelineMark, ...]


WIDE_TIMELINE, NARROW_TIMELINE = 760, 344
"""Pixels: of a page, on which it may be shown larger, and of a phone."""

_LINE, _AXIS, _DOT, _COLUMN = 21.0, 44.0, 9.0, 40.0
"""Pixels: of an event's line; of the axis with its words; from mark to mark of a stack; of a column."""

_LANE = 52.0
"""Pixels of the line through times without anything dated, with the words above and under it."""

_LETTER = 6.1
"""Pixels of a letter in names that may be long: they are shortened where they would be cut."""

_HEAD, _FOOT = 20.0, 14.0
"""Pixels above a row for its name, and beneath it."""

_DOTS = {"held": DotStyle("square", 42, INK, INK), "origin": DotStyle("circle", 42, INK, PAPER)}


def plot_timeline(
    events: Iterable[TimelineMark],
    rows: Iterable[MarkRow],
    empty: Iterable[DaySpan],
    width: int,
    caption: Caption,
) -> Picture:
    """The picture; events and rows in the order given. Raises ValueError where nothing is dated.

    `empty`: the days between which nothing is dated, as far as the picture should say so.
    """
    events, rows = tuple(events), tuple(row for row in rows if row.marks)
    spans = [(m.since, m.until) for m in (*events, *(m for row in rows for m in row.marks))]
    scale = fit_scale(spans, 6, width - 6)
    level = len(events) * _LINE + 6
    empty = tuple(empty)
    # in a lane of its own: the marks and names of the rows would stand on its words
    foot = level + _AXIS + (_LANE if empty else 0)
    beneath = list(_draw_rows(rows, scale, foot))
    height = foot + sum(_measure_row(row, scale) for row in rows)
    marks = [
        *draw_time_axis(scale, height, level),
        *(mark for span in empty for mark in _draw_empty(span, scale, level + _AXIS, width)),
        *(_draw_event(event, scale, (n + 0.5) * _LINE, width) for n, event in enumerate(events)),
        *beneath,
    ]
    return Picture(caption, width, height, marks)


def _draw_event(event: TimelineMark, scale: TimeScale, y: float, width: int) -> str:
    """A dot for a day, a bar for more of them, and the name where there is room."""
    start, end = scale.to_pixels(event.since), scale.to_pixels(event.until)
    dot = DotStyle("circle", 46, MARKED, MARKED)
    if event.since == event.until:
        mark = draw_dot(dot, start, y)
    else:
        # a bar shorter than a dot would be hard to see
        mark = draw_line(
            (start - 1, y), (max(end, start + 4) + 1, y), MARKED, 5, "3,2" if event.doubted else ""
        )
    before, after = start - 14, width - end - 12
    # 6.7 pixels a letter, as in bar_charts.py
    if after >= min(before, 6.7 * len(event.words)):
        words = draw_text(shorten_words(event.words, int(after / _LETTER)), end + 10, y)
    else:
        words = draw_text(shorten_words(event.words, int(before / _LETTER)), start - 10, y, anchor="end")
    return link_together(event.lead, mark, words)


def _measure_row(row: MarkRow, scale: TimeScale) -> float:
    if row.shape == "column":
        return _HEAD + _COLUMN + _FOOT
    return _HEAD + max((level for _, level in _stack(row, scale)), default=0) * _DOT + _DOT + _FOOT


def _draw_rows(rows: Sequence[MarkRow], scale: TimeScale, y: float) -> Iterator[str]:
    for row in rows:
        yield draw_text(row.name, 0, y + 4, ink=SOFT, size=SMALL_FONT_SIZE, slanted=True)
        y += _measure_row(row, scale)
        foot = y - _FOOT
        if row.shape == "column":
            yield group_row(_draw_columns(row.marks, scale, foot))
        else:
            yield group_row(_draw_stack(row, scale, foot))


def _draw_stack(row: MarkRow, scale: TimeScale, foot: float) -> Iterator[str]:
    for mark, level in _stack(row, scale):
        x = (scale.to_pixels(mark.since) + scale.to_pixels(mark.until)) / 2
        yield link_together(mark.lead, draw_dot(_DOTS[row.shape], x, foot - (level + 0.5) * _DOT))


def _stack(row: MarkRow, scale: TimeScale) -> list[tuple[TimelineMark, int]]:
    """Each mark with how many stand under it; the first of a time at the bottom."""
    # where the last mark of each level ends
    ends: list[float] = []
    stacked: list[tuple[TimelineMark, int]] = []
    for mark in sorted(row.marks, key=lambda m: (m.since, m.until, m.lead.href)):
        x = (scale.to_pixels(mark.since) + scale.to_pixels(mark.until)) / 2
        level = next((n for n, end in enumerate(ends) if end + _DOT <= x), len(ends))
        ends[level : level + 1] = [x]
        stacked.append((mark, level))
    return stacked


def _draw_columns(marks: Sequence[TimelineMark], scale: TimeScale, foot: float) -> Iterator[str]:
    most = max(mark.weight for mark in marks)
    told = set(_choose_numbers(marks, scale, most))
    for mark in marks:
        x = (scale.to_pixels(mark.since) + scale.to_pixels(mark.until)) / 2
        top = foot - (_COLUMN - 8) * mark.weight / most
        drawn = [draw_line((x, foot), (x, top), INK, _measure_column(scale))]
        if mark in told:
            number = draw_text(str(mark.weight), x, top - 8, ink=SOFT, size=SMALL_FONT_SIZE, anchor="middle")
            drawn.append(number)
        yield link_together(mark.lead, *drawn)


def _choose_numbers(marks: Sequence[TimelineMark], scale: TimeScale, most: int) -> Iterator[TimelineMark]:
    """Those whose number has room over its column: the largest first, none over another or in a column."""
    taken: list[tuple[float, float, float]] = []
    # where each higher column is: numbers stand two pixels above their own
    columns: list[tuple[float, float, float]] = []
    for mark in sorted(marks, key=lambda m: (-m.weight, m.since)):
        x = (scale.to_pixels(mark.since) + scale.to_pixels(mark.until)) / 2
        top, half = (_COLUMN - 8) * mark.weight / most, len(str(mark.weight)) * _LETTER / 2
        is_free = all(abs(x - at) >= half + wide or top + 2 >= high for at, high, wide in columns)
        columns.append((x, top, _measure_column(scale) / 2))
        if is_free and all(
            abs(x - at) >= half + wide or abs(top - high) >= SMALL_FONT_SIZE for at, high, wide in taken
        ):
            taken.append((x, top, half))
            yield mark


def _measure_column(scale: TimeScale) -> float:
    """How thick one is."""
    return min(_THICK, max(1.5, scale.month_width * 0.6))


_THICK = 24.0
"""Pixels of the thickest column."""


def _draw_empty(span: DaySpan, scale: TimeScale, y: float, width: int) -> Iterator[str]:
    """A dotted line through an empty stretch, and the words that it is empty."""
    cut = scale.find_cut(span)
    start, end = cut or (scale.to_pixels(span[0]) + 10, scale.to_pixels(span[1]) - 10)
    yield draw_line((start, y + 22), (end, y + 22), SOFT, 1, "1,4")
    length = f"for {tell_length(span)}{', cut short' if cut else ''}"
    for n, words in enumerate(("nothing dated", length)):
        half = len(words) * _LETTER / 2
        x = min(max((start + end) / 2, half), width - half)
        yield draw_text(words, x, y + 8 + 28 * n, ink=SOFT, size=SMALL_FONT_SIZE,
            anchor="middle", slanted=True)  # fmt: skip


def tell_length(span: DaySpan) -> str:
    """In days, months or years, whichever says it in the smallest number above one."""
    days = (span[1] - span[0]).days
    for name, length in (("years", 730.0), ("months", 61.0)):
        if days >= length:
            return f"{round(days / (365.25 if name == 'years' else 30.44))} {name}"
    return f"{days} days"
