"""Small pieces of Vega-Lite that all our pictures are made of, because each should be said in one way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from build_tools.plots.ink import CONFIG, INK

Row = dict[str, object]
Layer = dict[str, object]
SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"


def pixels(size: float) -> Layer:
    """A scale on which a value is a pixel: places that were computed before."""
    return {"domain": [0, size], "range": [0, size], "nice": False, "zero": False}


def field(name: str, kind: str = "quantitative", **settings: object) -> Layer:
    """An encoding by a field, without an axis unless one is given."""
    return {"field": name, "type": kind, "axis": None, **settings}


def layer(rows: Iterable[Mapping[str, object]], mark: Layer, **encoding: object) -> Layer:
    """Marks for rows."""
    return {"data": {"values": [dict(r) for r in rows]}, "mark": mark, "encoding": encoding}


def words(rows: Iterable[Row], *, x: object, y: object, **mark: object) -> Layer:
    """Text marks; each row has its words under `words`, and `lead` where it is a link."""
    rows = tuple(rows)
    encoding: Layer = {"x": x, "y": y, "text": {"field": "words", "type": "nominal"}}
    if any("lead" in r for r in rows):
        encoding["href"] = {"field": "lead", "type": "nominal"}
    return layer(rows, {"type": "text", "align": "left", "color": INK, **mark}, **encoding)


def whole(body: Layer, top: float = 2) -> Layer:
    """A specification out of layers. Its size is what it says, never what some font makes of its words."""
    padding = {"left": 2, "right": 2, "bottom": 2, "top": top}
    return {"$schema": SCHEMA, "config": CONFIG, "autosize": "none", "padding": padding, **body}


def placed(layers: Iterable[Layer], width: float, height: float) -> list[Layer]:
    """Layers whose `x` and `y` are pixels of a picture of this size."""
    scales: dict[str, Layer] = {"x": {"scale": pixels(width)}, "y": {"scale": pixels(height)}}
    return [{**one, "encoding": _with_scales(one["encoding"], scales)} for one in layers]


def _with_scales(encoding: object, scales: Mapping[str, Layer]) -> Layer:
    given: dict[str, Layer] = dict(encoding) if isinstance(encoding, dict) else {}
    return {**given, **{channel: given[channel] | scale for channel, scale in scales.items()}}
