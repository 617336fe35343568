"""A source → how its statements stand among the others': alone, shared, denied, corrected, at odds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from build_tools.index import Index
from build_tools.model.base import ClaimRef
from build_tools.model.evidence import Disagreement, Finding
from build_tools.model.record import Claim, Record
from build_tools.text.english import count_noun
from build_tools.text.terminal import join_with_and

Claims = tuple[Claim, ...]
_Entry = TypeVar("_Entry", Finding, Disagreement)


@dataclass(frozen=True, slots=True)
class Corroboration:
    """What became of a source's statements beside those of others. A statement may stand in several rows."""

    summary: str
    shared: tuple[tuple[Record, str, Claims], ...]
    """Another source, its outlet's name, the statements that stand in a finding with one of its own."""
    alone: Claims
    """Statements that no other source shares."""
    corrected: Claims
    denied: tuple[tuple[Finding, Claims], ...]
    """A finding that is denied, and the statements that stand in it."""
    denies: tuple[tuple[Finding, Claims], ...]
    """A finding, and the statements that deny it."""
    differing: tuple[tuple[Disagreement, Claims], ...]


def find_corroboration(record: Record, index: Index) -> Corroboration | None:
    """How the statements stand; None for a source without any. As much work as it has statements."""
    if not record.claims:
        return None
    refs = {claim.id: ClaimRef.of(record.slug, claim.id) for claim in record.claims}
    findings = {claim.id: index.findings_holding(refs[claim.id]) for claim in record.claims}
    others = {name: _list_others(record, in_findings) for name, in_findings in findings.items()}
    alone = tuple(c for c in record.claims if not others[c.id])
    corrected = tuple(c for c in record.claims if index.is_corrected(refs[c.id]))
    denied = _group_by_entry((f, c) for c in record.claims for f in findings[c.id] if f.denied_by)
    return Corroboration(
        summary=_write_summary(record, alone, corrected, {c.id for _, claims in denied for c in claims}),
        shared=_list_shared(record, others, index),
        alone=alone,
        corrected=corrected,
        denied=denied,
        denies=_group_by_entry(
            (index.findings[name], c)
            for c in record.claims
            for name in index.findings_denied_by_claim.get(refs[c.id], ())
        ),
        differing=_group_by_entry(
            (d, c) for c in record.claims for d in index.disagreements_holding(refs[c.id])
        ),
    )


def _list_others(record: Record, findings: Iterable[Finding]) -> set[str]:
    """Slugs of the other sources with a statement in one of the findings."""
    return {ref.slug for finding in findings for ref in finding.claims} - {record.slug}


def _list_shared(
    record: Record, others: dict[str, set[str]], index: Index
) -> tuple[tuple[Record, str, Claims], ...]:
    """By date, as the archive orders its sources."""
    claims_by_slug: dict[str, list[Claim]] = {}
    for claim in record.claims:
        for slug in others[claim.id]:
            claims_by_slug.setdefault(slug, []).append(claim)
    met = [(index.records[slug], claims) for slug, claims in claims_by_slug.items()]
    met.sort(key=lambda pair: (pair[0].published.date, pair[0].slug))
    return tuple((shared_with, index.name_outlet(shared_with), tuple(claims)) for shared_with, claims in met)


def _group_by_entry(pairs: Iterable[tuple[_Entry, Claim]]) -> tuple[tuple[_Entry, Claims], ...]:
    """Each entry once, with its claims, in the order in which the source comes to it."""
    claims_of: dict[str, tuple[_Entry, list[Claim]]] = {}
    for entry, claim in pairs:
        claims_of.setdefault(entry.id, (entry, []))[1].append(claim)
    return tuple((entry, tuple(claims)) for entry, claims in claims_of.values())


def _write_summary(record: Record, alone: Claims, corrected: Claims, denied: set[str]) -> str:
    """Such as: Of 29 statements, 18 are shared with other sources and 11 stand alone; 3 are corrected."""
    total, single = len(record.claims), len(alone)
    parts = [
        f"{total - single} {_are(total - single)} shared with other sources" if total > single else "",
        f"{single} {'stands' if single == 1 else 'stand'} alone" if single else "",
    ]
    tails = [
        f"{len(corrected)} {_are(len(corrected))} corrected" if corrected else "",
        f"{len(denied)} {_are(len(denied))} denied" if denied else "",
    ]
    both = join_with_and(filter(None, parts))
    tail = join_with_and(filter(None, tails)) if any(tails) else ""
    return f"Of {count_noun(total, 'statement')}, {both}{f'; {tail}' if tail else ''}."


def _are(number: int) -> str:
    return "is" if number == 1 else "are"
