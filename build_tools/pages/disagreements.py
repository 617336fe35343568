"""Archive → the disagreements and a page for each: what differs, side by side; nothing is averaged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model.archive import Clash, Statement
from build_tools.model.evidence import Disagreement
from build_tools.model.record import Figure
from build_tools.pages.catalogue import DISAGREEMENTS, Catalogue, disagreement_file
from build_tools.pages.page import Page
from build_tools.pages.reports import Report, all_shown, place_name, report
from build_tools.text.dates import in_words
from build_tools.text.wording import amount

COLUMNS = ("Value", "Unit", "Scope", "As of", "Place")
"""What a figure is compared by; a column that no row fills is left out."""

PAIR = 2
"""So many figures at least make a comparison of figures."""


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of a statement, or a statement without any, side by side with others."""

    report: Report
    cells: tuple[str, ...]
    """In the order of the page's columns."""


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list, and a page for each disagreement."""
    yield _index(catalogue)
    for disagreement in catalogue.archive.disagreements:
        yield _disagreement(disagreement, catalogue)


def _index(catalogue: Catalogue) -> Page:
    archive = catalogue.archive
    return Page(
        path=DISAGREEMENTS,
        title="Disagreements",
        template="disagreements",
        description="Where sources differ, side by side; nothing is averaged.",
        content={
            "disagreements": [
                (d, _reports(DISAGREEMENTS, d.claims, catalogue)) for d in archive.disagreements
            ],
            "clashes": [_clash(c, catalogue) for c in archive.clashes],
        },
    )


def _clash(clash: Clash, catalogue: Catalogue) -> tuple[object, str, list[Report]]:
    """The finding in which figures differ, their unit, and the statements."""
    finding = next(f for f in catalogue.archive.findings if f.id == clash.finding)
    return finding, clash.unit, _reports(DISAGREEMENTS, clash.claims, catalogue)


def _reports(here: str, refs: tuple[str, ...], catalogue: Catalogue) -> list[Report]:
    return [report(here, s, catalogue) for s in catalogue.statements(refs)]


def _disagreement(disagreement: Disagreement, catalogue: Catalogue) -> Page:
    here = disagreement_file(disagreement.id)
    filled = [
        (report(here, s, catalogue), cells)
        for s in catalogue.statements(disagreement.claims)
        for cells in _figures(s, catalogue)
    ]
    used = _columns([cells for _, cells in filled])
    findings = [f for f in catalogue.archive.findings if f.id in disagreement.findings]
    return Page(
        path=here,
        title=disagreement.title,
        template="disagreement",
        description=f"{disagreement.title} What the sources say, side by side.",
        record=disagreement.model_dump(mode="json", exclude_none=True, exclude={"note", "title"}),
        content={
            "disagreement": disagreement,
            "columns": [COLUMNS[n] for n in used],
            "rows": [Row(shown, tuple(cells[n] for n in used)) for shown, cells in filled],
            "findings": all_shown(findings, catalogue),
        },
        wide=True,
    )


def _columns(rows: list[tuple[str, ...]]) -> list[int]:
    """The columns that some row fills; none where there are not two figures to be compared."""
    if sum(any(cells) for cells in rows) < PAIR:
        return []
    return [n for n in range(len(COLUMNS)) if any(cells[n] for cells in rows)]


def _figures(statement: Statement, catalogue: Catalogue) -> list[tuple[str, ...]]:
    """The cells of each figure; one row of empty ones where a statement has none."""
    figures = statement.claim.figures
    return [_cells(f, catalogue) for f in figures] or [("",) * len(COLUMNS)]


def _cells(figure: Figure, catalogue: Catalogue) -> tuple[str, ...]:
    as_of = in_words(figure.as_of) if figure.as_of else ""
    return amount(figure), figure.unit, figure.scope or "", as_of, place_name(figure, catalogue)
