"""Sources → their list, the earliest first, in pages of so many rows."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.index import Index
from build_tools.model.record import Record
from build_tools.model.search import SearchPart
from build_tools.pages.addresses import SOURCES_ADDRESS
from build_tools.pages.page import Page, PageKind
from build_tools.pages.paging import ListPart, list_page_keys, name_list_page, page_address, take_part

_INTRODUCTION = "Every report that the archive describes, the earliest first."


@dataclass(frozen=True, slots=True)
class ListedSource:
    """A source in the list."""

    record: Record
    day: str
    """The first that its date may mean, for sorting: `2022-08-11`."""
    outlet: str
    retells: str
    """The publishers of what it retells; empty where it retells nothing that is known."""


@dataclass(frozen=True, slots=True)
class SourcesView:
    """One page of the list."""

    introduction: str
    part: ListPart[str]
    """Slugs."""
    rows: tuple[ListedSource, ...]


def make_sources_page(index: Index, key: str) -> Page:
    """One page of the list; it reads the records of its own rows, and the order of all."""
    part = take_part(tuple(index.records), SOURCES_ADDRESS, key)
    rows = tuple(_make_row(index.records[slug], index) for slug in part.rows)
    return Page(
        kind=SOURCES_LIST,
        address=page_address(SOURCES_ADDRESS, key),
        title=name_list_page("Sources", key),
        view=SourcesView(_INTRODUCTION, part, rows),
        description="Every report that the archive describes, by date.",
        search=() if key else (SearchPart("", "", _INTRODUCTION),),
    )


def _make_row(record: Record, index: Index) -> ListedSource:
    origins = (index.origins.get(retelling.origin) for retelling in record.retells)
    return ListedSource(
        record=record,
        day=str(record.published.date.span[0]),
        outlet=index.name_outlet(record),
        retells=", ".join(origin.publisher for origin in origins if origin),
    )


SOURCES_LIST = PageKind(
    name="sources",
    folder=SOURCES_ADDRESS,
    label="Sources",
    list_keys=lambda index: list_page_keys(len(index.records)),
    make_page=make_sources_page,
    menu="Sources",
    listed=True,
    wide=True,
    scripts=("spelling.js", "tables.js"),
)
