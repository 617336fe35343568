"""A finding's evidence → its statuses, because nobody's taste may decide what a reader should make of it.

Each status has one rule, and all that hold are given, with the reason in words:

- *denied*: a claim denies the statement.
- *disputed*: a disagreement of the kind “really different” puts the statement at issue.
- *corrected*: an editor's correction concerns at least one of its claims.
- *several origins*: two or more independent origins stand behind it, whether inferred links are followed or
  not; *single origin*: otherwise. An editor's decision takes the place of both counts.

They are given in this order; the first is the primary one. A correction that does not concern all of the
claims comes last: the rest still say it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from build_tools.model.archive import Count, Document, Standing, Statement, Status
from build_tools.model.base import ClaimRef
from build_tools.model.evidence import Difference, Disagreement, Finding
from build_tools.model.record import NoteKind
from build_tools.text.prose import count
from build_tools.text.showing import listed

SEVERAL = 2
"""From how many independent origins on they are several."""


def corrected(documents: Iterable[Document]) -> frozenset[ClaimRef]:
    """Refs of the claims that an editor's correction concerns."""
    return frozenset(
        ClaimRef.of(d.record.slug, claim)
        for d in documents
        for note in d.record.notes
        if note.kind is NoteKind.CORRECTION
        for claim in note.claims
    )


def counted(finding: Finding, count: Count) -> int:
    """How many origins hold: the editor's number where there is one, else the lower of the two counts."""
    if finding.decision:
        return finding.decision.origins
    return min(len(count.origins), len(count.stated_origins))


def standings(
    findings: Iterable[Finding],
    counts: Mapping[str, Count],
    disagreements: Iterable[Disagreement],
    statements: Mapping[ClaimRef, Statement],
    wrong: frozenset[str],
) -> dict[str, tuple[Standing, ...]]:
    """Every finding's statuses, the primary one first. `wrong`: refs of corrected claims."""
    disputes: dict[str, list[Disagreement]] = {}
    for one in disagreements:
        if Difference.REAL in one.differences:
            for name in one.findings:
                disputes.setdefault(name, []).append(one)
    return {
        f.id: (
            *_denied(f, statements),
            *_disputed(disputes.get(f.id, [])),
            *_corrected(f, wrong, whole=True),
            _origins(f, counts[f.id]),
            *_corrected(f, wrong, whole=False),
        )
        for f in findings
    }


def _denied(finding: Finding, statements: Mapping[ClaimRef, Statement]) -> Iterator[Standing]:
    if finding.denied_by:
        who = dict.fromkeys(statements[ref].claim.said_by for ref in finding.denied_by)
        yield Standing(Status.DENIED, f"It is denied by {listed(who)}.")


def _disputed(disagreements: list[Disagreement]) -> Iterator[Standing]:
    if disagreements:
        titles = listed(f"“{d.title}”" for d in disagreements)
        yield Standing(Status.DISPUTED, f"Sources really differ on it: {titles}")


def _corrected(finding: Finding, wrong: frozenset[str], *, whole: bool) -> Iterator[Standing]:
    """The status if it concerns all claims (`whole`), or if it concerns some only."""
    concerned = [ref for ref in finding.claims if ref in wrong]
    total = len(finding.claims)
    if not concerned or (len(concerned) == total) is not whole:
        return
    if whole:
        which = "Each of its statements" if total > 1 else "Its one statement"
    else:
        which = f"{len(concerned)} of its {total} statements"
    verb = "are" if len(concerned) > 1 and not whole else "is"
    yield Standing(Status.CORRECTED, f"{which} {verb} corrected by an editor’s note.", whole=whole)


def _origins(finding: Finding, computed: Count) -> Standing:
    number = counted(finding, computed)
    status = Status.SEVERAL if number >= SEVERAL else Status.SINGLE
    with_inferred, without = len(computed.origins), len(computed.stated_origins)
    if finding.decision:
        reason = f"The editor counts {number}; computed: {with_inferred}."
    elif status is Status.SEVERAL:
        reason = f"{count(number, 'independent origin')} {_hold(with_inferred, without)}."
    elif max(with_inferred, without) == number:
        reason = "Everything leads back to one origin."
    elif with_inferred < SEVERAL:
        reason = f"Inferred links lead back to one origin; without them {without} would have to be counted."
    else:
        reason = f"That there are {with_inferred} origins rests on inferred links."
    return Standing(status, reason)


def _hold(with_inferred: int, without: int) -> str:
    if with_inferred == without:
        return "stand behind it"
    return f"at least: {with_inferred} with inferred links, {without} without"
