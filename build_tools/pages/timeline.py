"""Archive → one line of time: when reports came out, and when what they tell of took place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.index import Index
from build_tools.index.long_lists import TimelineEntry
from build_tools.model.search import SearchPart
from build_tools.pages.addresses import TIMELINE_ADDRESS
from build_tools.pages.drawings import Drawing
from build_tools.pages.page import Page, PageKind
from build_tools.pages.paging import ListPart, list_page_keys, name_list_page, page_address, take_part
from build_tools.pages.timeline_drawing import draw_timeline, find_long_pauses
from build_tools.pages.timeline_rows import TimelineRow, anchor_month, make_timeline_row
from build_tools.text.english import capitalise, count_noun
from build_tools.text.written_dates import name_month

_OPENING = "When reports came out, and when what they tell of took place, as far as they say so."


@dataclass(frozen=True, slots=True)
class TimelineView:
    """One page of the list; all but its rows stand on the first alone."""

    opening: str
    picture: Drawing | None
    empty: str
    """Between which months nothing begins, where that is long."""
    undated: str
    """What has no date of its own."""
    part: ListPart[TimelineEntry]
    rows: tuple[TimelineRow, ...]


def make_timeline_page(index: Index, key: str) -> Page:
    """One page of the list; it reads what its own rows tell of, and the order of all."""
    entries = index.dated_in_order["all"]
    part = take_part(entries, TIMELINE_ADDRESS, key)
    # `first` counts from 1: this is the row before it
    before = entries[part.first - 2].month if part.first > 1 else ""
    view = TimelineView(
        opening="" if key else _OPENING,
        picture=draw_timeline(entries, index) if entries and not key else None,
        empty="" if key else _tell_empty(entries),
        undated="" if key else _tell_undated(entries, index),
        part=part,
        rows=_make_rows(part.rows, before, index),
    )
    legend = view.picture.legend if view.picture else ""
    words = " ".join(filter(None, (view.opening, view.empty, legend, view.undated)))
    return Page(
        kind=TIMELINE_LIST,
        address=page_address(TIMELINE_ADDRESS, key),
        title=name_list_page("Timeline", key),
        view=view,
        description="Events and publications by date, with how sure each date is.",
        search=(SearchPart("", "", words),) if words else (),
    )


def _tell_empty(entries: Sequence[TimelineEntry]) -> str:
    gaps = find_long_pauses(entries)
    told = [f"after {name_month(before)} and before {name_month(after)}" for before, after in gaps]
    return f"No report, event or dated statement of this list begins {', or '.join(told)}." if told else ""


def _tell_undated(entries: Sequence[TimelineEntry], index: Index) -> str:
    dated = sum(1 for entry in entries if entry.kind in ("event", "figure"))
    undated = len(index.statements) - dated
    if not undated:
        return ""
    words = capitalise(count_noun(undated, "statement"))
    if undated == 1:
        return f"{words} has no date of its own and stands only with its source."
    return f"{words} have no date of their own and stand only with their source."


def _make_rows(entries: Sequence[TimelineEntry], before: str, index: Index) -> tuple[TimelineRow, ...]:
    """The rows; `before` is the month of the one before them."""
    months = (before, *(entry.month for entry in entries))
    return tuple(
        make_timeline_row(entry, index, "" if entry.month == month else anchor_month(entry.month))
        # one month more: that of the last row, before which none follows
        for entry, month in zip(entries, months, strict=False)
    )


TIMELINE_LIST = PageKind(
    name="timeline",
    folder=TIMELINE_ADDRESS,
    label="Timeline",
    list_keys=lambda index: list_page_keys(len(index.dated_in_order["all"])),
    make_page=make_timeline_page,
    menu="Evidence",
    listed=True,
    wide=True,
    scripts=("spelling.js", "tables.js", "pictures.js"),
)
