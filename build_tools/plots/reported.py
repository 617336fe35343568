"""Reported numbers → a picture: what was counted, how many (log scale), as of when, by whom, disputed or not.

One line for each number as a source reports it, under what it counts; nothing is added up. Two scales stand
side by side, so that a number and its date are read along one line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from build_tools.plots.ink import ACCENT, INK, PAPER, SMALL, SOFT, shortened
from build_tools.plots.layers import Layer, Row, field, layer, pixels, whole, words
from build_tools.plots.picture import Caption, Lead, Picture


@dataclass(frozen=True, slots=True)
class Reported:
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
    lead: Lead


@dataclass(frozen=True, slots=True)
class Measure:
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


WIDE = Measure(1000, 19, 8, (250, 600), (730, 830), stacked=False, longest=36)
NARROW = Measure(344, 36, 22, (6, 205), (246, 338), stacked=True, longest=48)


@dataclass(frozen=True, slots=True)
class _Line:
    reported: Reported
    key: str
    y: float


def picture(rows: Iterable[Reported], measure: Measure, caption: Caption) -> Picture:
    """The picture; rows in any order. Raises ValueError where a number is not positive or there is none."""
    headings, lines, height = _placed(rows, measure)
    if not lines or any(line.reported.low <= 0 for line in lines):
        raise ValueError("a logarithmic scale shows positive numbers, at least one")
    y = field("y", scale=pixels(height))
    spec = {
        "width": measure.width,
        "height": height,
        "layer": [
            _values(lines, measure, y),
            _dates(lines, measure, y),
            *_words(headings, lines, measure, y),
        ],
        "resolve": {"scale": {"x": "independent"}},
    }
    return Picture(caption, whole(spec, top=38), {line.key: line.reported.lead for line in lines})


def _placed(rows: Iterable[Reported], measure: Measure) -> tuple[list[tuple[str, float]], list[_Line], float]:
    """Headings and lines with their heights: the largest numbers first, what counts the same together."""
    ordered = sorted(rows, key=lambda r: (r.counted, -r.high, -r.low, str(r.since), r.origin, r.lead.href))
    blocks = [tuple(block) for _, block in groupby(ordered, key=lambda r: r.counted)]
    blocks.sort(key=lambda b: (-b[0].high, b[0].counted))
    headings: list[tuple[str, float]] = []
    lines: list[_Line] = []
    y = 0.0
    for block in blocks:
        y += measure.heading
        headings.append((block[0].counted, y + (measure.row / 2 if not measure.stacked else -6)))
        for one in block:
            lines.append(_Line(one, f"k{len(lines)}", y + measure.row / (1.35 if measure.stacked else 2)))
            y += measure.row
    return headings, lines, y + 4


def _values(lines: Sequence[_Line], measure: Measure, y: Layer) -> Layer:
    low, high = min(x.reported.low for x in lines), max(x.reported.high for x in lines)
    decades = [10.0**n for n in range(-6, 16) if low / 10 < 10.0**n < high * 10]
    inside = [d for d in decades if low <= d <= high] or decades[:1]
    axis = {
        "orient": "top",
        "values": inside,
        "format": "~s" if measure.stacked else ",~r",
        "grid": True,
        "domain": False,
    }
    scale = {"type": "log", "domain": [low / 1.15, high * 1.15], "range": list(measure.values)}
    title = "Reported number" if measure.stacked else "Reported number, logarithmic scale"
    x = field("low", axis=axis, scale=scale, title=title)
    rows: list[Row] = [
        {"low": x.reported.low, "high": x.reported.high, "y": x.y, "lead": x.key} for x in lines
    ]
    spans = [r for r in rows if r["low"] != r["high"]]
    free = [r for r, line in zip(rows, lines, strict=True) if not line.reported.disputes]
    held = [r for r, line in zip(rows, lines, strict=True) if line.reported.disputes]
    href = {"field": "lead", "type": "nominal"}
    return {
        "layer": [
            layer(spans, {"type": "rule", "color": SOFT, "strokeWidth": 1.5}, x=x, x2={"field": "high"}, y=y),
            *(
                layer(some, mark, x=x | {"field": end}, y=y, href=href)
                for end, ends in (("low", rows), ("high", spans))
                for group, mark in ((free, _RING), (held, _DIAMOND))
                if (some := [r for r in group if r in ends])
            ),
        ]
    }


_RING: Layer = {"type": "point", "shape": "circle", "size": 46, "stroke": INK, "fill": PAPER, "opacity": 1}
_DIAMOND: Layer = {
    "type": "point",
    "shape": "diamond",
    "size": 72,
    "stroke": ACCENT,
    "fill": ACCENT,
    "opacity": 1,
}


def _dates(lines: Sequence[_Line], measure: Measure, y: Layer) -> Layer:
    rows: list[Row] = [
        {"since": a.toordinal(), "until": b.toordinal(), "y": line.y, "lead": line.key}
        for line in lines
        if (a := line.reported.since) and (b := line.reported.until)
    ]
    days = [d for line in lines for d in (line.reported.since, line.reported.until) if d]
    x = _since(min(days, default=date(2000, 1, 1)), max(days, default=date(2000, 12, 31)), measure)
    href = {"field": "lead", "type": "nominal"}
    spans = [r for r in rows if r["since"] != r["until"]]
    single = [r for r in rows if r["since"] == r["until"]]
    return {
        "layer": [
            layer(spans, _BAR, x=x, x2={"field": "until"}, y=y, href=href),
            layer(single, _TICK, x=x, y=y, href=href),
        ]
    }


_BAR: Layer = {"type": "rule", "color": INK, "strokeWidth": 3}
_TICK: Layer = {"type": "point", "shape": "stroke", "angle": 90, "size": 90, "stroke": INK, "opacity": 1}


def _since(first: date, last: date, measure: Measure) -> Layer:
    """A scale of days as plain numbers: the library's own dates would depend on the machine's time zone."""
    years = range(first.year, last.year + 1)
    shown = {date(y, 1, 1).toordinal(): y for y in years[:: 1 + len(years) // 4]}
    cases = "".join(f"datum.value=={n}?'{y}':" for n, y in shown.items())
    axis = {
        "orient": "top",
        "values": list(shown),
        "labelExpr": f"{cases}''",
        "grid": True,
        "domain": False,
        "labelFlush": False,
    }
    scale = {
        "domain": [date(first.year, 1, 1).toordinal(), last.toordinal() + 20],
        "range": list(measure.dates),
        "zero": False,
        "nice": False,
    }
    return field("since", axis=axis, scale=scale, title="As of")


def _words(
    headings: Iterable[tuple[str, float]], lines: Sequence[_Line], measure: Measure, y: Layer
) -> Iterable[Layer]:
    x = field("x", scale=pixels(measure.width))
    titles: list[Row] = [{"words": shortened(t, measure.longest), "x": 0, "y": at} for t, at in headings]
    yield words(titles, x=x, y=y, fontStyle="italic" if measure.stacked else "normal")
    if measure.stacked:
        above: list[Row] = [
            {"words": shortened(_both(line.reported), 52), "x": 4, "y": line.y - 13, "lead": line.key}
            for line in lines
        ]
        yield words(above, x=x, y=y, fontSize=SMALL, color=SOFT)
        return
    amounts: list[Row] = [
        {
            "words": shortened(line.reported.amount, 22),
            "x": measure.values[1] + 16,
            "y": line.y,
            "lead": line.key,
        }
        for line in lines
    ]
    yield words(amounts, x=x, y=y, fontSize=SMALL)
    named: list[Row] = [
        {"words": shortened(line.reported.origin, 30), "x": measure.dates[1] + 12, "y": line.y}
        for line in lines
    ]
    yield words(named, x=x, y=y, fontSize=SMALL, color=SOFT)
    held: list[Row] = [
        {"words": f"≠ {line.reported.disputes}", "x": measure.values[0] - 12, "y": line.y}
        for line in lines
        if line.reported.disputes
    ]
    if held:
        yield words(held, x=x, y=y, align="right", fontSize=SMALL, color=ACCENT)


def _both(one: Reported) -> str:
    disputed = f" ≠ {one.disputes}" if one.disputes else ""
    return f"{one.amount} · {one.origin}{disputed}"
