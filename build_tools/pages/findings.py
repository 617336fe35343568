"""Archive → the findings and a page for each: who says so, how many independent times, who denies it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from build_tools.model.archive import Status
from build_tools.model.evidence import Disagreement, Finding, Origin
from build_tools.model.vocabulary import Entity
from build_tools.pages.catalogue import Catalogue, finding_file
from build_tools.pages.page import Page
from build_tools.pages.reports import Place, Shown, all_shown, places, report, shown
from build_tools.text.prose import count, tally
from build_tools.text.wording import status

NAMES = 12
"""So many names are shown with a finding at most, those that most of its statements mention first."""

_MEANINGS = {
    Status.DENIED: "Somebody denies what is said.",
    Status.DISPUTED: "Sources really differ.",
    Status.CORRECTED: "Every statement is corrected by an editor’s note.",
    Status.SEVERAL: "Two reports or more found out for themselves.",
    Status.SINGLE: "However many reports: all lead back to one.",
}


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list, and a page for each finding."""
    yield _index(catalogue)
    for finding in catalogue.archive.findings:
        yield _finding(finding, catalogue)


def _primary(finding: Finding, catalogue: Catalogue) -> Status:
    return catalogue.archive.standings[finding.id][0].status


def _index(catalogue: Catalogue) -> Page:
    counts = catalogue.archive.counts
    order = {s: n for n, s in enumerate(Status)}
    ranked = sorted(
        catalogue.archive.findings,
        key=lambda f: (
            order[_primary(f, catalogue)],
            -len(counts[f.id].origins),
            -counts[f.id].reports,
            f.id,
        ),
    )
    groups = [
        (one, _MEANINGS[one], all_shown(same, catalogue))
        for one, same in groupby(ranked, key=lambda f: _primary(f, catalogue))
    ]
    return Page(
        path="findings/index.md",
        title="Findings",
        template="findings",
        description="Statements that several passages share, and how many origins stand behind each.",
        content={"groups": groups, "matrix": _matrix(groups, catalogue), "total": len(ranked)},
    )


def _matrix(
    groups: list[tuple[Status, str, tuple[Shown, ...]]], catalogue: Catalogue
) -> list[tuple[object, list[int], int]]:
    """By topic: how many findings of each primary status, and in all; empty topics are left out."""
    numbers = [Counter(t.id for s in entries for t in s.topics) for _, _, entries in groups]
    rows = [(t, [n[t.id] for n in numbers]) for t in catalogue.archive.topics]
    return [(topic, row, sum(row)) for topic, row in rows if any(row)]


def _finding(finding: Finding, catalogue: Catalogue) -> Page:
    archive = catalogue.archive
    counted = archive.counts[finding.id]
    here = finding_file(finding.id)
    at_issue = catalogue.at_issue_in.get(finding.id, ())
    return Page(
        path=here,
        title=finding.statement,
        template="finding",
        description=f"{finding.statement} {tally(finding, counted)}.",
        record={
            "id": finding.id,
            "status": [status(s) for s in archive.standings[finding.id]],
            "reports": counted.reports,
            "origins": list(counted.origins),
            "stated_origins": list(counted.stated_origins),
        },
        content={
            "finding": finding,
            "shown": shown(finding, catalogue),
            "standings": [(status(s), s.reason) for s in archive.standings[finding.id]],
            "origins": _origin_names(counted.origins, catalogue),
            "stated": _origin_names(counted.stated_origins, catalogue)
            if counted.stated_origins != counted.origins
            else [],
            "computed": f"{count(len(counted.origins), 'independent origin')}",
            "reports": [report(here, s, catalogue) for s in catalogue.statements(finding.claims)],
            "denials": [report(here, s, catalogue) for s in catalogue.statements(finding.denied_by)],
            "at_issue": _placed(at_issue, catalogue),
            "touched": _placed(_touched(finding, at_issue, catalogue), catalogue),
            "clashes": [c for c in archive.clashes if c.finding == finding.id],
            "names": _names(finding, catalogue),
            "neighbours": _neighbours(finding, catalogue),
        },
    )


def _origin_names(ids: tuple[str, ...], catalogue: Catalogue) -> list[tuple[str, Origin | None, str]]:
    """Each origin's id, its entry (None where a source reported for itself), and a name."""
    return [
        (i, o, o.publisher if o else _itself(i, catalogue)) for i in ids for o in [catalogue.origins.get(i)]
    ]


def _itself(slug: str, catalogue: Catalogue) -> str:
    return f"{catalogue.outlet(catalogue.records[slug])} itself"


def _placed(
    disagreements: Iterable[Disagreement], catalogue: Catalogue
) -> list[tuple[Disagreement, tuple[Place, ...]]]:
    """Each with the paragraphs that differ."""
    return [(d, places(catalogue.statements(d.claims), catalogue)) for d in disagreements]


def _touched(
    finding: Finding, at_issue: tuple[Disagreement, ...], catalogue: Catalogue
) -> list[Disagreement]:
    """Disagreements on something else in which its statements stand."""
    refs = (*finding.claims, *finding.denied_by)
    found = {d.id: d for ref in refs for d in catalogue.disagreements_of.get(ref, ())}
    return [d for d in found.values() if d not in at_issue]


def _names(finding: Finding, catalogue: Catalogue) -> list[Entity]:
    mentioned = Counter(e for ref in finding.claims for e in catalogue.entities_of.get(ref, ()))
    ranked = sorted(mentioned, key=lambda e: (-mentioned[e], catalogue.entities[e].name.casefold()))
    return [catalogue.entities[e] for e in ranked[:NAMES]]


def _neighbours(finding: Finding, catalogue: Catalogue) -> tuple[Shown, ...]:
    """Findings that share a statement with it."""
    found = {f.id: f for ref in finding.claims for f in catalogue.findings_of[ref] if f.id != finding.id}
    return all_shown(found.values(), catalogue)
