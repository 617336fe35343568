"""Archive → tables of what is found in it as a whole: findings by status, figures that differ.

Ranks and counts are made once for all pages of a list: a page then reads the findings that it shows, and no
others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property

from build_tools.index import lookups
from build_tools.index.lookups import StatementStretch, group_pairs
from build_tools.index.table import Table
from build_tools.index.tables import STRETCH, Tables
from build_tools.model.archive import Archive, Clash, Status
from build_tools.model.base import ClaimRef
from build_tools.model.evidence import Finding
from build_tools.model.overviews import Door, Overview

ARCHIVE_OVERVIEW = "*"
"""Where the overview of the whole stands among those of topics: no topic is called so."""


class FindingTables(Tables):
    """The tables, with those that lists and overviews are made from."""

    @cached_property
    def findings_of_status(self) -> Table[str, tuple[str, ...]]:
        """By primary status, those that need caution first: ids of its findings, the best supported first."""
        return self._make_table("findings_of_status", rank_findings_by_status(self._archive))

    @cached_property
    def finding_neighbours(self) -> Table[str, tuple[str, str]]:
        """By finding: the one before it and the one after it in the list of findings; empty at the ends."""
        ranked = [name for names in rank_findings_by_status(self._archive).values() for name in names]
        beside = zip(["", *ranked], [*ranked[1:], ""], strict=False)
        return self._make_table("finding_neighbours", dict(zip(ranked, beside, strict=True)))

    @cached_property
    def statuses_of_topic(self) -> Table[str, Mapping[str, int]]:
        """By topic: how many findings on it have a primary status. Topics without any are left out."""
        return self._make_table("statuses_of_topic", count_statuses_by_topic(self._archive))

    @cached_property
    def findings_of_topic(self) -> Table[str, tuple[str, ...]]:
        """By topic, narrower ones included: ids of its findings, by year, then by weight."""
        return self._make_table("findings_of_topic", list_findings_of_topics(self._archive))

    @cached_property
    def several_of_topic(self) -> Table[str, int]:
        """By topic: how many of these come from several origins."""
        rows = {
            topic: sum(_has_several(self._archive, name) for name in names)
            for topic, names in list_findings_of_topics(self._archive).items()
        }
        return self._make_table("several_of_topic", rows)

    @cached_property
    def findings_of_entity(self) -> Table[str, tuple[str, ...]]:
        """By entity: ids of the findings with a statement that mentions it, the best supported first."""
        ranked = rank_findings(self._archive)
        rows = list_findings_of(self._archive.by_entity, ranked)
        return self._make_table("findings_of_entity", rows)

    @cached_property
    def findings_of_origin(self) -> Table[str, tuple[str, ...]]:
        """By origin: ids of the findings with a statement that begins there, the best supported first."""
        rows = list_findings_of(self._claims_by_origin, rank_findings(self._archive))
        return self._make_table("findings_of_origin", rows)

    @cached_property
    def loose_claims_of_entity(self) -> Table[str, tuple[ClaimRef, ...]]:
        """By entity: the claims that mention it and stand in no finding, in the archive's order."""
        held = {ref for finding in self._archive.findings for ref in finding.claims}
        rows = {
            entity: tuple(ref for ref in refs if ref not in held)
            for entity, refs in self._archive.by_entity.items()
        }
        return self._make_table("loose_claims_of_entity", rows)

    @cached_property
    def disagreements_of_topic(self) -> Table[str, tuple[str, ...]]:
        """By topic, narrower ones included: ids of the disagreements that a statement on it stands in."""
        return self._make_table("disagreements_of_topic", list_disagreements_of_topics(self._archive))

    @cached_property
    def stretches(self) -> Table[str, StatementStretch]:
        """By number, from `1`: the statements, five hundred at a time."""
        return self._make_table("stretches", lookups.list_stretches(self._archive, STRETCH))

    @cached_property
    def members(self) -> Table[str, Mapping[str, tuple[int, ...]]]:
        """`findings` and `disagreements`: by id, the numbers of their statements, in the order of Explore."""
        findings, disagreements = lookups.list_members(self._archive)
        return self._make_table("members", {"findings": findings, "disagreements": disagreements})

    @cached_property
    def overviews(self) -> Table[str, Overview]:
        """By topic; that of the whole under `ARCHIVE_OVERVIEW`."""
        overviews = self._archive.overviews
        whole: dict[str, Overview] = {ARCHIVE_OVERVIEW: overviews.archive} if overviews.archive else {}
        rows = whole | {overview.topic: overview for overview in overviews.topics}
        return self._make_table("overviews", rows, lambda overview: overview.model_dump_json())

    @cached_property
    def doors(self) -> Table[str, tuple[Door, ...]]:
        """`all`: where a reader who knows nothing may begin."""
        return self._make_table("doors", {"all": self._archive.overviews.doors})

    @cached_property
    def clashes(self) -> Table[str, tuple[Clash, ...]]:
        """`all`: figures that differ and that no disagreement speaks of."""
        return self._make_table("clashes", {"all": self._archive.clashes})

    @cached_property
    def findings_of_disagreement(self) -> Table[str, tuple[str, ...]]:
        """By disagreement: ids of the findings that it puts at issue."""
        return self._make_table("findings_of_disagreement", list_findings_at_issue(self._archive))


def list_disagreements_of_topics(archive: Archive) -> dict[str, tuple[str, ...]]:
    """By topic, in the archive's order of disagreements."""
    topics_of = group_pairs((ref, topic) for topic, refs in archive.by_topic.items() for ref in refs)
    return group_pairs(
        (topic, disagreement.id)
        for disagreement in archive.disagreements
        for topic in sorted({topic for ref in disagreement.claims for topic in topics_of.get(ref, ())})
    )


def list_findings_at_issue(archive: Archive) -> dict[str, tuple[str, ...]]:
    """By disagreement, in the archive's order of findings."""
    disputes = group_pairs((name, d.id) for d in archive.disagreements for name in d.findings)
    return group_pairs((name, f.id) for f in archive.findings for name in disputes.get(f.id, ()))


def rank_findings_by_status(archive: Archive) -> dict[str, tuple[str, ...]]:
    """Ids of findings by primary status; more origins rank before more reports."""
    ranked = rank_findings(archive)
    names_of = group_pairs((archive.standings[f.id][0].status.value, f.id) for f in ranked)
    return {status.value: names_of[status.value] for status in _LISTED if status.value in names_of}


def rank_findings(archive: Archive) -> list[Finding]:
    """The best supported first: more origins rank before more reports."""

    def rank(finding: Finding) -> tuple[int, int, str]:
        counted = archive.counts[finding.id]
        return -counted.lowest, -counted.reports, finding.id

    return sorted(archive.findings, key=rank)


def list_findings_of(
    refs_of: Mapping[str, Iterable[ClaimRef]], findings: Iterable[Finding]
) -> dict[str, tuple[str, ...]]:
    """Of whatever has claims: ids of the findings in which one of these stands, in the findings' order."""
    names_of = group_pairs((ref, name) for name, refs in refs_of.items() for ref in refs)
    found: dict[str, dict[str, None]] = {name: {} for name in refs_of}
    for finding in findings:
        for name in {name for ref in finding.claims for name in names_of.get(ref, ())}:
            found[name][finding.id] = None
    return {name: tuple(ids) for name, ids in found.items()}


def _has_several(archive: Archive, finding: str) -> bool:
    return any(standing.status is Status.SEVERAL for standing in archive.standings[finding])


_LISTED = (
    Status.SEVERAL,
    Status.DENIED,
    Status.DISPUTED,
    Status.CORRECTED,
    Status.SINGLE,
    Status.UNTRACED,
)
"""The order of the list: first what is best supported, then what needs caution, then the long rest."""


def list_findings_of_topics(archive: Archive) -> dict[str, tuple[str, ...]]:
    """By topic: ids of the findings with a statement on it or on a narrower one; by year, then by weight.

    The one answer to how many findings a topic has, wherever the number stands.
    """
    return list_findings_of(archive.by_topic, sort_findings(archive.findings, archive))


def sort_findings(findings: Iterable[Finding], archive: Archive) -> list[Finding]:
    """By the year that they are about, then those with the most origins and reports first."""

    def rank(finding: Finding) -> tuple[int, int, int, str]:
        counted = archive.counts[finding.id]
        return finding.when.span[0].year, -counted.lowest, -counted.reports, finding.id

    return sorted(findings, key=rank)


def count_statuses_by_topic(archive: Archive) -> dict[str, Counter[str]]:
    """In the archive's order of topics."""
    counts: dict[str, Counter[str]] = {topic.id: Counter() for topic in archive.topics}
    for topic, names in list_findings_of_topics(archive).items():
        counts[topic].update(archive.standings[name][0].status.value for name in names)
    return {topic: counted for topic, counted in counts.items() if counted}
