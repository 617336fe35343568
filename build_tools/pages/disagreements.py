"""Archive → the list of disagreements: what differs, side by side; nothing is averaged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.index import Index
from build_tools.model.archive import Clash
from build_tools.model.evidence import Disagreement, Finding
from build_tools.model.search import SearchPart
from build_tools.pages.addresses import DISAGREEMENTS
from build_tools.pages.page import Page, PageKind
from build_tools.pages.paging import (
    ROWS,
    ListPart,
    list_page_keys,
    name_list_page,
    page_address,
    take_part,
)
from build_tools.pages.reports import Report, make_report
from build_tools.text.prose import tell_differences

OPENING = (
    "Where sources differ, they stand side by side: each with its figure, date, speaker and paragraph."
    " Nothing is averaged, and none is picked without a reason."
)


@dataclass(frozen=True, slots=True)
class ListedDisagreement:
    """A disagreement in the list."""

    disagreement: Disagreement
    differences: str
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class ListedClash:
    """Figures that differ within a finding, not yet judged by anyone."""

    finding: Finding
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class DisagreementsView:
    """One page of the list of disagreements."""

    opening: str
    disagreements: tuple[ListedDisagreement, ...]
    clashes: tuple[ListedClash, ...]
    clashes_begin: str | None
    """Address of the page where the clashes begin, told on the first one; None where they are none."""
    part: ListPart[Disagreement | Clash]


def make_disagreements_page(index: Index, key: str) -> Page:
    """One page of the list."""
    judged = tuple(index.disagreements.values())
    clashes = index.clashes["all"]
    rows: tuple[Disagreement | Clash, ...] = (*judged, *clashes)
    part = take_part(rows, DISAGREEMENTS, key)
    page = len(judged) // ROWS + 1
    begin = page_address(DISAGREEMENTS, str(page) if page > 1 else "")
    view = DisagreementsView(
        opening=OPENING,
        disagreements=tuple(_list(row, index) for row in part.rows if isinstance(row, Disagreement)),
        clashes=tuple(_list_clash(row, index) for row in part.rows if isinstance(row, Clash)),
        clashes_begin=begin if clashes and not key else None,
        part=part,
    )
    return Page(
        kind=DISAGREEMENTS_LIST,
        address=page_address(DISAGREEMENTS, key),
        title=name_list_page("Disagreements", key),
        view=view,
        description="Where sources differ, side by side; nothing is averaged.",
        search=() if key else (SearchPart("", "", OPENING),),
    )


def _list(disagreement: Disagreement, index: Index) -> ListedDisagreement:
    reports = (make_report(s, index) for s in index.select_statements(disagreement.claims))
    return ListedDisagreement(disagreement, tell_differences(disagreement), tuple(reports))


def _list_clash(clash: Clash, index: Index) -> ListedClash:
    reports = (make_report(s, index) for s in index.select_statements(clash.claims))
    return ListedClash(index.findings[clash.finding], tuple(reports))


def _list_keys(index: Index) -> Iterable[str]:
    return list_page_keys(len(index.disagreements) + len(index.clashes["all"]))


DISAGREEMENTS_LIST = PageKind(
    name="disagreements",
    folder=DISAGREEMENTS,
    label="Disagreements",
    list_keys=_list_keys,
    make_page=make_disagreements_page,
    menu="Evidence",
    listed=True,
)
