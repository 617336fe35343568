"""Topics → their tree, and for each topic what is told of it, then all that it is told from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from build_tools.index import Index
from build_tools.model.base import ClaimRef
from build_tools.model.search import NO_HINTS, SearchHints, SearchPart
from build_tools.model.vocabulary import Topic
from build_tools.pages.addresses import TOPICS_ADDRESS, topic_address
from build_tools.pages.long_pages import divide_by_source, list_long_keys, split_key, take_rows
from build_tools.pages.overview import CheckedText, check_opening, check_overview, write_plainly
from build_tools.pages.page import FrontMatterValue, Page, PageKind
from build_tools.pages.paging import ListPart, PageLink, name_list_page, page_address
from build_tools.pages.statement_groups import StatementGroup, group_statements, measure_extent, tell_extent
from build_tools.pages.topic_evidence import (
    FindingsOfYear,
    TopicChains,
    TopicDate,
    TopicDisagreement,
    TopicFigure,
    find_topic_chains,
    group_findings_by_year,
    list_topic_dates,
    list_topic_disagreements,
    list_topic_figures,
)
from build_tools.text.english import capitalise, count_noun

_INTRODUCTION = (
    "The subjects under which statements are indexed. A topic’s index includes the statements of the narrower"
    " topics below it."
)

_DEEPEST = 12
"""Lists within lists that a page still shows; what is narrower stands side by side below the last."""


@dataclass(frozen=True, slots=True)
class TopicBranch:
    """A topic in the tree."""

    topic: Topic
    extent: str
    """How many statements, in how many sources."""
    opening: CheckedText
    """The first sentences of its overview."""
    below: tuple[TopicBranch, ...]
    """The narrower ones."""


@dataclass(frozen=True, slots=True)
class TopicsView:
    """The list of topics."""

    introduction: str
    tree: tuple[TopicBranch, ...]


@dataclass(frozen=True, slots=True)
class TopicView:
    """A topic's page."""

    topic: Topic
    extent: str
    broader: tuple[Topic, ...]
    """One or none."""
    narrower: tuple[Topic, ...]
    related: tuple[Topic, ...]
    findings: str
    """How many findings, and how many of them from several origins."""
    differing: str
    """How many disagreements."""
    wanted: str
    """How many reports on it are known and not described; empty where none is."""
    overview: tuple[CheckedText, ...]
    """Its paragraphs; none where nobody has written one."""
    chains: TopicChains | None
    figures: tuple[TopicFigure, ...]
    disagreements: tuple[TopicDisagreement, ...]
    dates: tuple[TopicDate, ...]
    years: tuple[FindingsOfYear, ...]
    groups: tuple[StatementGroup, ...]
    later: Mapping[str, PageLink]
    """On the first page: lists that begin on a later one."""
    part: ListPart[Any]
    """Which of all findings, and sources with their statements, these are."""


def make_topics_page(index: Index, _key: str) -> Page:
    """The list of topics."""
    tops = (topic for topic in index.topics.values() if topic.broader is None)
    return Page(
        kind=TOPICS_LIST,
        address=TOPICS_ADDRESS,
        title="Topics",
        view=TopicsView(_INTRODUCTION, tuple(_grow_branch(topic, index) for topic in tops)),
        description="The subjects under which statements are indexed.",
        search=(SearchPart("", "", _INTRODUCTION),),
    )


def _grow_branch(topic: Topic, index: Index, depth: int = 1) -> TopicBranch:
    if depth < _DEEPEST:
        narrower = index.list_narrower(topic.id)
        below = tuple(_grow_branch(one, index, depth + 1) for one in narrower)
    else:
        below = tuple(_make_branch(one, index, ()) for one in _list_all_below(topic, index))
    return _make_branch(topic, index, below)


def _make_branch(topic: Topic, index: Index, below: tuple[TopicBranch, ...]) -> TopicBranch:
    opening = check_opening(topic.id, index)
    return TopicBranch(topic, tell_extent(index.claims_of_topic.get(topic.id, ())), opening, below)


def _list_all_below(topic: Topic, index: Index) -> Iterator[Topic]:
    """Everything narrower, in the order of the tree; a chain may be longer than Python’s."""
    waiting = list(reversed(index.list_narrower(topic.id)))
    while waiting:
        yield (one := waiting.pop())
        waiting += reversed(index.list_narrower(one.id))


def make_topic_page(index: Index, key: str) -> Page:
    """The page of a topic, or one of its further pages."""
    name, number = split_key(key)
    topic = index.topics[name]
    view = _make_view(topic, number, index)
    # what belongs under it too; its statements are found where their sources are
    searched = " ".join(filter(None, (write_plainly(view.overview), topic.scope_note)))
    return Page(
        kind=TOPIC_PAGE,
        address=page_address(topic_address(name), number),
        title=name_list_page(topic.label, number),
        view=view,
        about=None if number else topic,
        description=topic.scope_note,
        facts=_list_facts(topic, index.claims_of_topic.get(name, ())),
        search=() if number else (SearchPart("", "", searched),),
        hints=NO_HINTS if number else SearchHints(names=topic.alternatives),
        within=topic.label if number else "",
    )


def _list_rows(topic: str, index: Index) -> dict[str, Sequence[Any]]:
    """The lists that grow with the archive."""
    findings = index.findings_of_topic.get(topic, ())
    return {"findings": findings, "groups": divide_by_source(index.claims_of_topic.get(topic, ()))}


def _make_view(topic: Topic, number: str, index: Index) -> TopicView:
    refs = index.claims_of_topic.get(topic.id, ())
    # figures, dates and chains stand on the first page, whatever they are taken from
    statements = () if number else index.select_statements(refs)
    disagreements = () if number else list_topic_disagreements(topic.id, index)
    wanted = index.wanted_of_topic.get(topic.id, 0)
    taken = take_rows(_list_rows(topic.id, index), topic_address(topic.id), number)
    return TopicView(
        topic=topic,
        findings=_tell_findings(topic.id, index),
        differing=capitalise(count_noun(len(disagreements), "disagreement")),
        wanted=count_noun(wanted, "further report") if wanted else "",
        extent=tell_extent(refs),
        broader=_find_topics((topic.broader or "",), index),
        narrower=index.list_narrower(topic.id),
        related=_find_topics(topic.related, index),
        overview=() if number else check_overview(index.overviews.get(topic.id), index),
        chains=None if number else find_topic_chains(topic.id, index),
        figures=list_topic_figures(statements, index),
        disagreements=disagreements,
        dates=list_topic_dates(statements, index),
        years=group_findings_by_year(taken.rows["findings"], index),
        groups=group_statements((ref for run in taken.rows["groups"] for ref in run), index),
        later=taken.later,
        part=taken.part,
    )


def _tell_findings(topic: str, index: Index) -> str:
    """`14 findings, 3 of them from several origins`."""
    words = count_noun(len(index.findings_of_topic.get(topic, ())), "finding")
    return f"{words}, {index.several_of_topic.get(topic, 0) or 'none'} of them from several origins"


def _find_topics(ids: tuple[str, ...], index: Index) -> tuple[Topic, ...]:
    return tuple(index.topics[topic] for topic in ids if topic in index.topics)


def _list_facts(topic: Topic, refs: tuple[ClaimRef, ...]) -> Mapping[str, FrontMatterValue]:
    """What the vocabulary says of it, and its extent."""
    statements, sources = measure_extent(refs)
    facts: dict[str, FrontMatterValue | None] = {
        "id": topic.id,
        "alternatives": list(topic.alternatives) or None,
        "broader": topic.broader,
        "related": list(topic.related) or None,
        "statements": statements,
        "sources": sources,
    }
    return {key: value for key, value in facts.items() if value is not None}


TOPICS_LIST = PageKind(
    name="topics",
    folder=TOPICS_ADDRESS,
    label="Topics",
    list_keys=lambda _: ("",),
    make_page=make_topics_page,
    menu="Topics",
    listed=True,
)

TOPIC_PAGE = PageKind(
    name="topic",
    folder=TOPICS_ADDRESS,
    label="Topic",
    list_keys=lambda index: list_long_keys(
        (topic, sum(map(len, _list_rows(topic, index).values()))) for topic in index.topics
    ),
    make_page=make_topic_page,
    rank=2,
    scripts=("pictures.js",),
)
