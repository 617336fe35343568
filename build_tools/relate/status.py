"""A finding's evidence → its statuses, because nobody's taste may decide what a reader should make of it.

Each status has one rule, and all that hold are given, with the reason in words:

- *denied*: somebody denies what the statement says, or a part of it; by whom, when and which part is told.
- *disputed*: a disagreement between sources of the kind “really different” puts the statement at issue.
- *corrected*: an editor's correction says that it touches the statement. One that concerns something else
  that the same claims say does not mark it.
- *several origins*: two or more independent origins stand behind it, whichever inferred links hold;
  *single origin*: one, or nobody knows whether there are more; *origin not traced*: nothing that is sure
  to be more than an agency's background. An editor's decision takes the place of the counts.

They are given in this order; the first is the primary one. A correction that does not concern all of the
claims comes last: the rest still say it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from build_tools.model.archive import Count, Status, StatusReason
from build_tools.model.base import ClaimRef
from build_tools.model.evidence import Difference, Disagreement, DisagreementKind, Finding
from build_tools.model.record import NoteKind, Record
from build_tools.text.attribution_words import tell_denial
from build_tools.text.english import count_noun
from build_tools.text.terminal import join_with_and

SEVERAL = 2
"""From how many independent origins on they are several."""


def list_corrected(records: Iterable[Record]) -> frozenset[ClaimRef]:
    """Refs of the claims that an editor's correction concerns."""
    return frozenset(
        ClaimRef.of(record.slug, claim)
        for record in records
        for note in record.notes
        if note.kind is NoteKind.CORRECTION
        for claim in note.claims
    )


def list_corrections(records: Iterable[Record]) -> dict[str, frozenset[ClaimRef]]:
    """By finding: refs of the claims of the corrections that touch its statement."""
    touched: dict[str, set[ClaimRef]] = {}
    for record in records:
        for note in record.notes:
            refs = [ClaimRef.of(record.slug, claim) for claim in note.claims]
            for finding in note.findings:
                touched.setdefault(finding, set()).update(refs)
    return {finding: frozenset(refs) for finding, refs in touched.items()}


def choose_count(finding: Finding, count: Count) -> int:
    """How many origins hold: the editor's number where there is one, else how many are sure."""
    if finding.decision:
        return finding.decision.origins
    return count.lowest


def find_statuses(
    findings: Iterable[Finding],
    counts: Mapping[str, Count],
    disagreements: Iterable[Disagreement],
    corrections: Mapping[str, frozenset[ClaimRef]],
) -> dict[str, tuple[StatusReason, ...]]:
    """Every finding's statuses, the primary one first. `corrections`: as of `list_corrections`."""
    disputes: dict[str, list[Disagreement]] = {}
    for disagreement in disagreements:
        if disagreement.kind is DisagreementKind.SOURCES and Difference.REAL in disagreement.differences:
            for name in disagreement.findings:
                disputes.setdefault(name, []).append(disagreement)
    return {
        f.id: (
            *_find_denied(f),
            *_find_disputed(disputes.get(f.id, [])),
            *_find_corrected(f, corrections, whole=True),
            _judge_origins(f, counts[f.id]),
            *_find_corrected(f, corrections, whole=False),
        )
        for f in findings
    }


def _find_denied(finding: Finding) -> Iterator[StatusReason]:
    if finding.denied_by:
        yield StatusReason(Status.DENIED, " ".join(dict.fromkeys(map(tell_denial, finding.denied_by))))


def _find_disputed(disagreements: list[Disagreement]) -> Iterator[StatusReason]:
    if disagreements:
        titles = join_with_and(f"“{d.title}”" for d in disagreements)
        yield StatusReason(Status.DISPUTED, f"Sources really differ on it: {titles}")


def _find_corrected(
    finding: Finding, corrections: Mapping[str, frozenset[ClaimRef]], *, whole: bool
) -> Iterator[StatusReason]:
    """The status if it concerns all claims (`whole`), or if it concerns some only."""
    if finding.id not in corrections:
        return
    concerned = [ref for ref in finding.claims if ref in corrections[finding.id]]
    total = len(finding.claims)
    if (len(concerned) == total) is not whole:
        return
    if whole:
        which = "Each of its statements" if total > 1 else "Its one statement"
    else:
        which = f"{len(concerned)} of its {total} statements"
    if not concerned:
        which = "A part of what it says"
    verb = "are" if len(concerned) > 1 and not whole else "is"
    yield StatusReason(Status.CORRECTED, f"{which} {verb} corrected by an editor’s note.", whole=whole)


def _judge_origins(finding: Finding, computed: Count) -> StatusReason:
    number = choose_count(finding, computed)
    if finding.decision:
        reason = f"The editor counts {number}; the chains alone give {len(computed.origins)}."
    elif computed.is_sure:
        reason = _tell_sure(computed)
    else:
        reason = tell_unsure(computed)
    return StatusReason(_status_of(number), reason)


def _status_of(origins: int) -> Status:
    if origins >= SEVERAL:
        return Status.SEVERAL
    return Status.SINGLE if origins else Status.UNTRACED


def _tell_sure(computed: Count) -> str:
    if computed.lowest >= SEVERAL:
        return f"{count_noun(computed.lowest, 'independent origin')} stand behind it."
    if computed.lowest:
        return "Everything leads back to one origin."
    return "It goes back to background that an agency adds to its reports; from where was not traced."


def tell_unsure(computed: Count) -> str:
    """Why nobody can say how many origins there are, where inferred links make a difference."""
    if not computed.lowest:
        return "It may go back to background that an agency adds to its reports: by inferred links it does."
    least = f"At least {count_noun(computed.lowest, 'independent origin')}"
    if computed.highest > max(len(computed.origins), len(computed.stated_origins)):
        return f"{least}: if some inferred links hold and others do not, there are up to {computed.highest}."
    if len(computed.origins) < len(computed.stated_origins):
        unknown = f"without them it is not known whether there are more, up to {computed.highest}"
        return f"{least}: inferred links join what the sources themselves do not; {unknown}."
    return f"{least}: that there are {computed.highest} rests on inferred links."
