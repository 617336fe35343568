"""Index → all statements, findings, disagreements, figures and sources in tables, page by page, with filters.

The pages are whole without scripts. With them the first page filters the whole archive; what that needs lies
in parts beside it (`explore_parts.py`), which are loaded when they are asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.index import Index
from build_tools.pages.addresses import (
    EXPLORE_ADDRESS,
    disagreement_address,
    finding_address,
    relative_address,
    source_address,
)
from build_tools.pages.explore_rows import (
    ExploreDisagreementRow,
    ExploreFigureRow,
    ExploreFindingRow,
    ExploreSourceRow,
    ExploreStatementRow,
    list_figure_rows,
    make_disagreement_row,
    make_finding_row,
    make_source_row,
    make_statement_row,
)
from build_tools.pages.facets import Facet, list_facets
from build_tools.pages.page import Page, PageKind
from build_tools.pages.paging import ROWS_PER_PAGE, ListPart, list_page_keys, make_part, page_address
from build_tools.text.english import count_noun

VALUES_ON_PAGE = 100
"""Values of a filter that stand on the page; the others are found by their names. Of a thousand outlets
nobody reads all."""
MOST_STATEMENTS_IN_ONE_FILE = ROWS_PER_PAGE
"""An archive of so many statements is one page, and its parts are one file, loaded with the page."""
ROWS_PER_PART = 200
"""Statements, or sources, in one part: some 60 kB, 10 kB as transferred. A filter that leaves a row here and
there has to load a part for each."""


@dataclass(frozen=True, slots=True)
class FacetChoice:
    """One value of a filter."""

    id: str
    label: str
    statements: str
    """How many have it."""


@dataclass(frozen=True, slots=True)
class ShownFacet:
    """One filter, as far as it stands on the page."""

    name: str
    legend: str
    choices: tuple[FacetChoice, ...]
    open: bool
    others: int
    """How many values beyond these are found by their names."""
    total: str
    """How many values there are."""


@dataclass(frozen=True, slots=True)
class ExploreFilters:
    """What stands beside the tables, and what the script has to know of the archive."""

    facets: tuple[ShownFacet, ...]
    statements: str
    figures: str
    sources: str
    findings: str
    disagreements: str
    part: int
    """Rows of a part."""
    together: bool
    """Whether all parts are one file."""
    source_address: str
    """Of a source's page, its slug being `*`."""
    finding_address: str
    """Of a finding's page, its id being `*`."""
    disagreement_address: str
    """The same of a disagreement's."""


@dataclass(frozen=True, slots=True)
class ExploreView:
    """One page of Explore."""

    title: str
    opening: str
    """What this page holds of the whole."""
    filters: ExploreFilters | None
    """On the first page."""
    part: ListPart[ExploreStatementRow]
    tally: str
    """How many statements there are."""
    figures: tuple[ExploreFigureRow, ...]
    """Of the statements on this page."""
    sources: tuple[ExploreSourceRow, ...]
    """Those that begin on this page."""
    findings: tuple[ExploreFindingRow, ...]
    """Those whose first statement stands on this page."""
    disagreements: tuple[ExploreDisagreementRow, ...]
    """The same."""


def make_explore_page(index: Index, key: str) -> Page:
    """One page of Explore."""
    number = int(key or 1)
    stretch = index.stretches[str(number)]
    total = int(index.facts["statements"])
    rows = tuple(make_statement_row(index, ref) for ref in stretch.refs)
    part = make_part(rows, EXPLORE_ADDRESS, number, total)
    title = f"Explore, page {number:,}" if key else "Explore"
    return Page(
        kind=EXPLORE_PAGE,
        address=page_address(EXPLORE_ADDRESS, key),
        title=title,
        view=ExploreView(
            title=title,
            opening=_tell_place(part),
            filters=None if key else _make_filters(index),
            part=part,
            tally=count_noun(total, "statement"),
            figures=tuple(list_figure_rows(index, rows)),
            sources=tuple(make_source_row(index, slug) for slug in stretch.slugs),
            findings=tuple(make_finding_row(index, name) for name in stretch.findings),
            disagreements=tuple(make_disagreement_row(index, name) for name in stretch.disagreements),
        ),
        description="All statements, findings, disagreements, figures and sources in tables, with filters.",
        facts={"statements": total, "first": part.first, "last": part.last},
    )


def _tell_place(part: ListPart[ExploreStatementRow]) -> str:
    if len(part.pages) == 1:
        return ""
    return (
        f"This page holds statements {part.place}, their figures, and the findings, disagreements and sources"
        " that begin among them."
    )


def _make_filters(index: Index) -> ExploreFilters:
    statements, figures, sources = (index.facts[name] for name in ("statements", "figures", "sources"))
    return ExploreFilters(
        facets=tuple(map(_show_facet, list_facets(index))),
        statements=statements,
        figures=figures,
        sources=sources,
        findings=f"{len(index.findings)}",
        disagreements=f"{len(index.disagreements)}",
        part=ROWS_PER_PART,
        together=int(statements) <= MOST_STATEMENTS_IN_ONE_FILE,
        source_address=f"{relative_address(EXPLORE_ADDRESS, source_address('*'))}index.html",
        finding_address=f"{relative_address(EXPLORE_ADDRESS, finding_address('*'))}index.html",
        disagreement_address=f"{relative_address(EXPLORE_ADDRESS, disagreement_address('*'))}index.html",
    )


def _show_facet(facet: Facet) -> ShownFacet:
    choices = (FacetChoice(v.id, v.label, f"{len(v.numbers):,}") for v in facet.values[:VALUES_ON_PAGE])
    values = len(facet.values)
    return ShownFacet(
        facet.name, facet.legend, tuple(choices), facet.open, max(0, values - VALUES_ON_PAGE), f"{values:,}"
    )


def _list_keys(index: Index) -> Iterable[str]:
    return list_page_keys(int(index.facts["statements"]))


EXPLORE_PAGE = PageKind(
    name="explore",
    folder=EXPLORE_ADDRESS,
    label="Explore",
    list_keys=_list_keys,
    make_page=make_explore_page,
    menu="Explore",
    listed=True,
    searched=False,
    wide=True,
    scripts=(
        "spelling.js",
        *(f"exploring/{name}.js" for name in ("numbers", "parts", "rows", "facets", "lists", "seeking")),
        "explore.js",
    ),
)
