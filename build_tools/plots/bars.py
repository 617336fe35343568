"""Counts → pictures: bars under one another, or a column for each month, the empty months among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.plots.ink import INK, SMALL, SOFT, shortened
from build_tools.plots.layers import Layer, Row, field, layer, placed, whole, words
from build_tools.plots.picture import Caption, Picture

_STEP, _LEFT, _SLIM, _HIGH = 22.0, 190.0, 140.0, 90.0
"""Pixels: of a bar's line; of names beside bars, in wide and in narrow pictures; of the tallest column."""

_NARROW = 500


@dataclass(frozen=True, slots=True)
class Bar:
    """One count."""

    words: str
    number: int
    """Zero is drawn as a line without length."""
    marked: bool = True
    """Whether it is one of what is meant, not of the rest."""


def across(bars: Sequence[Bar], width: int, caption: Caption) -> Picture:
    """Bars from left to right, in the order given, each with its number."""
    most = max((b.number for b in bars), default=0) or 1
    left = _LEFT if width > _NARROW else _SLIM
    room = width - left - 40
    height = _STEP * len(bars)
    rows: list[Row] = [
        {
            "words": shortened(bar.words, int(left / 6.7)),
            "number": f"{bar.number:,}",
            "x": left,
            "to": left + room * bar.number / most,
            "after": left + room * bar.number / most + 7,
            "y": (at + 0.5) * _STEP,
            "marked": bar.marked,
        }
        for at, bar in enumerate(bars)
    ]
    x, y = field("x"), field("y")
    body = [
        *(
            layer(some, {"type": "rule", "color": ink, "strokeWidth": 9}, x=x, x2={"field": "to"}, y=y)
            for ink, marked in ((INK, True), (SOFT, False))
            if (some := [r for r in rows if r["marked"] is marked and r["x"] != r["to"]])
        ),
        words([r | {"x": left - 10} for r in rows], x=x, y=y, align="right"),
        words(
            [r | {"words": r["number"], "x": r["after"]} for r in rows], x=x, y=y, color=SOFT, fontSize=SMALL
        ),
    ]
    spec: Layer = {"width": width, "height": height, "layer": placed(body, width, height)}
    return Picture(caption, whole(spec))


def months(counts: Sequence[tuple[str, int]], width: int, caption: Caption) -> Picture:
    """A column for each month (`2022-08`, count), none left out; years are written under their January."""
    most = max((n for _, n in counts), default=0) or 1
    step = width / max(1, len(counts))
    rows: list[Row] = [
        {
            "x": (at + 0.5) * step,
            "y": 14 + _HIGH,
            "to": 14 + _HIGH * (1 - number / most),
            "words": str(number),
            "above": 6 + _HIGH * (1 - number / most),
            "number": number,
        }
        for at, (_, number) in enumerate(counts)
    ]
    years: list[Row] = [
        {"words": month[:4], "x": at * step + 1, "y": 28 + _HIGH}
        for at, (month, _) in enumerate(counts)
        if at == 0 or month.endswith("-01")
    ]
    base: list[Row] = [{"x": 0, "to": width, "y": 14.5 + _HIGH}]
    x, y = field("x"), field("y")
    full = [r for r in rows if r["number"]]
    thick: Layer = {"type": "rule", "color": INK, "strokeWidth": round(max(1.0, step * 0.7), 1)}
    body = [
        layer(base, {"type": "rule", "color": SOFT}, x=x, x2={"field": "to"}, y=y),
        layer(full, thick, x=x, y=y, y2={"field": "to"}),
        words([r | {"y": r["above"]} for r in full], x=x, y=y, align="center", color=SOFT, fontSize=SMALL),
        words(years, x=x, y=y, color=SOFT, fontSize=SMALL),
    ]
    height = 40 + _HIGH
    spec: Layer = {"width": width, "height": height, "layer": placed(body, width, height)}
    return Picture(caption, whole(spec))
