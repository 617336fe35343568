"""A source → how its statements stand among the others': alone, shared, denied, corrected, at odds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from build_tools.model.archive import Document
from build_tools.model.evidence import Disagreement, Finding
from build_tools.model.record import Claim, Record
from build_tools.pages.catalogue import Catalogue
from build_tools.text.prose import count
from build_tools.text.showing import listed

Claims = tuple[Claim, ...]
E = TypeVar("E", Finding, Disagreement)


@dataclass(frozen=True, slots=True)
class Standings:
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


def standings(document: Document, catalogue: Catalogue) -> Standings | None:
    """How the statements stand; None for a source without any."""
    record = document.record
    if not record.claims:
        return None
    others = {c.id: _others(record, c, catalogue) for c in record.claims}
    alone = tuple(c for c in record.claims if not others[c.id])
    slugs = [d.record.slug for d in catalogue.archive.documents]
    shared = tuple(
        (catalogue.records[slug], catalogue.outlet(catalogue.records[slug]), claims)
        for slug in slugs
        if (claims := tuple(c for c in record.claims if slug in others[c.id]))
    )
    corrected = tuple(c for c in record.claims if f"{record.slug}#{c.id}" in catalogue.archive.corrected)
    denied = _by(record, [f for f in catalogue.archive.findings if f.denied_by])
    return Standings(
        summary=_summary(record, alone, corrected, _all(denied)),
        shared=shared,
        alone=alone,
        corrected=corrected,
        denied=denied,
        denies=tuple((f, claims) for f in catalogue.archive.findings if (claims := _of(record, f.denied_by))),
        differing=_by(record, catalogue.archive.disagreements),
    )


def _others(record: Record, claim: Claim, catalogue: Catalogue) -> set[str]:
    """Slugs of the other sources with a statement in a finding of this one."""
    findings = catalogue.findings_of.get(f"{record.slug}#{claim.id}", ())
    return {ref.partition("#")[0] for f in findings for ref in f.claims} - {record.slug}


def _of(record: Record, refs: Iterable[str]) -> Claims:
    wanted = set(refs)
    return tuple(c for c in record.claims if f"{record.slug}#{c.id}" in wanted)


def _by(record: Record, entries: Iterable[E]) -> tuple[tuple[E, Claims], ...]:
    """The entries in which the source's claims stand, with those claims."""
    return tuple((entry, claims) for entry in entries if (claims := _of(record, entry.claims)))


def _all(rows: Iterable[tuple[object, Claims]]) -> set[str]:
    return {c.id for _, claims in rows for c in claims}


def _summary(record: Record, alone: Claims, corrected: Claims, denied: set[str]) -> str:
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
    both = listed(filter(None, parts))
    tail = listed(filter(None, tails)) if any(tails) else ""
    return f"Of {count(total, 'statement')}, {both}{f'; {tail}' if tail else ''}."


def _are(number: int) -> str:
    return "is" if number == 1 else "are"
