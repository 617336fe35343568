"""Documents + origins → sources by origin, because five articles may be one report told five times."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model.evidence import Origin
from build_tools.model.record import Record


def list_retold(record: Record) -> frozenset[str]:
    """Ids of the origins that a source retells: those it lists, and those its claims' chains pass through."""
    listed = {r.origin for r in record.retells}
    links = [link for claim in record.claims for link in record.chain_of(claim) if link.origin]
    # a report that comes after one other is that other, retold; of several nobody can tell which
    before = {report for link in links if len(link.after) == 1 for report in link.after}
    return frozenset(listed | before | {str(link.origin) for link in links})


def by_origin(records: Iterable[Record], origins: Iterable[Origin]) -> dict[str, tuple[str, ...]]:
    """Slugs of the sources that retell each origin, in the order of `records`; empty where none does."""
    slugs_of: dict[str, list[str]] = {o.id: [] for o in origins}
    for record in records:
        for origin in list_retold(record):
            slugs_of[origin].append(record.slug)
    return {origin: tuple(slugs) for origin, slugs in slugs_of.items()}
