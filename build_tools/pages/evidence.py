"""Archive → the pages of what stands behind claims: findings, disagreements, origins."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.archive import Statement
from build_tools.model.evidence import Disagreement, Finding, Origin
from build_tools.pages.catalogue import DISAGREEMENTS, ORIGINS, Catalogue, finding_file
from build_tools.pages.indexes import supported
from build_tools.pages.page import Page
from build_tools.pages.prose import chain_words, figure_words, standing


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list of findings, a page for each, the disagreements, the origins."""
    yield _findings(catalogue)
    for finding in catalogue.archive.findings:
        yield _finding(finding, catalogue)
    yield _disagreements(catalogue)
    yield _origins(catalogue)


def _findings(catalogue: Catalogue) -> Page:
    counts = catalogue.archive.counts
    ranked = sorted(
        catalogue.archive.findings, key=lambda f: (-len(counts[f.id].origins), -counts[f.id].reports, f.id)
    )
    return Page(
        path="findings/index.md",
        title="Findings",
        template="findings",
        description="Statements that several passages share, and how many origins stand behind each.",
        content={"findings": supported(ranked, catalogue)},
    )


def _finding(finding: Finding, catalogue: Catalogue) -> Page:
    counted = catalogue.archive.counts[finding.id]
    return Page(
        path=finding_file(finding.id),
        title=finding.statement,
        template="finding",
        description=f"{finding.statement} {standing(counted)}.",
        record={"id": finding.id, "reports": counted.reports, "origins": list(counted.origins)},
        content={
            "finding": finding,
            "standing": standing(counted),
            "origins": _origin_names(counted.origins, catalogue),
            "rows": [_row(s, catalogue) for s in catalogue.statements(finding.claims)],
            "denials": [_row(s, catalogue) for s in catalogue.statements(finding.denied_by)],
            "disagreements": sorted(
                {d.id: d for ref in finding.claims for d in catalogue.disagreements_of.get(ref, ())}.values(),
                key=lambda d: d.id,
            ),
        },
    )


def _origin_names(ids: tuple[str, ...], catalogue: Catalogue) -> list[tuple[str, Origin | None]]:
    """Each origin's id with its entry, or None where a source reported for itself."""
    return [(i, catalogue.origins.get(i)) for i in ids]


def _row(statement: Statement, catalogue: Catalogue) -> dict[str, object]:
    record, claim = statement.document.record, statement.claim
    return {
        "record": record,
        "claim": claim,
        "outlet": catalogue.outlet(record),
        "chain": chain_words(record.chain_of(claim), catalogue.outlet(record)),
        "figures": [
            figure_words(f, catalogue.entities[f.place].name if f.place in catalogue.entities else "")
            for f in claim.figures
        ],
    }


def _disagreements(catalogue: Catalogue) -> Page:
    def rows(disagreement: Disagreement) -> list[dict[str, object]]:
        return [_row(s, catalogue) for s in catalogue.statements(disagreement.claims)]

    return Page(
        path=DISAGREEMENTS,
        title="Disagreements",
        template="disagreements",
        description="Where sources differ, side by side; nothing is averaged.",
        content={"disagreements": [(d, rows(d)) for d in catalogue.archive.disagreements]},
    )


def _origins(catalogue: Catalogue) -> Page:
    retold = catalogue.archive.by_origin
    return Page(
        path=ORIGINS,
        title="Origins",
        template="origins",
        description="The reports behind the reports: who told it first, and who passed it on.",
        content={
            "origins": [
                (
                    o,
                    [
                        (catalogue.records[s], catalogue.outlet(catalogue.records[s]))
                        for s in retold.get(o.id, ())
                    ],
                )
                for o in catalogue.archive.origins
            ],
            "entities": catalogue.entities,
            "by_id": catalogue.origins,
        },
    )
