"""A disagreement → its page: what each source says, figure beside figure; nothing is averaged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from build_tools.index import Index
from build_tools.model.archive import Statement
from build_tools.model.evidence import Disagreement
from build_tools.model.record import Figure
from build_tools.model.search import SearchPart
from build_tools.pages.addresses import DISAGREEMENTS_ADDRESS, disagreement_address
from build_tools.pages.figure_panels import FigurePanel, group_figures, make_panels
from build_tools.pages.page import FrontMatterValue, Page, PageKind
from build_tools.pages.search_hints import hint_disagreement
from build_tools.pages.statement_reports import (
    ListedFinding,
    StatementReport,
    list_findings,
    make_report,
    name_place,
)
from build_tools.text.claim_words import write_counted
from build_tools.text.english import capitalise, tell_differences
from build_tools.text.written_dates import write_date

COMPARED_COLUMNS = ("Figure", "As of")
"""What a figure is compared by; a column that no row fills is left out."""

LEAST_COMPARED = 2
"""So many figures at least make a comparison of figures."""


@dataclass(frozen=True, slots=True)
class ComparedCell:
    """What a figure has in one column."""

    column: str
    words: str
    """Empty where it has nothing there."""
    remark: str
    """What narrows it: of which part, in which place."""

    @property
    def is_filled(self) -> bool:
        """Whether it has anything there."""
        return bool(self.words or self.remark)


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One figure of a statement, or a statement without any, side by side with others."""

    report: StatementReport
    cells: tuple[ComparedCell, ...]
    """In the order of the page's columns."""


@dataclass(frozen=True, slots=True)
class DisagreementView:
    """A disagreement's page."""

    disagreement: Disagreement
    differences: str
    panels: tuple[FigurePanel, ...]
    """Its numbers, where there are several of one thing."""
    columns: tuple[str, ...]
    rows: tuple[ComparedRow, ...]
    findings: tuple[ListedFinding, ...]
    """Those whose statement is at issue."""


def make_disagreement_page(index: Index, key: str) -> Page:
    """The page of a disagreement."""
    disagreement = index.disagreements[key]
    compared = [
        (statement, cells)
        for statement in index.select_statements(disagreement.claims)
        for cells in _list_figures(statement, index)
    ]
    used = _choose_columns([cells for _, cells in compared])
    reports = {s.ref: make_report(s, index) for s, _ in compared}
    findings = (index.findings[name] for name in index.findings_of_disagreement.get(key, ()))
    view = DisagreementView(
        disagreement=disagreement,
        differences=capitalise(tell_differences(disagreement)),
        panels=_draw_panels(disagreement, index),
        columns=tuple(COMPARED_COLUMNS[n] for n in used),
        rows=tuple(ComparedRow(reports[s.ref], tuple(cells[n] for n in used)) for s, cells in compared),
        findings=list_findings(findings, index),
    )
    return Page(
        kind=DISAGREEMENT_PAGE,
        address=disagreement_address(key),
        title=disagreement.title,
        view=view,
        about=disagreement,
        description=f"{disagreement.title} What the sources say, side by side.",
        facts=_list_facts(disagreement),
        search=(SearchPart("", "", disagreement.note),),
        hints=hint_disagreement(disagreement, index),
    )


def _draw_panels(disagreement: Disagreement, index: Index) -> tuple[FigurePanel, ...]:
    statements = index.select_statements(disagreement.claims)
    figures = [(s.ref, at) for s in statements for at in range(len(s.claim.figures))]
    panels = make_panels(disagreement_address(disagreement.id), group_figures(figures, index))
    # which disagreement it is, is what the page is about
    return tuple(replace(panel, disagreements=()) for panel in panels)


def _choose_columns(rows: Sequence[tuple[ComparedCell, ...]]) -> list[int]:
    """The columns that some row fills; none where there are not two figures to be compared."""
    if sum(any(cell.is_filled for cell in cells) for cells in rows) < LEAST_COMPARED:
        return []
    return [n for n in range(len(COMPARED_COLUMNS)) if any(cells[n].is_filled for cells in rows)]


def _list_figures(statement: Statement, index: Index) -> Iterator[tuple[ComparedCell, ...]]:
    """The cells of each figure; one row of empty ones where a statement has none."""
    for figure in statement.claim.figures:
        yield _list_cells(figure, index)
    if not statement.claim.figures:
        yield tuple(ComparedCell(column, "", "") for column in COMPARED_COLUMNS)


def _list_cells(figure: Figure, index: Index) -> tuple[ComparedCell, ...]:
    as_of = write_date(figure.as_of) if figure.as_of else ""
    return (
        ComparedCell("Figure", write_counted(figure), figure.scope or ""),
        ComparedCell("As of", as_of, name_place(figure, index)),
    )


def _list_facts(disagreement: Disagreement) -> Mapping[str, FrontMatterValue]:
    facts: dict[str, FrontMatterValue | None] = {
        "id": disagreement.id,
        "differences": [difference.value for difference in disagreement.differences],
        "claims": [str(ref) for ref in disagreement.claims] or None,
        "findings": list(disagreement.findings) or None,
        "kind": disagreement.kind.value,
        "evidence": [e.url or str(e.title) for e in disagreement.evidence] or None,
        "added": str(disagreement.added) if disagreement.added else None,
        "changed": str(disagreement.changed) if disagreement.changed else None,
        "corrected": [str(erratum.day) for erratum in disagreement.errata] or None,
    }
    return {key: value for key, value in facts.items() if value is not None}


DISAGREEMENT_PAGE = PageKind(
    name="disagreement",
    folder=DISAGREEMENTS_ADDRESS,
    label="Disagreement",
    list_keys=lambda index: index.disagreements,
    make_page=make_disagreement_page,
    rank=1,
    wide=True,
    scripts=("pictures.js",),
)
