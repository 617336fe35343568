"""Findings + statements → how many reports and how many independent origins, because five may be two.

The origin of a claim is the first link of its chain that published a report of its own (`Link.origin`). Who
is named before it spoke to that report; who comes after it passed it on. A chain without such a link leads to
the source itself: it reported what its speakers said.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from build_tools.model.archive import Count, Statement
from build_tools.model.base import ClaimRef
from build_tools.model.evidence import Finding
from build_tools.relate.lineage import Lineage


def first_origin(statement: Statement, *, inferred: bool) -> str:
    """Id of the claim's origin, or its source's slug where the source reported for itself.

    `inferred` tells whether links that we only infer are followed.
    """
    record = statement.document.record
    links = (x for x in record.chain_of(statement.claim) if inferred or not x.inferred)
    return next((x.origin for x in links if x.origin), record.slug)


def count(statements: Iterable[Statement], lineage: Lineage) -> Count:
    """Reports and origins of claims that say the same; two claims of one source are one report."""
    counted = tuple(statements)
    return Count(
        reports=len({s.document.record.slug for s in counted}),
        origins=lineage.independent(first_origin(s, inferred=True) for s in counted),
        stated_origins=lineage.independent(first_origin(s, inferred=False) for s in counted),
    )


def counts(
    statements: Mapping[ClaimRef, Statement], findings: Iterable[Finding], lineage: Lineage
) -> dict[str, Count]:
    """The count of every finding. An editor's decision stands beside it, it does not change it."""
    return {f.id: count((statements[ref] for ref in f.claims), lineage) for f in findings}
