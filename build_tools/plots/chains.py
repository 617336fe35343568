"""Who passed on to whom → a picture: origins on the left, then intermediaries, then the archive's sources.

A name stands on its line, and the line runs on to those who took from it: the more statements, the thicker.
Places are computed here, in the manner of layered graphs: each step of passing on is a column, and names are
put near those that they lead to, so that few lines cross.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

from build_tools.plots.ink import ACCENT, INK, PAPER, SMALL, SOFT, shortened
from build_tools.plots.layers import Layer, Row, field, layer, placed, whole, words
from build_tools.plots.picture import Caption, Lead, Picture

_STEP, _FIRST = 38.0, 26.0
"""Pixels between two lines of a column, and above the first."""

_ROUNDS = 8
"""How often names are moved towards their neighbours; more changes nothing that is seen."""


@dataclass(frozen=True, slots=True)
class Node:
    """A report: an origin, or a source of the archive."""

    id: str
    words: str
    under: str
    """A second, smaller line: its date."""
    held: bool
    """Whether it is a source of the archive; those that nobody takes from stand in the last column."""
    lead: Lead
    here: bool = False
    """Whether the page is about it."""


@dataclass(frozen=True, slots=True)
class Edge:
    """That the one took from the other."""

    giver: str
    taker: str
    statements: int
    """How many statements came this way; 0 where only the relation is known."""
    inferred: bool


@dataclass(frozen=True, slots=True)
class _Laid:
    column: Mapping[str, int]
    y: Mapping[str, float]
    paths: Mapping[tuple[str, str], tuple[str, ...]]
    """Of an edge: its ends, and the bends between them, one for each column that it crosses."""
    columns: int
    height: float
    ends: frozenset[str]
    """Ids of the last column."""


def picture(nodes: Iterable[Node], edges: Iterable[Edge], width: int, caption: Caption) -> Picture:
    """The picture. Edges whose ends are not among the nodes are an error (KeyError)."""
    nodes = tuple(nodes)
    edges = tuple(sorted(edges, key=lambda e: (e.giver, e.taker)))
    laid = _laid(nodes, edges)
    last = 212.0 if laid.columns > 1 else width
    step = (width - last - 8) / max(1, laid.columns - 1)
    spec = {
        "width": width,
        "height": laid.height,
        "layer": placed([*_lines(edges, laid, step), *_names(nodes, laid, step, last)], width, laid.height),
    }
    keys = {f"k{n}": node.lead for n, node in enumerate(nodes)}
    return Picture(caption, whole(spec), keys)


def _laid(nodes: Sequence[Node], edges: Sequence[Edge]) -> _Laid:
    givers = {e.giver for e in edges}
    ends = frozenset(n.id for n in nodes if n.held and n.id not in givers)
    column = _columns(nodes, edges, ends)
    count = max(column.values(), default=0) + 1
    order: dict[int, list[str]] = defaultdict(list)
    for node in nodes:
        order[column[node.id]].append(node.id)
    paths: dict[tuple[str, str], tuple[str, ...]] = {}
    for edge in edges:
        bends = [f"{edge.giver}>{edge.taker}>{c}" for c in range(column[edge.giver] + 1, column[edge.taker])]
        for at, bend in enumerate(bends, column[edge.giver] + 1):
            order[at].append(bend)
        paths[edge.giver, edge.taker] = (edge.giver, *bends, edge.taker)
    y = _heights(order, paths, count)
    return _Laid(column, y, paths, count, max(y.values(), default=0) + 22, ends)


def _columns(nodes: Sequence[Node], edges: Sequence[Edge], ends: frozenset[str]) -> dict[str, int]:
    """The longest way to each node; the ends share the last column. A circle is walked a few times only."""
    found = {n.id: 0 for n in nodes}
    for _ in nodes:
        before = dict(found)
        for edge in edges:
            if edge.taker not in ends and found[edge.giver] < len(nodes):
                found[edge.taker] = max(found[edge.taker], found[edge.giver] + 1)
        if found == before:
            break
    used = sorted({c for n, c in found.items() if n not in ends})
    return {n: len(used) if n in ends else used.index(c) for n, c in found.items()}


def _heights(
    order: Mapping[int, list[str]], paths: Mapping[tuple[str, str], tuple[str, ...]], count: int
) -> dict[str, float]:
    """A height for each name and bend: the last column as given, the others near what they lead to."""
    beside: dict[str, list[str]] = defaultdict(list)
    for path in paths.values():
        for one, other in pairwise(path):
            beside[one].append(other)
            beside[other].append(one)
    tallest = max((len(v) for v in order.values()), default=1)
    y: dict[str, float] = {}
    for c in range(count):
        gap = _STEP * max(1.0, (tallest - 1) / max(1, len(order[c]) - 1)) if len(order[c]) > 1 else _STEP
        gap = min(gap, 2 * _STEP)
        y |= {name: _FIRST + at * gap for at, name in enumerate(order[c])}
    for turn in range(_ROUNDS):
        columns = range(count - 2, -1, -1) if turn % 2 == 0 else range(1, count)
        for c in columns:
            wished = {n: _mean([y[m] for m in beside[n]], y[n]) for n in order[c]}
            y |= _apart(sorted(order[c], key=lambda n: (wished[n], n)), wished)
    top = min(y.values(), default=0)
    return {n: v - top + _FIRST for n, v in y.items()}


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _apart(names: Sequence[str], wished: Mapping[str, float]) -> dict[str, float]:
    """Heights in this order, as wished where there is room, never nearer than a step."""
    found: dict[str, float] = {}
    at = float("-inf")
    for name in names:
        at = max(wished[name], at + _STEP)
        found[name] = at
    excess = _mean([found[n] - wished[n] for n in names], 0)
    return {n: v - excess for n, v in found.items()}


def _lines(edges: Sequence[Edge], laid: _Laid, step: float) -> Iterable[Layer]:
    x, y = field("x"), field("y")
    groups: dict[tuple[float, bool], list[Row]] = defaultdict(list)
    for n, edge in enumerate(edges):
        path = laid.paths[edge.giver, edge.taker]
        first = laid.column[edge.giver]
        width = round(0.8 + sqrt(edge.statements) * 0.7, 1)
        points = _curve([(8 + (first + i) * step, laid.y[name]) for i, name in enumerate(path)], step)
        groups[width, edge.inferred] += [
            {"x": px, "y": py, "line": n, "at": at} for at, (px, py) in enumerate(points)
        ]
    for (width, inferred), rows in sorted(groups.items(), reverse=True):
        mark: Layer = {
            "type": "line",
            "interpolate": "basis",
            "stroke": SOFT,
            "strokeWidth": width,
            "strokeDash": [4, 3] if inferred else [1, 0],
        }
        detail, along = {"field": "line", "type": "nominal"}, {"field": "at", "type": "quantitative"}
        yield layer(rows, mark, x=x, y=y, detail=detail, order=along)


def _curve(points: Sequence[tuple[float, float]], step: float) -> list[tuple[float, float]]:
    """Level under each name, then over to the next: control points of a smooth line."""
    trunk = step * 0.62
    drawn: list[tuple[float, float]] = []
    for (x, y), (to_x, to_y) in pairwise(points):
        middle = (x + trunk + to_x) / 2
        drawn += [(x, y), (x + trunk / 2, y), (x + trunk, y), (middle, y), (middle, to_y)]
        drawn += [(to_x - 4, to_y)]
    return [*drawn, points[-1]]


def _names(nodes: Sequence[Node], laid: _Laid, step: float, last: float) -> Iterable[Layer]:
    for held in (False, True):
        for end in (False, True):
            for here in (False, True):
                some = [
                    (f"k{n}", node)
                    for n, node in enumerate(nodes)
                    if (node.held, node.id in laid.ends, node.here) == (held, end, here)
                ]
                if some:
                    yield from _named(some, laid, step, last if end else step)


def _named(some: Sequence[tuple[str, Node]], laid: _Laid, step: float, room: float) -> Iterable[Layer]:
    """A mark and two lines of words for nodes of one kind; on its line, a name stands above it."""
    node = some[0][1]
    end, ink = node.id in laid.ends, ACCENT if node.here else INK
    rows: list[Row] = [
        {
            "words": shortened(one.words, int(room / 6.7)),
            "x": 8 + laid.column[one.id] * step,
            "y": laid.y[one.id],
            "lead": key,
        }
        for key, one in some
    ]
    x, y = field("x"), field("y")
    dot: Layer = {
        "type": "point",
        "shape": "square" if node.held else "circle",
        "size": 50,
        "stroke": ink,
        "fill": ink if node.held else PAPER,
        "opacity": 1,
    }
    yield layer(rows, dot, x=x, y=y, href={"field": "lead", "type": "nominal"})
    beside, above, below = (9, 0, 15) if end else (6, -9, 11)
    yield words(rows, x=x, y=y, color=ink, dx=beside, dy=above)
    small: list[Row] = [
        row | {"words": one.under} for row, (_, one) in zip(rows, some, strict=True) if one.under
    ]
    if small:
        yield words(small, x=x, y=y, color=SOFT, fontSize=SMALL, dx=beside, dy=below)
