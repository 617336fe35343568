"""The timeline: one scale of time, names beside their marks, pauses that are seen."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import combinations, product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from build_tools.plots import Caption, MarkLink, timeline_plot, write_svg
from build_tools.plots.time_scale import draw_time_axis, find_pauses, fit_scale

CAPTION = Caption("tried", "A picture", "What there is to see.")

SPANS = st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 90)), min_size=1, max_size=40)


def _span(after: int, long: int) -> tuple[date, date]:
    since = date(2020, 1, 1) + timedelta(days=after)
    return since, since + timedelta(days=long)


@given(SPANS)
def test_time_is_cut_only_where_nearly_all_is_empty(offsets: Sequence[tuple[int, int]]) -> None:
    """A day is as wide everywhere, each date is in the frame, and what is cut out is more than the rest."""
    spans = [_span(*offset) for offset in offsets]
    scale = fit_scale(spans, 100, 900)
    places = [scale.to_pixels(day) for day in sorted(day for span in spans for day in span)]
    assert places == sorted(places)
    assert all(100 <= x <= 900 for x in places)
    whole = (max(until for _, until in spans) - min(since for since, _ in spans)).days
    for pause in find_pauses(spans):
        if scale.find_cut(pause):
            kept = sum((piece.last - piece.first).days for piece in scale.pieces)
            assert (pause[1] - pause[0]).days > max(92, (kept - 62 * len(scale.pieces)) / 2)
        elif (pause[1] - pause[0]).days > whole / 2:
            assert (pause[1] - pause[0]).days <= 92
        else:
            apart = scale.to_pixels(pause[1]) - scale.to_pixels(pause[0])
            assert apart == pytest.approx(scale.day_width * (pause[1] - pause[0]).days)


@given(SPANS)
def test_pauses_are_those_in_which_nothing_is_dated(offsets: Sequence[tuple[int, int]]) -> None:
    """No date touches a pause."""
    spans = [_span(*offset) for offset in offsets]
    for before, after in find_pauses(spans):
        assert all(until <= before or since >= after for since, until in spans)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2022, 2, 24), date(2024, 10, 2), ["2022", "2023", "2024"]),
        (date(1960, 2, 24), date(2024, 10, 2), ["1970", "1980", "1990", "2000", "2010", "2020"]),
        (date(2019, 3, 11), date(2019, 5, 11), ["2019"]),
        (date(9998, 2, 24), date(9999, 12, 31), ["9998", "9999"]),
    ],
)
def test_years_are_named_where_they_have_room(first: date, last: date, words: list[str]) -> None:
    """Every year, or every tenth, however long the time and at the end of the calendar."""
    scale = fit_scale([(first, last)], 0, 344)
    drawn = re.findall(r">(\d{4})</text>", "".join(draw_time_axis(scale, 90, 40)))
    assert drawn == words


@settings(max_examples=40, deadline=None)
@given(SPANS, st.sampled_from((timeline_plot.WIDE_TIMELINE, timeline_plot.NARROW_TIMELINE)))
def test_every_event_and_report_is_drawn_once(offsets: Sequence[tuple[int, int]], width: int) -> None:
    """A link for each; reports of one row never cover one another; a name stays in the frame."""
    marks = [
        timeline_plot.TimelineMark(*_span(*offset), False, MarkLink(f"../{n}/", "x"), f"event {n}")
        for n, offset in enumerate(offsets)
    ]
    row = timeline_plot.MarkRow("reports", "held", tuple(marks))
    svg = write_svg(timeline_plot.plot_timeline(marks, [row], [], width, CAPTION))
    assert Counter(re.findall(r'<a href="([^"]*)"', svg)) == {mark.lead.href: 2 for mark in marks}
    squares = re.findall(r'<rect [^>]*x="([\d.-]+)" y="([\d.-]+)" width="([\d.]+)"', svg)
    assert len(squares) == len(marks)
    for (x, y, side), (other_x, other_y, _) in combinations(squares, 2):
        far = max(abs(float(x) - float(other_x)), abs(float(y) - float(other_y)))
        assert far >= float(side)
    for anchor, x, words in re.findall(r'<text class="f-ink" x="([\d.-]+)"()[^>]*>(event \d+)<', svg):
        assert 0 <= float(anchor) <= width, (x, words)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(1, 60), min_size=1, max_size=40),
    st.sampled_from((timeline_plot.WIDE_TIMELINE, timeline_plot.NARROW_TIMELINE)),
)
@example([27, 14, 24] * 13, timeline_plot.NARROW_TIMELINE)
def test_no_number_stands_in_the_column_of_another(weights: Sequence[int], width: int) -> None:
    """A month with few between two with many has no number where there is no room; the largest always has."""
    marks = [
        timeline_plot.TimelineMark(*_span(31 * n, 27), False, MarkLink(f"../{n}/", "x"), weight=weight)
        for n, weight in enumerate(weights)
    ]
    row = timeline_plot.MarkRow("statements", "column", tuple(marks))
    svg = write_svg(timeline_plot.plot_timeline([], [row], [], width, CAPTION))
    columns = re.findall(
        r'<line class="s-ink" x1="([\d.]+)" y1="[\d.]+" x2="[\d.]+" y2="([\d.]+)" stroke-width="([\d.]+)"',
        svg,
    )
    numbers = re.findall(r'<text class="f-soft" x="([\d.]+)" y="([\d.]+)" [^>]*middle">(\d+)</text>', svg)
    assert len(columns) >= len(marks)
    assert str(max(weights)) in {words for _, _, words in numbers}
    for (x, y, words), (at, top, thick) in product(numbers, columns[-len(marks) :]):
        beside = abs(float(x) - float(at)) - float(thick) / 2 >= len(words) * 3.05  # half a digit
        assert x == at or beside or float(y) <= float(top), (x, y, words, at, top)


def test_a_pause_says_how_long_it_is() -> None:
    """The emptiness has words in it, and says so where it is not drawn as long as it is."""
    marks = [
        timeline_plot.TimelineMark(day, day, False, MarkLink("../x/", "x"), "event")
        for day in (date(2021, 1, 1), date(2021, 12, 1), date(2022, 9, 21), date(2024, 1, 1))
    ]
    empty = [(marks[2].until, marks[3].since)]
    svg = write_svg(timeline_plot.plot_timeline(marks, [], empty, 1000, CAPTION))
    assert ">nothing dated<" in svg
    assert ">for 15 months<" in svg
    svg = write_svg(timeline_plot.plot_timeline(marks[2:], [], empty, 1000, CAPTION))
    assert ">for 15 months, cut short<" in svg


@pytest.mark.parametrize(("days", "words"), [(20, "20 days"), (90, "3 months"), (1100, "3 years")])
def test_lengths_of_time_are_told_in_the_unit_that_fits(days: int, words: str) -> None:
    """No pause is told in hundreds of days."""
    assert timeline_plot.tell_length(_span(0, days)) == words
