"""A statement → its origin (provenance): the report that its chain of attribution goes back to.

How many origins of several statements are independent of one another is a matter of `independence.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.model.archive import Statement
from build_tools.model.attribution import Link


@dataclass(frozen=True, slots=True)
class Root:
    """Where one statement comes from."""

    name: str
    """Id of an origin, or the slug of a source that reported for itself."""
    after: frozenset[str] = frozenset()
    """Origins one of which it has the statement from, if nobody can tell which. Then it is independent
    neither of them nor of another report that may have it from one of them."""


def find_claim_origin(statement: Statement, *, inferred: bool) -> Root:
    """The origin (provenance) of a claim: the first link of its chain that published a report, or the source.

    `inferred` tells whether links that the source does not show are followed.
    """
    record = statement.record
    reports = (x for x in record.chain_of(statement.claim) if x.origin and (inferred or x.is_stated))
    return next(map(_make_root, reports), Root(record.slug))


def list_roots(statement: Statement) -> tuple[Root, ...]:
    """Every root that the statement may have: one, unless it depends on whether inferred links hold."""
    record = statement.record
    roots: dict[Root, None] = {}
    for link in record.chain_of(statement.claim):
        if link.origin:
            roots[_make_root(link)] = None
            if link.is_stated:
                break
    else:
        roots[Root(record.slug)] = None
    return tuple(roots)


def _make_root(report: Link) -> Root:
    """A report that comes after exactly one other is that other, retold."""
    if len(report.after) == 1:
        return Root(report.after[0])
    return Root(str(report.origin), frozenset(report.after))
