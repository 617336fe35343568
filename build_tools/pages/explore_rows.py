"""Statements, figures, sources → the words of their rows in Explore, the same in its pages and its parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.index import Index
from build_tools.model.base import ClaimRef
from build_tools.model.record import Figure, Record
from build_tools.pages.statement_reports import list_marks
from build_tools.text.claim_words import write_leading_amount
from build_tools.text.english import capitalise, claim_name, tell_differences, write_tally
from build_tools.text.labels import tell_wording
from build_tools.text.written_dates import write_date, write_day


@dataclass(frozen=True, slots=True)
class FindingMark:
    """A finding that a statement stands in."""

    id: str
    statement: str
    status: str
    """The primary one."""


@dataclass(frozen=True, slots=True)
class ExploreFigureRow:
    """One figure of a statement."""

    amount: str
    what: str
    """Unit and place: `people, Lisbon`."""
    scope: str
    as_of: str
    """A dash where nothing is said."""
    statement: ExploreStatementRow
    """For who says it, and where."""


@dataclass(frozen=True, slots=True)
class ExploreStatementRow:
    """One statement."""

    slug: str
    claim: str
    """Its id within the source."""
    text: str
    said_by: str
    wording: str
    source: str
    """Outlet and place in the source, `Lusa, ¶ 3.2`, the latter on one line."""
    published: str
    findings: tuple[FindingMark, ...]


@dataclass(frozen=True, slots=True)
class ExploreFindingRow:
    """One finding."""

    id: str
    statement: str
    tally: str
    """How many reports and origins, and what these do not show: `1 report, 1 independent origin; denied`."""
    when: str
    """What it is about, or when it was said."""
    statements: str


@dataclass(frozen=True, slots=True)
class ExploreDisagreementRow:
    """One disagreement."""

    id: str
    title: str
    differences: str
    """How the versions differ."""
    statements: str


@dataclass(frozen=True, slots=True)
class ExploreSourceRow:
    """One source."""

    record: Record
    published: str
    outlet: str
    statements: str


def make_statement_row(index: Index, ref: ClaimRef) -> ExploreStatementRow:
    """The row of a statement."""
    statement = index.statements[ref]
    record, claim = statement.record, statement.claim
    # `¶ 3.2` must not be broken between sign and number
    name = claim_name(claim, record).replace(" ", "\u00a0")
    marks = (
        FindingMark(finding.id, finding.statement, index.standings[finding.id][0].status.value)
        for finding in index.findings_holding(ref)
    )
    return ExploreStatementRow(
        record.slug,
        claim.id,
        claim.text,
        claim.said_by,
        tell_wording(claim.wording),
        f"{index.name_outlet(record)}, {name}",
        write_day(record.published.date),
        tuple(marks),
    )


def list_figure_rows(index: Index, rows: Iterable[ExploreStatementRow]) -> Iterator[ExploreFigureRow]:
    """The figures of statements, in their order."""
    for row in rows:
        claim = index.statements[ClaimRef.of(row.slug, row.claim)].claim
        yield from (_make_figure_row(index, row, figure) for figure in claim.figures)


def _make_figure_row(index: Index, row: ExploreStatementRow, figure: Figure) -> ExploreFigureRow:
    place = index.entities.get(figure.place or "")
    return ExploreFigureRow(
        write_leading_amount(figure),
        f"{figure.unit}, {place.name}" if place else figure.unit,
        figure.scope or "",
        write_date(figure.as_of) if figure.as_of else "–",
        row,
    )


def make_source_row(index: Index, slug: str) -> ExploreSourceRow:
    """The row of a source."""
    record = index.records[slug]
    return ExploreSourceRow(
        record, write_day(record.published.date), index.name_outlet(record), f"{len(record.claims):,}"
    )


def make_finding_row(index: Index, name: str) -> ExploreFindingRow:
    """The row of a finding."""
    finding = index.findings[name]
    tally = write_tally(finding, index.counts[name])
    words = "; ".join((tally, *list_marks(finding, index.standings[name])))
    refs = {*finding.claims, *finding.denials}
    return ExploreFindingRow(name, finding.statement, words, write_date(finding.when), f"{len(refs):,}")


def make_disagreement_row(index: Index, name: str) -> ExploreDisagreementRow:
    """The row of a disagreement."""
    disagreement = index.disagreements[name]
    refs = {*disagreement.claims} or {
        ref for finding in disagreement.findings for ref in index.findings[finding].claims
    }
    differences = capitalise(tell_differences(disagreement))
    return ExploreDisagreementRow(name, disagreement.title, differences, f"{len(refs):,}")
