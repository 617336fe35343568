"""Statements → provenance: whence each comes and on what it rests, because a count must show its grounds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from build_tools.model.archive import Statement, Trace
from build_tools.model.attribution import Chain, Ground
from build_tools.model.base import ClaimRef
from build_tools.model.packed import RowsByName
from build_tools.relate.claim_origin import find_claim_origin


def trace_statement(statement: Statement) -> Trace:
    """The claim's origin, with and without inferred links, and the grounds of the links that lead to it."""
    record = statement.record
    return Trace(
        origin=find_claim_origin(statement, inferred=True).name,
        stated=find_claim_origin(statement, inferred=False).name,
        grounds=list_grounds(record.chain_of(statement.claim)),
    )


def list_grounds(chain: Chain) -> tuple[tuple[Ground, tuple[str, ...]], ...]:
    """Each ground with the links that rest on it, from the first that published a report of its own onwards.

    Who spoke before that report does not bear on the count. Empty where the source speaks for itself.
    """
    start = next((n for n, link in enumerate(chain) if link.origin), len(chain))
    if start == len(chain):
        return ()
    deciding = chain[start:]
    who_by_ground = {ground: tuple(x.who for x in deciding if x.ground is ground) for ground in Ground}
    return tuple((ground, who) for ground, who in who_by_ground.items() if who)


class TraceRows(RowsByName[ClaimRef, Trace]):
    """Every claim's trace by ref, found when it is first asked for: its statement tells all of it."""

    def __init__(self, statements: Mapping[ClaimRef, Statement]) -> None:
        super().__init__(statements)
        self._found: dict[ClaimRef, Trace] = {}
        self._equal: dict[Trace, Trace] = {}
        """Each but once: most come from few places. Those of ten thousand sources take some 20 MB."""

    def __reduce__(self) -> tuple[Any, ...]:
        # what was found goes to no other process
        return TraceRows, (self._known,)

    def __getitem__(self, ref: ClaimRef) -> Trace:
        found = self._found.get(ref)
        if found is None:
            trace = trace_statement(self._known[ref])
            found = self._found[ref] = self._equal.setdefault(trace, trace)
        return found
