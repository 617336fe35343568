"""Where statements come from → how many independent origins that is, because five reports may be two.

Independence is a matter of each statement: a report that relays a ministry for one statement has another of
its own, and says so in its chain. An agency's background is never counted: nobody knows whom it goes back to.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.model.archive import Statement


@dataclass(frozen=True, slots=True)
class Root:
    """Where one statement comes from."""

    name: str
    """Id of an origin, or the slug of a source that reported for itself."""
    after: frozenset[str] = frozenset()
    """Origins one of which it has the statement from, if nobody can tell which. Then it is independent
    neither of them nor of another report that may have it from one of them."""


def find_root(statement: Statement, *, inferred: bool) -> Root:
    """The first link of the claim's chain that published a report, or the source itself.

    `inferred` tells whether links that the source does not show are followed. A report that comes after
    exactly one other is that other, retold.
    """
    record = statement.document.record
    links = (x for x in record.chain_of(statement.claim) if inferred or x.is_stated)
    first = next((x for x in links if x.origin), None)
    if first is None:
        return Root(record.slug)
    if len(first.after) == 1:
        return Root(first.after[0])
    return Root(str(first.origin), frozenset(first.after))


def select_independent(roots: Iterable[Root], backgrounds: frozenset[str]) -> tuple[str, ...]:
    """Names of the roots that are independent of one another, sorted; `backgrounds` are left out.

    A root more than there was, of a name that is there already, never makes the result longer.
    """
    known = [root for root in roots if root.name not in backgrounds]
    kept = sorted({root.name for root in known if not root.after})
    spoken_for = set(kept)
    # sorted, so that which of two forks stands for both depends on nothing but their names
    for fork in sorted(known, key=lambda root: (root.name, sorted(root.after))):
        if fork.after and fork.name not in spoken_for and not fork.after & spoken_for:
            kept.append(fork.name)
            spoken_for |= {fork.name, *fork.after}
    return tuple(sorted(kept))
