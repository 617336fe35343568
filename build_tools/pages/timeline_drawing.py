"""Everything with a date → the picture of the timeline: named events, and beneath them what tells of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date

from build_tools.index import Index
from build_tools.index.long_lists import TimelineEntry
from build_tools.pages.addresses import TIMELINE_ADDRESS
from build_tools.pages.drawings import Drawing, MarkTarget, lead_to, make_drawing, rename_narrow
from build_tools.pages.paging import find_list_page
from build_tools.pages.timeline_rows import anchor_month, make_timeline_row
from build_tools.plots import Caption
from build_tools.plots.time_scale import DaySpan, find_last_of_month, find_pauses
from build_tools.plots.timeline_plot import (
    NARROW_TIMELINE,
    WIDE_TIMELINE,
    MarkRow,
    TimelineMark,
    plot_timeline,
)
from build_tools.text.english import capitalise, count_noun
from build_tools.text.written_dates import name_month, write_date

MOST_EVENTS = 30
"""Events with a line in the picture at most: those that most statements mention."""

LONG_PAUSE = 0.15
"""Of the time that the archive spans: a pause that is told."""

MOST_SINGLE_MARKS = 60
"""Reports of a row that are drawn one by one at most. Beyond, there is a column for each month."""

_LEGEND_OF_EVENTS = (
    "Above, what happened, as far as it has a date and a name; a bar covers every day that the date may be, "
    "and is broken where it is inferred or approximate. Beneath, what tells of it: "
)

_ROWS = {"origin": "Reports behind the reports", "source": "Sources of the archive"}
_MEANINGS = {"source": "sources", "origin": "the reports behind the sources"}
_SHAPES = {"held": "squares", "origin": "circles", "column": "columns"}

_Linked = tuple[TimelineMark, MarkTarget]
"""A mark, and where it leads."""


def find_long_pauses(entries: Iterable[TimelineEntry]) -> tuple[DaySpan, ...]:
    """The days between which nothing is dated, where that is a good part of all time that is spanned."""
    spans = [entry.when.span for entry in entries]
    if not spans:
        return ()
    whole = max(until for _, until in spans) - min(since for since, _ in spans)
    return tuple(pause for pause in find_pauses(spans) if pause[1] - pause[0] > whole * LONG_PAUSE)


def draw_timeline(entries: Sequence[TimelineEntry], index: Index) -> Drawing:
    """The picture of all entries; they are in order of time."""
    empty = find_long_pauses(entries)
    happenings = [entry for entry in entries if entry.kind == "happening"]
    events = [_mark_event(entry, index) for entry in _choose_events(happenings, index)]
    reports = {kind: _mark_reports(kind, entries, index) for kind in _ROWS}
    statements = _mark_months(("event", "figure"), "statement", entries)
    rows = [_make_row(kind, reports[kind]) for kind in _ROWS]
    rows.append(MarkRow("Statements that say when", "column", _bare(statements)))
    caption = Caption(
        "timeline",
        "Events, reports and statements by date",
        "Time runs from left to right. Each event has a line, with its name; beneath stand "
        "reports as they came out, and how many statements tell of each month. The list after the picture "
        "holds the same.",
    )
    return make_drawing(
        plot_timeline(_bare(events), rows, empty, WIDE_TIMELINE, caption),
        plot_timeline(_bare(events), rows, empty, NARROW_TIMELINE, rename_narrow(caption)),
        past="all",
        links=(target for linked in (events, *reports.values(), statements) for _, target in linked),
        legend=f"{_word_legend(rows, events)}{_tell_left_out(len(happenings) - len(events))}",
    )


def _word_legend(rows: Iterable[MarkRow], events: Sequence[_Linked]) -> str:
    """What the marks stand for: reports one by one, or in columns where they are many."""
    shapes = {row.name: row.shape for row in rows}
    shown = {words: _SHAPES[shapes[_ROWS[kind]]] for kind, words in _MEANINGS.items()}
    by_month = [words for words, shape in shown.items() if shape == "columns"]
    told = "the statements that say when, in the month in which it began"
    if by_month:
        told = f"{' and '.join(by_month)}, in the month in which they came out, and {told}"
    first, *others = (
        *((shape, words) for words, shape in shown.items() if words not in by_month),
        ("columns", told),
    )
    marks = ", ".join((" are ".join(first), *map(" ".join, others)))
    return f"{_LEGEND_OF_EVENTS}{marks}." if events else f"{capitalise(marks)}."


def _choose_events(happenings: Sequence[TimelineEntry], index: Index) -> Sequence[TimelineEntry]:
    """Those that most statements mention, in order of time."""
    if len(happenings) <= MOST_EVENTS:
        return happenings
    ranked = sorted(happenings, key=lambda e: (-len(index.claims_of_entity.get(e.key, ())), e.key))
    chosen = {entry.key for entry in ranked[:MOST_EVENTS]}
    return [entry for entry in happenings if entry.key in chosen]


def _tell_left_out(events: int) -> str:
    if not events:
        return ""
    has = "has" if events == 1 else "have"
    return f" {capitalise(count_noun(events, 'event'))} more {has} no line here: the least mentioned."


def _bare(linked: Iterable[_Linked]) -> tuple[TimelineMark, ...]:
    return tuple(mark for mark, _ in linked)


def _make_row(kind: str, marks: Sequence[_Linked]) -> MarkRow:
    if any(mark.weight > 1 for mark, _ in marks):
        return MarkRow(_ROWS[kind], "column", _bare(marks))
    return MarkRow(_ROWS[kind], "held" if kind == "source" else "origin", _bare(marks))


def _mark_event(entry: TimelineEntry, index: Index) -> _Linked:
    mark, target = _mark_entry(entry, index)
    return replace(mark, words=index.entities[entry.key].name), target


def _mark_entry(entry: TimelineEntry, index: Index) -> _Linked:
    row = make_timeline_row(entry, index)
    target = (row.where.address or "", row.where.anchor)
    lead = lead_to(TIMELINE_ADDRESS, target, f"{write_date(entry.when)}, {row.where.words}: {row.words}")
    return TimelineMark(*entry.when.span, row.doubted, lead), target


def _mark_reports(kind: str, entries: Sequence[TimelineEntry], index: Index) -> Sequence[_Linked]:
    """Reports one by one, or by month where they are many."""
    mine = [entry for entry in entries if entry.kind == kind]
    if len(mine) > MOST_SINGLE_MARKS:
        return _mark_months((kind,), "report", entries)
    return [_mark_entry(entry, index) for entry in mine]


def _mark_months(kinds: Collection[str], noun: str, entries: Iterable[TimelineEntry]) -> list[_Linked]:
    """A mark for what each month has of some kinds; it leads to where the month begins in the list."""
    rows: dict[str, int] = {}
    counts = Counter[str]()
    for row, entry in enumerate(entries):
        rows.setdefault(entry.month, row)
        if entry.kind in kinds:
            counts[entry.month] += 1
    return [_mark_month(month, number, noun, rows[month]) for month, number in sorted(counts.items())]


def _mark_month(month: str, number: int, noun: str, row: int) -> _Linked:
    target = (find_list_page(TIMELINE_ADDRESS, row), anchor_month(month))
    day = date.fromisoformat(f"{month}-01")
    words = f"{name_month(day)}: {count_noun(number, noun)}"
    lead = lead_to(TIMELINE_ADDRESS, target, words)
    # to its end: a column stands in the middle of its month
    return TimelineMark(day, find_last_of_month(day), False, lead, weight=number), target
