"""Who passed on to whom → a picture for a narrow window: reports under one another, their lines beside them.

What a line takes from stands above: it leaves its report downwards, runs in a lane of its own and turns to
each report that took from it. Every report stands under those that it took from, as near to them as can be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from build_tools.plots.chain_plot import ChainEdge, ChainNode, draw_flow, draw_report_mark
from build_tools.plots.svg_marks import (
    INK,
    MARKED,
    SMALL_FONT_SIZE,
    SOFT,
    draw_text,
    link_together,
    wrap_words,
)
from build_tools.plots.svg_picture import Caption, Picture

COLUMN_WIDTH = 344
"""Pixels: what a phone shows whole."""

_STEP, _FIRST, _LANE = 42.0, 18.0, 12.0
"""Pixels from a report to the next, above the first, and from lane to lane."""

_LINE = 14.0
"""Pixels from a line of words to the next: three lines fit between two reports."""

_TURN = 17.0
"""Pixels in which a line turns into its lane, or out of it."""


def plot_chain_column(nodes: Iterable[ChainNode], edges: Iterable[ChainEdge], caption: Caption) -> Picture:
    """The picture. Edges whose ends are not among the nodes are an error (KeyError)."""
    nodes, edges = tuple(nodes), tuple(sorted(edges, key=lambda e: (e.giver, e.taker)))
    rows = order_downwards([node.id for node in nodes], edges)
    lanes = assign_lanes(rows, edges)
    left = 8 + _LANE * (max(lanes.values(), default=-1) + 1)
    lines = _draw_lines(edges, rows, lanes, left)
    ordered = sorted(nodes, key=lambda node: rows[node.id])
    names = [_draw_name(node, left, _to_height(rows[node.id])) for node in ordered]
    return Picture(caption, COLUMN_WIDTH, _to_height(len(nodes) - 1) + 36, [*lines, *names])


def order_downwards(names: Sequence[str], edges: Iterable[ChainEdge]) -> dict[str, int]:
    """A row for each report: under all that it took from, but where they took from each other in a circle."""
    ranks = {name: rank for rank, name in enumerate(names)}
    givers: dict[str, list[str]] = defaultdict(list)
    giving = set()
    for edge in edges:
        givers[edge.taker].append(edge.giver)
        giving.add(edge.giver)
    rows: dict[str, int] = {}
    met: set[str] = set()
    # first what nobody took from, each with all that it goes back to: so that chains stand together
    for start in sorted(names, key=lambda name: (name in giving, ranks[name])):
        waiting = [start]
        while waiting:
            name = waiting[-1]
            above = [giver for giver in givers[name] if giver not in met and giver not in waiting]
            if name not in met and above:
                waiting.append(min(above, key=ranks.__getitem__))
                continue
            waiting.pop()
            if name not in met:
                met.add(name)
                rows[name] = len(rows)
    return rows


def assign_lanes(rows: Mapping[str, int], edges: Iterable[ChainEdge]) -> dict[str, int]:
    """The lane of each report whose lines pass others, from 0 beside the names; no two lines share a piece.

    A report has no lane whose only taker stands right under it: that line is straight.
    """
    spans: dict[str, tuple[int, int]] = {}
    for edge in edges:
        first, last = sorted((rows[edge.giver], rows[edge.taker]))
        before = spans.get(edge.giver, (first, last))
        spans[edge.giver] = min(first, before[0]), max(last, before[1])
    lanes: dict[str, int] = {}
    taken: list[list[tuple[int, int]]] = []
    # the shortest first, so that long ways run outside, around them
    for giver in sorted(spans, key=lambda g: (spans[g][1] - spans[g][0], rows[g])):
        first, last = spans[giver]
        if (first, last) == (rows[giver], rows[giver] + 1):
            continue
        free = (n for n, lane in enumerate(taken) if all(last < a or b < first for a, b in lane))
        lanes[giver] = next(free, len(taken))
        if lanes[giver] == len(taken):
            taken.append([])
        taken[lanes[giver]].append((first, last))
    return lanes


def _to_height(row: int) -> float:
    return _FIRST + row * _STEP


def _draw_lines(
    edges: Iterable[ChainEdge], rows: Mapping[str, int], lanes: Mapping[str, int], left: float
) -> Iterator[str]:
    """A line for each edge, the thickest behind."""
    for edge in sorted(edges, key=lambda e: (e.statements, e.inferred), reverse=True):
        start, end = _to_height(rows[edge.giver]), _to_height(rows[edge.taker])
        if edge.giver in lanes:
            yield draw_flow(edge, _trace_lane(left, start, end, left - _LANE * (lanes[edge.giver] + 1)))
        else:
            yield draw_flow(edge, f"M{left:.0f},{start:.0f}V{end:.0f}")


def _trace_lane(left: float, start: float, end: float, lane: float) -> str:
    """Down out of the report, into its lane, and level to the other report."""
    # a report may take from one under it, in a circle
    turn = _TURN if end > start else -_TURN
    return (
        f"M{left:.0f},{start:.0f}C{left:.0f},{start + turn * 0.7:.0f},{lane:.0f},{start + turn * 0.3:.0f}"
        f",{lane:.0f},{start + turn:.0f}V{end - turn:.0f}Q{lane:.0f},{end:.0f},{left - 4:.0f},{end:.0f}"
    )


def _draw_name(node: ChainNode, left: float, y: float) -> str:
    """A mark, and two lines of words beside it, or three where the name is long."""
    # 6.7 pixels a letter, as in bar_charts.py
    lines = wrap_words(node.words, int((COLUMN_WIDTH - left - 12) / 6.7))
    ink = MARKED if node.here else INK
    marks = [draw_report_mark(node, left, y)]
    marks.extend(draw_text(words, left + 12, y + n * _LINE, ink=ink) for n, words in enumerate(lines))
    if node.under:
        marks.append(draw_text(node.under, left + 12, y + len(lines) * _LINE, ink=SOFT, size=SMALL_FONT_SIZE))
    return link_together(node.lead, *marks)
