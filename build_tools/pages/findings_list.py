"""Archive → the list of findings: by status, best supported first, with a table of topics by status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from build_tools.index import Index
from build_tools.model.archive import Status
from build_tools.model.search import SearchPart
from build_tools.model.vocabulary import Topic
from build_tools.pages.addresses import FINDINGS_ADDRESS, METHOD_ADDRESS
from build_tools.pages.inline import Inline, RichText, plain_text
from build_tools.pages.page import Page, PageKind
from build_tools.pages.paging import (
    ROWS_PER_PAGE,
    ListPart,
    list_page_keys,
    name_list_page,
    page_address,
    take_part,
)
from build_tools.pages.statement_reports import ListedFinding, list_findings
from build_tools.text.english import capitalise, count_noun

FINDINGS_OPENING = (
    Inline(
        "A finding is one statement that two or more passages make, or that somebody denies. Beside each"
        " stand two numbers: how many reports have it, and how many origins those reports go back to. Five"
        " articles about one interview are five reports and one origin. The status of a finding follows from"
        " its evidence, by the rules under "
    ),
    Inline("Method", METHOD_ADDRESS),
    Inline("."),
)
"""What a reader must know first."""

_MEANINGS = {
    Status.DENIED: "Somebody denies what is said.",
    Status.DISPUTED: "Sources really differ.",
    Status.CORRECTED: "An editor’s correction touches it in every report.",
    Status.SEVERAL: "Behind each stand two or more origins that found it out for themselves.",
    Status.SINGLE: "All reports lead back to one origin, or may do so (“at least 1”).",
    Status.UNTRACED: "Nothing but background that an agency adds to its reports; nobody knows whose.",
}


@dataclass(frozen=True, slots=True)
class StatusGroup:
    """Findings of one primary status, as far as they stand on this page."""

    anchor: str
    name: str
    meaning: str
    """How many there are in all, and what the status means."""
    findings: tuple[ListedFinding, ...]


@dataclass(frozen=True, slots=True)
class TopicRow:
    """How many findings of each status are on a topic."""

    topic: Topic
    cells: tuple[str, ...]
    """One for each status, a dash for none."""
    total: int


@dataclass(frozen=True, slots=True)
class FindingsView:
    """One page of the list of findings."""

    opening: RichText
    statuses: tuple[Inline, ...]
    """Heads of the table, each leading to where the status begins; empty on all pages but the first."""
    topics: tuple[TopicRow, ...]
    groups: tuple[StatusGroup, ...]
    part: ListPart[tuple[str, str]]
    """Status and id of the findings of this page."""


def make_findings_page(index: Index, key: str) -> Page:
    """One page of the list."""
    ranked = [(status, name) for status, names in index.findings_of_status.items() for name in names]
    part = take_part(ranked, FINDINGS_ADDRESS, key)
    view = FindingsView(
        opening=FINDINGS_OPENING,
        statuses=() if key else tuple(_list_heads(index)),
        topics=() if key else tuple(_list_topic_rows(index)),
        groups=tuple(_group_by_status(part.rows, index)),
        part=part,
    )
    meanings = (SearchPart(group.anchor, group.name, group.meaning) for group in view.groups)
    return Page(
        kind=FINDINGS_LIST,
        address=page_address(FINDINGS_ADDRESS, key),
        title=name_list_page("Findings", key),
        view=view,
        description="What several passages say, and how many origins stand behind it.",
        search=() if key else (SearchPart("", "", plain_text(FINDINGS_OPENING)), *meanings),
    )


def _list_heads(index: Index) -> Iterator[Inline]:
    before = 0
    for status, names in index.findings_of_status.items():
        # the page on which the first finding of that status stands
        page = before // ROWS_PER_PAGE + 1
        address = page_address(FINDINGS_ADDRESS, str(page) if page > 1 else "")
        yield Inline(capitalise(status), address, _anchor_status(status))
        before += len(names)


def _list_topic_rows(index: Index) -> Iterator[TopicRow]:
    statuses = tuple(index.findings_of_status)
    for topic, counted in index.statuses_of_topic.items():
        numbers = [counted.get(status, 0) for status in statuses]
        yield TopicRow(index.topics[topic], tuple(f"{n:,}" if n else "–" for n in numbers), sum(numbers))


def _group_by_status(rows: Iterable[tuple[str, str]], index: Index) -> Iterator[StatusGroup]:
    for status, alike in groupby(rows, key=lambda row: row[0]):
        number = len(index.findings_of_status[status])
        yield StatusGroup(
            anchor=_anchor_status(status),
            name=capitalise(status),
            meaning=f"{count_noun(number, 'finding')}. {_MEANINGS[Status(status)]}",
            findings=list_findings((index.findings[name] for _, name in alike), index),
        )


def _anchor_status(status: str) -> str:
    return status.replace(" ", "-")


FINDINGS_LIST = PageKind(
    name="findings",
    folder=FINDINGS_ADDRESS,
    label="Findings",
    list_keys=lambda index: list_page_keys(len(index.findings)),
    make_page=make_findings_page,
    menu="Evidence",
    listed=True,
)
