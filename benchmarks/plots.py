"""Invented rows → what drawing them costs: `python -m benchmarks.plots`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from time import process_time

from build_tools.plots import (
    Caption,
    MarkLink,
    Picture,
    bar_charts,
    chain_plot,
    figures_plot,
    timeline_plot,
    write_svg,
)

_ROUNDS = 5
"""Each picture is drawn so often, and the fastest round counts: the others waited for the machine."""

_CAPTION = Caption("tried", "A picture", "What there is to see.")
_LEAD = MarkLink(
    "../sources/the-source/index.html#p1c1", "A statement as long as most of them are, and its source"
)
_START = date(2022, 2, 24)


def chain(count: int) -> Picture:
    """Reports of which each took from one or two before it; every second is a source of the archive."""
    nodes = [
        chain_plot.ChainNode(f"n{n:05}", f"Report {n}", "May 2022", n % 2 == 1, _LEAD) for n in range(count)
    ]
    pairs = {(n // 2, n) for n in range(1, count)} | {(n // 3, n) for n in range(2, count)}
    return chain_plot.plot_chains(
        nodes,
        [chain_plot.ChainEdge(f"n{a:05}", f"n{b:05}", b, a % 2 == 0) for a, b in sorted(pairs)],
        1000,
        _CAPTION,
    )


def figures(count: int) -> Picture:
    """Reported numbers of one thing, one in three as a span."""
    rows = [
        figures_plot.PlottedFigure(
            1 + n, (1 + n) * (2 if n % 3 == 0 else 1), f"about {n}", (f"Outlet {n % 90}, May 2022",), _LEAD
        )
        for n in range(count)
    ]
    return figures_plot.plot_figures(rows, _CAPTION)


def moments(count: int) -> Picture:
    """Events, and reports of two kinds beneath them, one in three with a date that is a span."""
    marks = [
        timeline_plot.TimelineMark(_day(n), _day(n + n % 3 * 20), n % 7 == 0, _LEAD, f"event {n}")
        for n in range(count)
    ]
    rows = [
        timeline_plot.MarkRow("Reports", "origin", tuple(marks)),
        timeline_plot.MarkRow("Sources", "held", tuple(marks)),
    ]
    return timeline_plot.plot_timeline(marks[:30], rows, (), timeline_plot.WIDE_TIMELINE, _CAPTION)


def shares(count: int) -> Picture:
    """Bars under one another."""
    return bar_charts.plot_bars([bar_charts.Bar(f"Outlet {n}", n) for n in range(count)], 620, _CAPTION)


def _day(number: int) -> date:
    return _START + timedelta(days=number % 700)


SIZES: tuple[tuple[str, Callable[[int], Picture], tuple[int, ...]], ...] = (
    ("chain, reports", chain, (10, 40)),
    ("figures, dots", figures, (2, 12)),
    ("timeline, marks", moments, (20, 60)),
    ("bars", shares, (10,)),
)


def measure() -> Iterator[str]:
    """A line for each picture and size: milliseconds of CPU, and the weight of the SVG."""
    yield f"{'Plots':18} {'size':>6} {'CPU ms':>9} {'kB':>7}"
    for name, made, counts in SIZES:
        for count in counts:
            spent, svg = _timed(lambda: write_svg(made(count)))  # noqa: B023 - called before the next round
            yield f"{name:18} {count:6,} {spent * 1000:9.2f} {len(svg.encode()) / 1000:7.1f}"


def _timed(draw: Callable[[], str]) -> tuple[float, str]:
    best, svg = float("inf"), ""
    for _ in range(_ROUNDS):
        start = process_time()
        svg = draw()
        best = min(best, process_time() - start)
    return best, svg


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in measure())
