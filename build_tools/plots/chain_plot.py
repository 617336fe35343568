"""Who passed on to whom → a picture: origins on the left, then intermediaries, then the archive's sources.

A name stands on its line, and the line runs on to those who took from it: the more statements, the thicker.
Places are computed here, in the manner of layered graphs: each step of passing on is a column, and names are
put near those that they lead to, so that few lines cross.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

from build_tools.plots.chain_curves import LEVEL_PART, trace_curve
from build_tools.plots.svg_marks import (
    FONT_SIZE,
    INK,
    MARKED,
    PAPER,
    SMALL_FONT_SIZE,
    SOFT,
    DotStyle,
    MarkLink,
    draw_curve,
    draw_dot,
    draw_text,
    link_together,
    shorten_words,
    wrap_words,
)
from build_tools.plots.svg_picture import Caption, Picture

_STEP, _FIRST = 38.0, 26.0
"""Pixels between two lines of a column while names look for their places, and above the first."""

_SPREAD, _HEAD = 44 / 38, 38.0
"""How much further apart lines are drawn; pixels above the first, which may have a name of two lines."""

_ROUNDS = 8
"""How often names are moved towards their neighbours; more changes nothing that is seen."""


@dataclass(frozen=True, slots=True)
class ChainNode:
    """A report: an origin, or a source of the archive."""

    id: str
    words: str
    under: str
    """A second, smaller line: its date."""
    held: bool
    """Whether it is a source of the archive; those that nobody takes from stand in the last column."""
    lead: MarkLink
    here: bool = False
    """Whether the page is about it."""


@dataclass(frozen=True, slots=True)
class ChainEdge:
    """That the one took from the other."""

    giver: str
    taker: str
    statements: int
    """How many statements came this way; 0 where only the relation is known."""
    inferred: bool


@dataclass(frozen=True, slots=True)
class _Layout:
    column: Mapping[str, int]
    y: Mapping[str, float]
    paths: Mapping[tuple[str, str], tuple[str, ...]]
    """Of an edge: its ends, and the bends between them, one for each column that it crosses."""
    columns: int
    height: float
    ends: frozenset[str]
    """Ids of the last column."""


def plot_chains(
    nodes: Iterable[ChainNode], edges: Iterable[ChainEdge], width: int, caption: Caption
) -> Picture:
    """The picture. Edges whose ends are not among the nodes are an error (KeyError)."""
    nodes = tuple(nodes)
    # bends get their places in the order of edges: whatever order these came in, the picture is the same
    edges = tuple(sorted(edges, key=lambda e: (e.giver, e.taker)))
    laid = _lay_out(nodes, edges)
    # names of the last column stand beside their ends, so that needs room of its own: some thirty letters
    last = 212.0 if laid.columns > 1 else width
    step = (width - last - 8) / max(1, laid.columns - 1)
    marks = [*_draw_lines(edges, laid, step), *_draw_nodes(nodes, edges, laid, step, last)]
    return Picture(caption, width, laid.height, marks)


def _lay_out(nodes: Sequence[ChainNode], edges: Sequence[ChainEdge]) -> _Layout:
    givers = {e.giver for e in edges}
    ends = frozenset(n.id for n in nodes if n.held and n.id not in givers)
    column = _assign_columns(nodes, edges, ends)
    count = max(column.values(), default=0) + 1
    order: dict[int, list[str]] = defaultdict(list)
    for node in nodes:
        order[column[node.id]].append(node.id)
    paths: dict[tuple[str, str], tuple[str, ...]] = {}
    for edge in edges:
        # names of their own, for no id has a `>`
        bends = [f"{edge.giver}>{edge.taker}>{c}" for c in range(column[edge.giver] + 1, column[edge.taker])]
        for at, bend in enumerate(bends, column[edge.giver] + 1):
            order[at].append(bend)
        paths[edge.giver, edge.taker] = (edge.giver, *bends, edge.taker)
    y = _assign_heights(order, paths, count)
    return _Layout(column, y, paths, count, max(y.values(), default=0) + 22, ends)


def _assign_columns(
    nodes: Sequence[ChainNode], edges: Sequence[ChainEdge], ends: frozenset[str]
) -> dict[str, int]:
    """The longest way to each node; the ends share the last column. A circle is walked a few times only."""
    columns = {n.id: 0 for n in nodes}
    for _ in nodes:
        before = dict(columns)
        for edge in edges:
            if edge.taker not in ends and columns[edge.giver] < len(nodes):
                columns[edge.taker] = max(columns[edge.taker], columns[edge.giver] + 1)
        if columns == before:
            break
    used = sorted({c for n, c in columns.items() if n not in ends})
    return {n: len(used) if n in ends else used.index(c) for n, c in columns.items()}


def _assign_heights(
    order: Mapping[int, list[str]], paths: Mapping[tuple[str, str], tuple[str, ...]], count: int
) -> dict[str, float]:
    """A height for each name and bend: the last column as given, the others near what they lead to."""
    beside: dict[str, list[str]] = defaultdict(list)
    for path in paths.values():
        for name, after in pairwise(path):
            beside[name].append(after)
            beside[after].append(name)
    tallest = max((len(v) for v in order.values()), default=1)
    y: dict[str, float] = {}
    for c in range(count):
        gap = _STEP * max(1.0, (tallest - 1) / max(1, len(order[c]) - 1)) if len(order[c]) > 1 else _STEP
        # a column of two names would else be torn apart to the height of one of thirty
        gap = min(gap, 2 * _STEP)
        y |= {name: _FIRST + at * gap for at, name in enumerate(order[c])}
    for turn in range(_ROUNDS):
        # to and fro, as in Sugiyama layouts: what one sweep orders badly the sweep back sets right
        columns = range(count - 2, -1, -1) if turn % 2 == 0 else range(1, count)
        for c in columns:
            wished = {
                name: sum([y[n] for n in near]) / len(near) if (near := beside[name]) else y[name]
                for name in order[c]
            }
            # names that wish for the same height keep one order: by name, not by chance
            y |= _space_out(sorted(order[c], key=lambda n: (wished[n], n)), wished)
    top = min(y.values(), default=0)
    return {n: (v - top) * _SPREAD + _HEAD for n, v in y.items()}


def _space_out(names: Sequence[str], wished: Mapping[str, float]) -> dict[str, float]:
    """Heights in this order, as wished where there is room, never nearer than a step."""
    heights: dict[str, float] = {}
    at = float("-inf")
    for name in names:
        at = max(wished[name], at + _STEP)
        heights[name] = at
    # all were only pushed down; moved back by the mean, the column stays where it wished to be
    excess = (sum(heights.values()) - sum(wished.values())) / max(1, len(heights))
    return {n: v - excess for n, v in heights.items()}


def _draw_lines(edges: Sequence[ChainEdge], laid: _Layout, step: float) -> Iterator[str]:
    """A line for each edge, the thickest behind."""
    for edge in sorted(edges, key=lambda e: (e.statements, e.inferred), reverse=True):
        first = laid.column[edge.giver]
        points = [
            (8 + (first + n) * step, laid.y[name])
            for n, name in enumerate(laid.paths[edge.giver, edge.taker])
        ]
        yield draw_flow(edge, trace_curve(points, step))


def draw_flow(edge: ChainEdge, path: str) -> str:
    """The line of an edge, along a path."""
    return draw_curve(
        path, SOFT, measure_flow(edge), "4,3" if edge.inferred else "", ends=(edge.giver, edge.taker)
    )


def measure_flow(edge: ChainEdge) -> float:
    """Pixels that its line is thick."""
    # by the root: a hundred statements are five times as thick as one, and still leave room beside them
    return 0.8 + sqrt(edge.statements) * 0.7


def draw_report_mark(node: ChainNode, x: float, y: float) -> str:
    """A square for what the archive holds, a ring for what it knows from others."""
    ink = MARKED if node.here else INK
    return draw_dot(
        DotStyle("square", 50, ink, ink) if node.held else DotStyle("circle", 50, ink, PAPER), x, y
    )


def _draw_nodes(
    nodes: Sequence[ChainNode], edges: Sequence[ChainEdge], laid: _Layout, step: float, last: float
) -> Iterator[str]:
    """For each node a mark and two lines of words; a name stands above its line, or beside its end."""
    thickest = {
        giver: max(measure_flow(e) for e in edges if e.giver == giver) for giver in {e.giver for e in edges}
    }
    for node in sorted(nodes, key=lambda n: (laid.column[n.id], laid.y[n.id])):
        x, y, end = 8 + laid.column[node.id] * step, laid.y[node.id], node.id in laid.ends
        ink = MARKED if node.here else INK
        # names inside stand above their line, which would run through them; at an end there is none
        half = thickest.get(node.id, 0) / 2
        beside, above, below = (9, 0, 15) if end else (6, -9.5 - half, 11 + half)
        # 6.7 pixels a letter, as in bar_charts.py
        lines = (
            [shorten_words(node.words, int(last / 6.7))]
            if end
            else wrap_words(node.words, int(step * LEVEL_PART / 6.7))
        )
        marks = [draw_report_mark(node, x, y)]
        for n, words in enumerate(reversed(lines)):
            marks.append(draw_text(words, x + beside, y + above - n * FONT_SIZE, ink=ink))
        if node.under:
            marks.append(draw_text(node.under, x + beside, y + below, ink=SOFT, size=SMALL_FONT_SIZE))
        yield link_together(node.lead, *marks)
