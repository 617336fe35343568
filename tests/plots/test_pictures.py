"""Where pictures put things: in order, apart, and true to the numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.plots import (
    Caption,
    MarkLink,
    bar_charts,
    chain_plot,
    figures_plot,
    timeline_plot,
    write_svg,
)
from build_tools.plots.svg_marks import shorten_words

CAPTION = Caption("tried", "A picture", "What there is to see.")
NAMES = [f"n{n}" for n in range(9)]


def _node(name: str, *, held: bool = False) -> chain_plot.ChainNode:
    return chain_plot.ChainNode(name, name, "", held, MarkLink(f"../{name}/", name))


@st.composite
def _graphs(draw: st.DrawFn) -> tuple[list[chain_plot.ChainNode], list[chain_plot.ChainEdge]]:
    held = draw(st.sets(st.sampled_from(NAMES)))
    pairs = draw(st.sets(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=20))
    edges = [
        chain_plot.ChainEdge(a, b, draw(st.integers(0, 99)), draw(st.booleans()))
        for a, b in sorted(pairs)
        if a != b
    ]
    return [_node(n, held=n in held) for n in NAMES], edges


@settings(max_examples=60, deadline=None)
@given(_graphs())
def test_names_of_a_column_never_touch(
    graph: tuple[list[chain_plot.ChainNode], list[chain_plot.ChainEdge]],
) -> None:
    """Whoever took from whomever, in circles even: every report has its place, apart from the others."""
    nodes, edges = graph
    laid = chain_plot._lay_out(nodes, edges)
    columns: dict[int, list[float]] = {}
    for node in nodes:
        columns.setdefault(laid.column[node.id], []).append(laid.y[node.id])
    for heights in columns.values():
        ordered = sorted(heights)
        assert all(b - a >= chain_plot._STEP - 0.01 for a, b in pairwise(ordered))


def test_time_runs_from_giver_to_taker() -> None:
    """A report stands left of those that took from it; sources that nobody retells share the last column."""
    nodes = [_node("first"), _node("between"), _node("late", held=True), _node("early", held=True)]
    pairs = (("first", "between"), ("between", "late"), ("first", "early"))
    edges = [chain_plot.ChainEdge(a, b, 1, inferred=False) for a, b in pairs]
    column = chain_plot._lay_out(nodes, edges).column
    assert column == {"first": 0, "between": 1, "late": 2, "early": 2}


@given(st.lists(st.integers(0, 4000), min_size=1, max_size=40))
def test_the_scale_of_time_keeps_the_order(offsets: Sequence[int]) -> None:
    """Cutting out pauses moves no date before an earlier one, and leaves none outside the frame."""
    days = [date(2020, 1, 1) + timedelta(days=n) for n in sorted(offsets)]
    moments = [
        timeline_plot.TimelineMoment("row", d, d, doubted=False, mark="event", lead=MarkLink("../x/", "x"))
        for d in days
    ]
    pieces = timeline_plot.divide_time(moments, 100, 900)
    places = [next(p for p in pieces if p.first <= d <= p.last).to_pixels(d) for d in days]
    assert places == sorted(places)
    assert all(100 <= at <= 900 for at in places)


def test_numbers_that_have_no_logarithm_are_refused() -> None:
    """Zero is not drawn at a place that would be a lie."""
    nought = figures_plot.PlottedFigure("sacks", 0, 0, "0", None, None, "x", "", MarkLink("../x/", "x"))
    with pytest.raises(ValueError, match="positive"):
        figures_plot.plot_figures([nought], figures_plot.WIDE_FIGURES_PLOT, CAPTION)


@given(st.text(), st.integers(2, 40))
def test_shortened_words_fit(words: str, longest: int) -> None:
    """A shortened label is as short as asked, and says that it was shortened."""
    short = shorten_words(words, longest)
    assert len(short) <= longest
    assert short == words or short.endswith("…")


def _dots(svg: str) -> Counter[str]:
    """How many dots lead to each address."""
    return Counter(re.findall(r'<a href="([^"]*)"><title>[^<]*</title><(?:circle|rect|path)', svg))


@settings(max_examples=40, deadline=None)
@given(_graphs())
def test_every_report_and_every_step_is_drawn_once(
    graph: tuple[list[chain_plot.ChainNode], list[chain_plot.ChainEdge]],
) -> None:
    """A chain has one dot for each report and one line for each step, in circles even."""
    nodes, edges = graph
    svg = write_svg(chain_plot.plot_chains(nodes, edges, 600, CAPTION))
    assert _dots(svg) == Counter(node.lead.href for node in nodes)
    assert svg.count(' fill="none" d="M') == len(edges)


AMOUNTS = st.tuples(st.floats(0.001, 1e12), st.floats(1, 50), st.booleans(), st.integers(0, 4000))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(AMOUNTS, min_size=1, max_size=30),
    st.sampled_from((figures_plot.WIDE_FIGURES_PLOT, figures_plot.NARROW_FIGURES_PLOT)),
)
def test_every_number_is_drawn_once_where_it_belongs(
    amounts: Sequence[tuple[float, float, bool, int]], measure: figures_plot.FiguresPlotSizes
) -> None:
    """One dot for a single number, two for a span, all on the scale; larger ones never stand before."""
    rows = []
    for n, (low, times, disputed, days) in enumerate(amounts):
        day = date(2020, 1, 1) + timedelta(days=days)
        disputes = "1" if disputed else ""
        rows.append(
            figures_plot.PlottedFigure(
                "sacks", low, low * times, "x", day, day, "y", disputes, MarkLink(f"../{n}/", "x")
            )
        )
    svg = write_svg(figures_plot.plot_figures(rows, measure, CAPTION))
    assert _dots(svg) == Counter({row.lead.href: 2 if row.high > row.low else 1 for row in rows})
    places = re.findall(
        r'<a href="../(\d+)/"><title>x</title><(?:circle [^>]*cx="|path [^>]*d="M)([\d.]+)', svg
    )
    reach = 4.3  # of a diamond, whose path begins at its left corner
    found = {int(n): float(x) + (reach if rows[int(n)].disputes else 0) for n, x in reversed(places)}
    ordered = [found[n] for n in sorted(found, key=lambda n: rows[n].low)]
    assert all(b >= a - 0.2 for a, b in pairwise(ordered))
    assert all(measure.values[0] - 0.2 <= x <= measure.values[1] + 0.2 for x in ordered)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 90), st.integers(1, 99)), min_size=1, max_size=30)
)
def test_every_moment_is_drawn_once(offsets: Sequence[tuple[int, int, int]]) -> None:
    """One dot for each moment, and a bar where its date may mean several days."""
    moments = [
        timeline_plot.TimelineMoment("row", since, since + timedelta(days=long), doubted=False, mark="figure",
            lead=MarkLink(f"../{n}/", "x"), weight=weight)
        for n, (after, long, weight) in enumerate(offsets)
        if (since := date(2020, 1, 1) + timedelta(days=after))
    ]  # fmt: skip
    svg = write_svg(timeline_plot.plot_timeline(["row"], moments, timeline_plot.WIDE_TIMELINE_PLOT, CAPTION))
    assert _dots(svg) == Counter(m.lead.href for m in moments)
    assert svg.count("</title><line") == sum(1 for m in moments if m.since != m.until)


@given(st.lists(st.integers(0, 10**6), max_size=12))
def test_bars_are_as_long_as_their_numbers(numbers: Sequence[int]) -> None:
    """One bar for each count above zero, one number for each count; the longest fills the room."""
    svg = write_svg(bar_charts.plot_bars([bar_charts.Bar("x", n) for n in numbers], 620, CAPTION))
    ends = [float(b) - float(a) for a, b in re.findall(r'<line [^>]*x1="([\d.]+)"[^>]* x2="([\d.]+)"', svg)]
    longest = max(numbers, default=0)
    assert ends == pytest.approx([390 * n / longest for n in numbers if n], abs=0.11)
    assert svg.count("<text") == 2 * len(numbers)


def test_every_month_has_its_column() -> None:
    """A column for each month that has something, its number over it; years under their first month."""
    counts = [("2021-11", 2), ("2021-12", 0), ("2022-01", 5)]
    svg = write_svg(bar_charts.plot_months(counts, 620, CAPTION))
    assert svg.count('stroke-width="144.7"') == 2
    assert re.findall(r">(\d+)</text>", svg) == ["2", "2021", "5", "2022"]


def test_scales_say_powers_of_ten_and_years() -> None:
    """Only what lies on the scale is written over it, short where there is little room."""
    day = date(2031, 5, 1)
    row = figures_plot.PlottedFigure("sacks", 0.1, 20_000, "x", day, day, "y", "", MarkLink("../x/", "x"))
    heads = [re.findall(r'middle">([^<]*)<', write_svg(figures_plot.plot_figures([row], m, CAPTION))) for m in
        (figures_plot.WIDE_FIGURES_PLOT, figures_plot.NARROW_FIGURES_PLOT)]  # fmt: skip
    assert heads == [
        ["0.1", "1", "10", "100", "1,000", "10,000", "2031"],
        ["0.1", "1", "10", "100", "1k", "10k", "2031"],
    ]
