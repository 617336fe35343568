"""Where pictures put things: in order, apart, and true to the numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.plots import Caption, Lead, chains, reported, timeline
from build_tools.plots.ink import shortened

CAPTION = Caption("tried", "A picture", "What there is to see.")
NAMES = [f"n{n}" for n in range(9)]


def _node(name: str, *, held: bool = False) -> chains.Node:
    return chains.Node(name, name, "", held, Lead(f"../{name}/", name))


@st.composite
def _graphs(draw: st.DrawFn) -> tuple[list[chains.Node], list[chains.Edge]]:
    held = draw(st.sets(st.sampled_from(NAMES)))
    pairs = draw(st.sets(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=20))
    edges = [
        chains.Edge(a, b, draw(st.integers(0, 99)), draw(st.booleans())) for a, b in sorted(pairs) if a != b
    ]
    return [_node(n, held=n in held) for n in NAMES], edges


@settings(max_examples=60, deadline=None)
@given(_graphs())
def test_names_of_a_column_never_touch(graph: tuple[list[chains.Node], list[chains.Edge]]) -> None:
    """Whoever took from whomever, in circles even: every report has its place, apart from the others."""
    nodes, edges = graph
    laid = chains._laid(nodes, edges)
    columns: dict[int, list[float]] = {}
    for node in nodes:
        columns.setdefault(laid.column[node.id], []).append(laid.y[node.id])
    for heights in columns.values():
        ordered = sorted(heights)
        assert all(b - a >= chains._STEP - 0.01 for a, b in pairwise(ordered))


def test_time_runs_from_giver_to_taker() -> None:
    """A report stands left of those that took from it; sources that nobody retells share the last column."""
    nodes = [_node("first"), _node("between"), _node("late", held=True), _node("early", held=True)]
    pairs = (("first", "between"), ("between", "late"), ("first", "early"))
    edges = [chains.Edge(a, b, 1, inferred=False) for a, b in pairs]
    column = chains._laid(nodes, edges).column
    assert column == {"first": 0, "between": 1, "late": 2, "early": 2}


@given(st.lists(st.integers(0, 4000), min_size=1, max_size=40))
def test_the_scale_of_time_keeps_the_order(offsets: Sequence[int]) -> None:
    """Cutting out pauses moves no date before an earlier one, and leaves none outside the frame."""
    days = [date(2020, 1, 1) + timedelta(days=n) for n in sorted(offsets)]
    moments = [
        timeline.Moment("row", d, d, doubted=False, mark="event", lead=Lead("../x/", "x")) for d in days
    ]
    pieces = timeline.stretches(moments, 100, 900)
    places = [next(p for p in pieces if p.first <= d <= p.last).at(d) for d in days]
    assert places == sorted(places)
    assert all(100 <= at <= 900 for at in places)


def test_numbers_that_have_no_logarithm_are_refused() -> None:
    """Zero is not drawn at a place that would be a lie."""
    nought = reported.Reported("sacks", 0, 0, "0", None, None, "x", "", Lead("../x/", "x"))
    with pytest.raises(ValueError, match="positive"):
        reported.picture([nought], reported.WIDE, CAPTION)


@given(st.text(), st.integers(2, 40))
def test_shortened_words_fit(words: str, longest: int) -> None:
    """A shortened label is as short as asked, and says that it was shortened."""
    short = shortened(words, longest)
    assert len(short) <= longest
    assert short == words or short.endswith("…")
