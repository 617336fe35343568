"""Archive → the list of disagreements: what differs, side by side; nothing is averaged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType

from build_tools.index import Index
from build_tools.model.archive import Clash
from build_tools.model.evidence import Disagreement, DisagreementKind, Finding
from build_tools.model.search import SearchPart
from build_tools.pages.addresses import DISAGREEMENTS_ADDRESS
from build_tools.pages.page import Page, PageKind
from build_tools.pages.paging import (
    ListPart,
    list_page_keys,
    name_list_page,
    page_address,
    take_part,
)
from build_tools.pages.statement_reports import StatementReport, make_reports
from build_tools.text.english import capitalise, count_noun, tell_differences

HEADINGS: Mapping[DisagreementKind, str] = MappingProxyType(
    {
        DisagreementKind.SOURCES: "Sources differ",
        DisagreementKind.MEASURES: "Different measures",
        DisagreementKind.WITHIN: "Contradictions within one article",
        DisagreementKind.RETELLING: "Changed in retelling",
    }
)
"""Each kind's heading, in the order of the page: what readers look for first."""

_KINDS = tuple(HEADINGS)
_MEANINGS = {
    DisagreementKind.SOURCES: "As printed, two sources or more do not say the same.",
    DisagreementKind.MEASURES: "The numbers look alike but count different things; both may be right.",
    DisagreementKind.WITHIN: "One article contradicts itself, or seems to.",
    DisagreementKind.RETELLING: "A source says something else than the report that it retells.",
}

DISAGREEMENTS_PER_PAGE = 100
"""A row here is a paragraph with its statements, some 1.8 kB of HTML: of as many rows as elsewhere, a page
would have 900 kB, and the height of a hundred screens and more."""

DISAGREEMENTS_OPENING = (
    "Here are the points on which reports differ from one another, from the report that they retell, or"
    " from themselves. Each version is given with its figure, date, speaker and paragraph. Nothing is"
    " averaged, and where the archive prefers one version, it says why."
)


@dataclass(frozen=True, slots=True)
class ListedDisagreement:
    """A disagreement in the list."""

    disagreement: Disagreement
    differences: str
    reports: tuple[StatementReport, ...]


@dataclass(frozen=True, slots=True)
class DisagreementGroup:
    """Disagreements of one kind, as far as they stand on this page."""

    anchor: str
    name: str
    meaning: str
    disagreements: tuple[ListedDisagreement, ...]


@dataclass(frozen=True, slots=True)
class ListedClash:
    """Figures that differ within a finding, not yet judged by anyone."""

    finding: Finding
    reports: tuple[StatementReport, ...]


@dataclass(frozen=True, slots=True)
class DisagreementsView:
    """One page of the list of disagreements."""

    opening: str
    groups: tuple[DisagreementGroup, ...]
    clashes: tuple[ListedClash, ...]
    clashes_begin: str | None
    """Address of the page where the clashes begin, told on the first one; None where they are none."""
    part: ListPart[Disagreement | Clash]


def make_disagreements_page(index: Index, key: str) -> Page:
    """One page of the list."""
    # sorting is stable: within a kind they stay as the archive has them
    judged = sorted(index.disagreements.values(), key=lambda d: _KINDS.index(d.kind))
    clashes = index.clashes["all"]
    rows: tuple[Disagreement | Clash, ...] = (*judged, *clashes)
    part = take_part(rows, DISAGREEMENTS_ADDRESS, key, DISAGREEMENTS_PER_PAGE)
    # clashes follow in the same list: they begin with the first row behind the judged ones
    page = len(judged) // DISAGREEMENTS_PER_PAGE + 1
    begin = page_address(DISAGREEMENTS_ADDRESS, str(page) if page > 1 else "")
    view = DisagreementsView(
        opening=f"{DISAGREEMENTS_OPENING}{_tell_unjudged(len(judged), len(clashes))}",
        groups=tuple(_group(part.rows, index)),
        clashes=tuple(
            ListedClash(index.findings[row.finding], make_reports(row.claims, index))
            for row in part.rows
            if isinstance(row, Clash)
        ),
        clashes_begin=begin if clashes and not key else None,
        part=part,
    )
    return Page(
        kind=DISAGREEMENTS_LIST,
        address=page_address(DISAGREEMENTS_ADDRESS, key),
        title=name_list_page("Disagreements", key),
        view=view,
        description="Where reports differ: each version with its figure, date, speaker and paragraph.",
        search=() if key else (SearchPart("", "", DISAGREEMENTS_OPENING),),
    )


def _tell_unjudged(judged: int, found: int) -> str:
    """Both are rows of the list, whose number is otherwise none that stands elsewhere."""
    if not found:
        return ""
    more = f"{found:,} more {'was' if found == 1 else 'were'} only found by comparison"
    described = f"{capitalise(count_noun(judged, 'disagreement'))} {'is' if judged == 1 else 'are'} described"
    return f" {described}; {more}."


def _group(rows: Iterable[Disagreement | Clash], index: Index) -> Iterator[DisagreementGroup]:
    judged = (row for row in rows if isinstance(row, Disagreement))
    for kind, alike in groupby(judged, key=lambda d: d.kind):
        yield DisagreementGroup(
            anchor=kind.value.replace(" ", "-"),
            name=HEADINGS[kind],
            meaning=_MEANINGS[kind],
            disagreements=tuple(
                ListedDisagreement(d, tell_differences(d), make_reports(d.claims, index)) for d in alike
            ),
        )


def _list_keys(index: Index) -> Iterable[str]:
    return list_page_keys(len(index.disagreements) + len(index.clashes["all"]), DISAGREEMENTS_PER_PAGE)


DISAGREEMENTS_LIST = PageKind(
    name="disagreements",
    folder=DISAGREEMENTS_ADDRESS,
    label="Disagreements",
    list_keys=_list_keys,
    make_page=make_disagreements_page,
    menu="Evidence",
    listed=True,
)
