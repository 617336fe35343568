"""Statements → the lists in which indexes show them: by source, by date; and how many there are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from build_tools.index import Index
from build_tools.model.archive import Statement
from build_tools.model.base import ClaimRef
from build_tools.model.record import Record
from build_tools.pages.statement_reports import StatementPlace
from build_tools.text.english import claim_name, count_noun


@dataclass(frozen=True, slots=True)
class StatementGroup:
    """Some statements of one source."""

    record: Record
    outlet: str
    places: tuple[StatementPlace, ...]
    """Where they stand, in reading order."""


def group_statements(refs: Iterable[ClaimRef], index: Index) -> tuple[StatementGroup, ...]:
    """The statements of these refs by source, the earliest first."""
    # in the archive’s order, where statements of one source stand together
    runs = groupby(index.select_statements(refs), key=lambda statement: statement.record.slug)
    return tuple(_make_group(tuple(run), index) for _, run in runs)


def _make_group(statements: Sequence[Statement], index: Index) -> StatementGroup:
    record = statements[0].record
    brief, claims = index.name_outlet_briefly(record), (statement.claim for statement in statements)
    places = (StatementPlace(record, brief, claim, claim_name(claim, record)) for claim in claims)
    return StatementGroup(record, index.name_outlet(record), tuple(places))


def measure_extent(refs: Collection[ClaimRef]) -> tuple[int, int]:
    """How many statements, and in how many sources."""
    return len(refs), len({ref.slug for ref in refs})


def tell_extent(refs: Collection[ClaimRef]) -> str:
    """`12 statements in 3 sources`."""
    statements, sources = measure_extent(refs)
    return (
        f"{count_noun(statements, 'statement')} in {count_noun(sources, 'source')}"
        if statements
        else "none yet"
    )
