"""Everything with a date → the picture of the timeline, drawn one by one or month by month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from build_tools.index import Index
from build_tools.index.long_lists import TimelineEntry
from build_tools.pages.addresses import TIMELINE_ADDRESS
from build_tools.pages.drawings import Drawing, MarkTarget, lead_to, make_drawing, rename_narrow
from build_tools.pages.paging import find_list_page
from build_tools.pages.timeline_rows import anchor_month, make_timeline_row
from build_tools.plots import Caption, timeline_plot
from build_tools.text.date_words import write_date
from build_tools.text.english import capitalise, count_noun

MOST_SINGLE_MARKS = 400
"""Marks that are drawn one by one at most. Beyond, there is one for all of a kind that a month has."""

MOST_MONTH_MARKS = 1200
"""Marks of months at most, some 600 kB of SVG; topics with the fewest entries then have no line."""

_MARKS = {"source": "held", "origin": "origin", "happening": "event", "event": "event", "figure": "figure"}

_LEGEND = (
    "Squares are publications: filled for sources of the archive, open for the reports behind them. Circles "
    "are statements: filled where they date an event, open where they only say of when a number is. A line "
    "through a mark covers every day that its date may mean, broken where the date is inferred or "
    "approximate; the dots ⋯ stand for time without an entry."
)

_BY_MONTH = (
    " There are too many to draw one by one: each mark stands for all of a month, the larger, "
    "the more there are."
)

LinkedMoments = Sequence[tuple[timeline_plot.TimelineMoment, MarkTarget]]
"""Marks, each with where it leads."""


def draw_timeline(entries: Sequence[TimelineEntry], index: Index) -> Drawing:
    """The picture of all entries; they are in order of time."""
    lines = _name_lines(index)
    total = sum(counted.number for line in lines for counted in index.counts_by_month.get(line, ()))
    if total <= MOST_SINGLE_MARKS:
        return _draw_moments(lines, tuple(_place_entries(entries, lines, index)), _LEGEND)
    chosen = _choose_lines(lines, index)
    legend = f"{_LEGEND}{_BY_MONTH}{_tell_left_out(len(lines) - len(chosen))}"
    return _draw_moments(chosen, tuple(_place_months(entries, chosen, index)), legend)


def _name_lines(index: Index) -> dict[str, str]:
    """By line that has an entry: its name; publications, then topics in the vocabulary's order."""
    topics = {topic.id: topic.label for topic in index.topics.values()}
    every = {
        "origins": "Origins published",
        "sources": "Sources published",
        "events": "Events and laws",
        **topics,
    }
    return {line: name for line, name in every.items() if line in index.counts_by_month}


def _choose_lines(lines: Mapping[str, str], index: Index) -> dict[str, str]:
    """Lines of publications, and of topics with the most entries as far as there is room."""
    counts = {line: index.counts_by_month[line] for line in lines}

    def rank(line: str) -> tuple[bool, int]:
        return line not in _PUBLICATIONS, -sum(counted.number for counted in counts[line])

    room = MOST_MONTH_MARKS
    chosen: set[str] = set()
    for line in sorted(lines, key=rank):
        room -= len(counts[line])
        # one line is drawn in any case
        if chosen and room < 0:
            break
        chosen.add(line)
    return {line: name for line, name in lines.items() if line in chosen}


_PUBLICATIONS = ("origins", "sources", "events")


def _tell_left_out(topics: int) -> str:
    if not topics:
        return ""
    has = "has" if topics == 1 else "have"
    return (
        f" {capitalise(count_noun(topics, 'topic'))} more {has} no line here, those with the fewest entries."
    )


def _draw_moments(lines: Mapping[str, str], moments: LinkedMoments, legend: str) -> Drawing:
    caption = Caption(
        "timeline",
        "Publications and dated statements",
        "Time runs from left to right. The first lines are reports as they came out, the others statements "
        "by topic. A bar covers all days that a date may mean. The list after the picture holds the same.",
    )
    marks = [moment for moment, _ in moments]
    return make_drawing(
        timeline_plot.plot_timeline(tuple(lines.values()), marks, timeline_plot.WIDE_TIMELINE_PLOT, caption),
        timeline_plot.plot_timeline(
            tuple(lines.values()), marks, timeline_plot.NARROW_TIMELINE_PLOT, rename_narrow(caption)
        ),
        past="all",
        links=(target for _, target in moments),
        legend=legend,
    )


def _place_entries(
    entries: Iterable[TimelineEntry], lines: Mapping[str, str], index: Index
) -> Iterator[tuple[timeline_plot.TimelineMoment, MarkTarget]]:
    """A mark for each entry on each of its lines."""
    for entry in entries:
        row = make_timeline_row(entry, index)
        target = (row.where.address or "", row.where.anchor)
        lead = lead_to(TIMELINE_ADDRESS, target, f"{write_date(entry.when)}, {row.where.words}: {row.words}")
        for line in entry.lines:
            if line in lines:
                mark = _MARKS[entry.kind]
                yield (
                    timeline_plot.TimelineMoment(lines[line], *entry.when.span, row.doubted, mark, lead),
                    target,
                )


def _place_months(
    entries: Iterable[TimelineEntry], lines: Mapping[str, str], index: Index
) -> Iterator[tuple[timeline_plot.TimelineMoment, MarkTarget]]:
    """A mark for what a line has of a kind in a month; it leads to where the month begins in the list."""
    rows: dict[str, int] = {}
    for row, entry in enumerate(entries):
        rows.setdefault(entry.month, row)
    for line, name in lines.items():
        for counted in index.counts_by_month[line]:
            month, number = counted.month, counted.number
            target = (find_list_page(TIMELINE_ADDRESS, rows[month]), anchor_month(month))
            lead = lead_to(
                TIMELINE_ADDRESS, target, f"{name}, {month}: {count_noun(number, 'entry', 'entries')}"
            )
            day = date.fromisoformat(f"{month}-01")
            yield (
                timeline_plot.TimelineMoment(name, day, day, False, _MARKS[counted.kind], lead, number),
                target,
            )
