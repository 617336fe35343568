"""Archive → how lopsided it is, and what is wanted: so that nobody takes its counts for the world.

The whole archive is gone through once for the page. Where much is wanted, further pages tell the rest of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_tools.index import Index
from build_tools.model.evidence import Wanted
from build_tools.model.search import SearchPart
from build_tools.model.vocabulary import Topic
from build_tools.pages.addresses import MISSING_ADDRESS
from build_tools.pages.long_pages import ROWS_PER_LONG_PAGE, take_rows
from build_tools.pages.page import Page, PageKind
from build_tools.pages.paging import ListPart, PageLink, list_page_keys, name_list_page, page_address
from build_tools.pages.source_shares import (
    RetoldShare,
    SourceMonths,
    SourceShare,
    count_months,
    measure_checks,
    measure_retold,
    measure_shares,
)
from build_tools.text.english import capitalise, count_noun
from build_tools.text.languages import language_name
from build_tools.text.written_dates import write_date

_LANGUAGE = "en"
"""Of the archive: what is wanted in it needs no word on its language."""


@dataclass(frozen=True, slots=True)
class TopicHolding:
    """What the archive has on a topic."""

    topic: Topic
    statements: int
    sources: int
    origins: int
    wanted: int


@dataclass(frozen=True, slots=True)
class WantedSource:
    """A source that is wanted."""

    title: str
    url: str
    language: str
    """Where that is not the archive's own."""
    imprint: str
    """Publisher, day, language in words."""
    note: str


@dataclass(frozen=True, slots=True)
class WantedGroup:
    """What is wanted on a topic."""

    anchor: str
    label: str
    sources: tuple[WantedSource, ...]


@dataclass(frozen=True, slots=True)
class LaterGroup:
    """What is wanted on a topic, where a later page tells it."""

    anchor: str
    label: str
    page: PageLink


@dataclass(frozen=True, slots=True)
class MissingView:
    """The page."""

    introduction: str
    months: SourceMonths | None
    """None while the archive has no source."""
    shares: tuple[SourceShare, ...]
    retold: RetoldShare | None
    """None while it has no statement."""
    topics_introduction: str
    topics: tuple[TopicHolding, ...]
    wanted_introduction: str
    wanted: tuple[WantedGroup, ...]
    part: ListPart[Wanted]
    later: tuple[LaterGroup, ...]
    """On the first page: what is wanted on further ones alone."""


def make_missing_page(index: Index, key: str) -> Page:
    """One page of it; the first tells how lopsided the archive is."""
    view = _make_further_view(index, key) if key else _make_first_view(index)
    return Page(
        kind=MISSING_PAGE,
        address=page_address(MISSING_ADDRESS, key),
        title=name_list_page(MISSING_PAGE.label, key),
        view=view,
        description="How lopsided the archive is: outlets, languages, dates of its sources; what is wanted.",
        search=tuple(_list_search_parts(view)),
    )


def _make_further_view(index: Index, key: str) -> MissingView:
    groups, part, _ = _take_groups(index, key)
    return MissingView("", None, (), None, "", (), "", groups, part, ())


def _make_first_view(index: Index) -> MissingView:
    records = tuple(index.records.values())
    wanted = index.wanted["all"]
    groups, part, later = _take_groups(index, "")
    return MissingView(
        introduction=_write_introduction(len(records), len(index.statements)),
        months=count_months(records, index.site.period) if records else None,
        shares=(*measure_shares(records, index), measure_checks(records)) if records else (),
        retold=measure_retold(records, index),
        topics_introduction="A topic with many statements and few origins is well repeated, not well known. "
        "What a topic includes counts for it as well.",
        topics=tuple(_list_holdings(wanted, index)),
        wanted_introduction=f"{capitalise(count_noun(len(wanted), 'source'))} that the archive knows of"
        " and does not describe yet. "
        "The links lead to their publishers or to copies; nothing of them is held here.",
        wanted=groups,
        part=part,
        later=later,
    )


def _write_introduction(sources: int, statements: int) -> str:
    return (
        "The counts of this archive count reports, not what happened. It holds "
        f"{count_noun(sources, 'source')} with {count_noun(statements, 'statement')}; reports not described"
        " here are not counted. This page says how one-sided the selection is."
    )


def _list_holdings(wanted: Sequence[Wanted], index: Index) -> Iterator[TopicHolding]:
    counted = {ref: trace.origin for ref, trace in index.traces.items()}
    lacking = Counter(topic for entry in wanted for topic in dict.fromkeys(entry.topics))
    for topic in index.topics.values():
        refs = index.claims_of_topic.get(topic.id, ())
        origins = {counted[ref] for ref in refs if ref in counted}
        yield TopicHolding(topic, len(refs), len({ref.slug for ref in refs}), len(origins), lacking[topic.id])


def _take_groups(
    index: Index, key: str
) -> tuple[tuple[WantedGroup, ...], ListPart[Wanted], tuple[LaterGroup, ...]]:
    """What stands on a page of what is wanted, and what only later ones tell."""
    every = {anchor: (label, entries) for anchor, label, entries in _group_wanted(index.wanted["all"], index)}
    taken = take_rows({anchor: entries for anchor, (_, entries) in every.items()}, MISSING_ADDRESS, key)
    groups = tuple(
        WantedGroup(anchor, every[anchor][0], tuple(map(_show_wanted, entries)))
        for anchor, entries in taken.rows.items()
        if entries
    )
    later = tuple(LaterGroup(anchor, every[anchor][0], page) for anchor, page in taken.later.items())
    return groups, taken.part, later


def _group_wanted(wanted: Sequence[Wanted], index: Index) -> Iterator[tuple[str, str, list[Wanted]]]:
    """Anchor, label and sources.

    The most wanted, then the others under their first topic, by date; those
    without one at the end.
    """
    first: dict[str, list[Wanted]] = {}
    most = [entry for entry in wanted if entry.wanted_most]
    if most:
        yield "wanted-most", "Most wanted", most
    for entry in (entry for entry in wanted if not entry.wanted_most):
        known = next((topic for topic in entry.topics if topic in index.topics), "")
        first.setdefault(known, []).append(entry)
    groups = [(t.id, t.label, first[t.id]) for t in index.topics.values() if t.id in first]
    groups += [("other", "Other", first[""])] if "" in first else []
    for name, label, entries in groups:
        entries.sort(key=lambda w: (not w.published, str(w.published.date) if w.published else "", w.title))
        yield f"wanted-{name}", label, entries


def _show_wanted(wanted: Wanted) -> WantedSource:
    own = wanted.language == _LANGUAGE
    day = f", {write_date(wanted.published.date)}" if wanted.published else ""
    spoken = "" if own else f" (in {language_name(wanted.language)})"
    return WantedSource(
        title=wanted.title,
        url=wanted.url or "",
        language="" if own else wanted.language,
        imprint=f"{wanted.publisher}{day}{spoken}",
        note=wanted.note or "",
    )


def _list_search_parts(view: MissingView) -> Iterator[SearchPart]:
    """The sentences, without the numbers behind them, and what is wanted."""
    if view.introduction:
        yield SearchPart("", "", view.introduction)
    if view.months:
        yield SearchPart("dates", "Dates", view.months.sentence)
    for share in view.shares:
        # what stands in the table, where there is one
        values = " · ".join(name for name, _ in share.counts) if share.picture else ""
        yield SearchPart(share.anchor, share.heading, f"{share.sentence} {values}".strip())
    if view.retold:
        yield SearchPart("retold", "Retold", view.retold.sentence)
    if view.topics:
        labels = " · ".join(holding.topic.label for holding in view.topics)
        yield SearchPart("topics", "Topics", f"{view.topics_introduction} {labels}")
    if view.wanted_introduction:
        yield SearchPart("wanted", "Wanted", view.wanted_introduction)
    for group in view.wanted:
        sources = (f"{w.title}, {w.imprint}. {w.note}".strip() for w in group.sources)
        yield SearchPart(group.anchor, group.label, " · ".join(sources))


def _list_keys(index: Index) -> Iterable[str]:
    return list_page_keys(len(index.wanted["all"]), ROWS_PER_LONG_PAGE)


MISSING_PAGE = PageKind(
    name="missing",
    folder=MISSING_ADDRESS,
    label="What is missing",
    list_keys=_list_keys,
    make_page=make_missing_page,
    menu="Evidence",
    listed=True,
)
