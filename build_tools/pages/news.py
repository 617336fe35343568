"""Archive → what is new: what came in, changed or was withdrawn, by day, the newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from build_tools.index import Index
from build_tools.index.news import NewsAct, NewsEntry, NewsKind
from build_tools.model.edtf import Edtf
from build_tools.model.search import SearchPart
from build_tools.pages.addresses import (
    CORRECTIONS_ADDRESS,
    NEWS_ADDRESS,
    finding_address,
)
from build_tools.pages.earlier_captures import count_changed_passages
from build_tools.pages.inline import Inline, RichText, plain_text
from build_tools.pages.own_corrections import find_dated_entry, link_entry, show_own_correction
from build_tools.pages.page import Page, PageKind
from build_tools.pages.paging import ListPart, list_page_keys, name_list_page, page_address, take_part
from build_tools.text.english import capitalise, count_noun, write_tally
from build_tools.text.written_dates import write_date

_INTRODUCTION: RichText = (
    Inline(
        "What came into the archive, what changed in a way that readers should know of, what was put "
        "right and what was withdrawn, the newest first. What is wrong in a source, or was wrong in the "
        "archive, stands under "
    ),
    Inline("Corrections", CORRECTIONS_ADDRESS),
    Inline("."),
)
_NOUNS = {
    NewsKind.SOURCE: "report",
    NewsKind.FINDING: "finding",
    NewsKind.DISAGREEMENT: "disagreement",
    NewsKind.PAGE: "page",
}


@dataclass(frozen=True, slots=True)
class NewsItem:
    """One thing."""

    title: Inline
    remark: str
    """What a reader wants to know of it beside its title; may be empty."""


@dataclass(frozen=True, slots=True)
class NewsGroup:
    """What became of things of one kind on one day."""

    words: str
    """`5 reports added`."""
    items: tuple[NewsItem, ...]


@dataclass(frozen=True, slots=True)
class NewsDay:
    """One day, as far as it stands on this page."""

    day: str
    words: str
    groups: tuple[NewsGroup, ...]


@dataclass(frozen=True, slots=True)
class NewsView:
    """One page of the news."""

    introduction: RichText
    part: ListPart[NewsEntry]
    days: tuple[NewsDay, ...]


def make_news_page(index: Index, key: str) -> Page:
    """One page of the news; it reads what its own rows tell of, and the order of all."""
    part = take_part(index.news["all"], NEWS_ADDRESS, key)
    return Page(
        kind=NEWS_PAGE,
        address=page_address(NEWS_ADDRESS, key),
        title=name_list_page(NEWS_PAGE.label, key),
        view=NewsView(_INTRODUCTION, part, tuple(_group_days(part.rows, index))),
        description="What came in, what changed and what was withdrawn, day by day.",
        search=() if key else (SearchPart("", "", plain_text(_INTRODUCTION)),),
    )


def _group_days(rows: Iterable[NewsEntry], index: Index) -> Iterator[NewsDay]:
    for day, entries in groupby(rows, key=lambda entry: entry.day):
        groups = []
        for (act, kind), alike in groupby(entries, key=lambda entry: (entry.act, entry.kind)):
            items = tuple(_make_item(entry, index) for entry in alike)
            heading = f"{capitalise(count_noun(len(items), _NOUNS[kind]))} {act.value}"
            groups.append(NewsGroup(heading, items))
        yield NewsDay(day, write_date(Edtf.parse(day)), tuple(groups))


def _make_item(entry: NewsEntry, index: Index) -> NewsItem:
    if entry.act is NewsAct.WITHDRAWN and entry.kind is not NewsKind.FINDING:
        moved = index.moved[entry.id]
        return NewsItem(Inline(moved.title or moved.old, moved.old), moved.reason or "")
    if entry.act is NewsAct.WITHDRAWN:
        withdrawn = index.withdrawn[entry.id]
        title = withdrawn.statement or "A finding"
        return NewsItem(Inline(title, finding_address(entry.id)), withdrawn.reason)
    return NewsItem(link_entry(entry, index), _remark_on(entry, index))


def _remark_on(entry: NewsEntry, index: Index) -> str:
    """What changed, what was wrong; of what came in, who or how many said it."""
    if entry.act is NewsAct.CORRECTED:
        erratum = show_own_correction(entry, index).erratum
        return f"It said: {erratum.stood} It says now: {erratum.stands}"
    if entry.act is NewsAct.RECAPTURED:
        return count_changed_passages(index.records[entry.id].earlier[entry.number])
    if entry.act is NewsAct.CHANGED and (change := find_dated_entry(entry, index).change):
        return change
    if entry.kind is NewsKind.FINDING:
        return write_tally(index.findings[entry.id], index.counts[entry.id])
    if entry.kind is NewsKind.DISAGREEMENT:
        return ""
    record = index.records[entry.id]
    return f"{index.name_outlet(record)}, {write_date(record.published.date)}"


NEWS_PAGE = PageKind(
    name="news",
    folder=NEWS_ADDRESS,
    label="What is new",
    list_keys=lambda index: list_page_keys(len(index.news["all"])),
    make_page=make_news_page,
    menu="About",
)
