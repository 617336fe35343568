"""Where pictures put things: in order, apart, and true to the numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.plots import (
    Caption,
    MarkLink,
    bar_charts,
    chain_column,
    chain_plot,
    figures_plot,
    svg_marks,
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


def test_numbers_below_zero_are_refused() -> None:
    """What a scale from zero cannot show is not drawn at a place that would be a lie."""
    with pytest.raises(ValueError, match="from zero on"):
        figures_plot.plot_figures([_figure(0, -1, -1)], CAPTION)


@given(st.text(), st.integers(2, 40))
def test_shortened_words_fit(words: str, longest: int) -> None:
    """A shortened label is as short as asked, and says that it was shortened."""
    short = shorten_words(words, longest)
    assert len(short) <= longest
    assert short == words or short.endswith("…")


def _dots(svg: str) -> Counter[str]:
    """How many dots lead to each address."""
    return Counter(re.findall(r'<a href="([^"]*)"[^>]*><title>[^<]*</title><(?:circle|rect|path)', svg))


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


def _figure(n: int, low: float, high: float) -> figures_plot.PlottedFigure:
    return figures_plot.PlottedFigure(
        low, high, f"{low}", ("The Bugle, May 2031",), MarkLink(f"../{n}/", "x")
    )


@settings(max_examples=60, deadline=None)
@given(_graphs())
def test_downwards_a_report_stands_under_those_that_it_took_from(
    graph: tuple[list[chain_plot.ChainNode], list[chain_plot.ChainEdge]],
) -> None:
    """Each report has a row of its own, under its givers unless in a circle; no two lines share a piece."""
    nodes, edges = graph
    rows = chain_column.order_downwards([node.id for node in nodes], edges)
    assert sorted(rows.values()) == list(range(len(nodes)))
    takers = {name: {e.taker for e in edges if e.giver == name} for name in rows}
    for edge in edges:
        if edge.giver not in _reach(edge.taker, takers):
            assert rows[edge.giver] < rows[edge.taker]
    lanes = chain_column.assign_lanes(rows, edges)
    spans = {g: [rows[n] for n in (g, *takers[g])] for g in lanes}
    for one, other in combinations(lanes, 2):
        if lanes[one] == lanes[other]:
            assert max(spans[one]) < min(spans[other]) or max(spans[other]) < min(spans[one])
    svg = write_svg(chain_column.plot_chain_column(nodes, edges, CAPTION))
    assert _dots(svg) == Counter(node.lead.href for node in nodes)
    assert svg.count(' fill="none" d="M') == len(edges)


def _reach(start: str, takers: dict[str, set[str]]) -> set[str]:
    """All that took from it, however far down."""
    met: set[str] = set()
    waiting = [start]
    while waiting:
        for name in takers[waiting.pop()] - met:
            met.add(name)
            waiting.append(name)
    return met


def test_what_stands_right_under_its_only_origin_has_no_lane() -> None:
    """Chains that go straight down are straight lines."""
    nodes = [_node("first"), _node("second", held=True)]
    edges = [chain_plot.ChainEdge("first", "second", 1, inferred=False)]
    rows = chain_column.order_downwards(["first", "second"], edges)
    assert chain_column.assign_lanes(rows, edges) == {}
    assert 'd="M8,18V60"' in write_svg(chain_column.plot_chain_column(nodes, edges, CAPTION))


AMOUNTS = st.tuples(st.floats(0, 1e12), st.floats(1, 50))


@settings(max_examples=40, deadline=None)
@given(st.lists(AMOUNTS, min_size=1, max_size=12))
def test_numbers_stand_where_they_are_on_a_scale_from_zero(amounts: Sequence[tuple[float, float]]) -> None:
    """One dot for a single number, two for a span; twice the number is twice as far from zero."""
    rows = [_figure(n, low, low * times) for n, (low, times) in enumerate(amounts)]
    svg = write_svg(figures_plot.plot_figures(rows, CAPTION))
    last = max(1e-6, *(row.high for row in rows))
    found = dict(re.findall(r'<a href="../(\d+)/"><title>x</title>(.*?)</a>', svg))
    for n, row in enumerate(rows):
        places = sorted({float(x) for x in re.findall(r'cx="([\d.]+)"', found[str(n)])})
        expected = sorted({round(6 + 310 * end / last, 1) for end in (row.low, row.high)})
        assert places == pytest.approx(expected, abs=0.11)


@given(st.floats(1e-6, 1e15))
def test_a_scale_has_few_round_numbers(last: float) -> None:
    """From zero to at most the last number, in even steps, three to five of them."""
    ticks = figures_plot.choose_ticks(last)
    assert ticks[0] == 0
    assert ticks[-1] <= last * 1.000001
    assert 2 <= len(ticks) <= 5
    assert {round((b - a) / ticks[1], 6) for a, b in pairwise(ticks)} == {1}


@pytest.mark.parametrize(("high", "anchor"), [(100, ' text-anchor="end"'), (30, "")])
def test_the_words_of_a_number_stand_where_there_is_room(high: float, anchor: str) -> None:
    """Behind its dot, or before it where the picture ends."""
    svg = write_svg(figures_plot.plot_figures([_figure(0, high, high), _figure(1, 100, 100)], CAPTION))
    assert f'font-size="13"{anchor}>{high}</text>' in svg


def test_long_words_take_two_lines() -> None:
    """What is counted in is told under a number, cut only where two lines do not hold it."""
    assert svg_marks.wrap_words("a b", 5) == ("a b",)
    assert svg_marks.wrap_words("one two three", 8) == ("one two", "three")
    assert svg_marks.wrap_words("one two three four five", 8) == ("one two", "three…")


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
