"""Something that a sentence may rest on → its state in one line, because a change of it must be seen.

The line is what `overviews.yml` keeps of the last reading, so that a person can compare the two.
"""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model.archive import Count, StatusReason
from build_tools.model.evidence import Disagreement, Finding
from build_tools.model.record import Claim, Record
from build_tools.text.attribution_words import tell_modality
from build_tools.text.claim_words import write_status
from build_tools.text.english import count_noun, tell_differences, write_tally


def mark_finding(finding: Finding, counted: Count, standings: Iterable[StatusReason]) -> str:
    """`Planned, according to iStories, October 2024; 2 reports, 1 independent origin; single origin`."""
    statuses = ", ".join(map(write_status, standings))
    return f"{tell_modality(finding)}; {write_tally(finding, counted)}; {statuses}"


def mark_claim(claim: Claim, origin: str, *, corrected: bool) -> str:
    """`Said by Osechkin, wording: estimated; from AP; corrected`. `origin`: where its chain leads."""
    words = f"Said by {claim.said_by}, wording: {claim.wording}; from {origin}"
    return f"{words}; corrected" if corrected else words


def mark_disagreement(disagreement: Disagreement) -> str:
    """`Sources differ: error in retelling; 3 statements`."""
    kind = disagreement.kind.value.capitalize()
    return f"{kind}: {tell_differences(disagreement)}; {count_noun(len(disagreement.claims), 'statement')}"


def mark_source(record: Record) -> str:
    """`20 statements; retells istories, efe`."""
    retold = ", ".join(retelling.origin for retelling in record.retells)
    words = count_noun(len(record.claims), "statement")
    return f"{words}; retells {retold}" if retold else words
