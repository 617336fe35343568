"""Index → the filters of Explore: what each is called, its values, and which statements have them.

Statements are known here by their numbers in the archive's order, from 0. Every filter goes once over all
statements.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_tools.index import Index
from build_tools.model.archive import Statement, Status
from build_tools.model.base import ClaimRef
from build_tools.model.checking import CheckState
from build_tools.model.record import ClaimKind, Record
from build_tools.model.vocabulary import EntityKind

_ENTITIES = {
    EntityKind.PERSON: "Person",
    EntityKind.ORGANISATION: "Organisation",
    EntityKind.PLACE: "Place",
    EntityKind.EVENT: "Event or law",
}
_STATUSES = {s.value.replace(" ", "-"): s.value.capitalize() for s in Status} | {"none": "In no finding"}
_CHECK_LABELS = {
    CheckState.STANDING.value: "Checked, unchanged since",
    CheckState.CHANGED.value.replace(" ", "-"): "Changed since it was checked",
    CheckState.NONE.value.replace(" ", "-"): "Not checked",
}
_YEARS = 4
"""A date that spans more years than this is known too badly to be found by each of them."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a filter."""

    id: str
    """As it stands in a shared address."""
    label: str
    numbers: Sequence[int]
    """Of the statements that have it, ascending."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One filter: a statement passes if it has one of the values chosen."""

    name: str
    """As it stands in a shared address."""
    legend: str
    values: tuple[FacetValue, ...]
    open: bool
    """Whether its values are in sight from the beginning."""


@dataclass(frozen=True, slots=True)
class _Filter:
    """How a facet is made: which values a statement has, and what they are called."""

    name: str
    legend: str
    of: Callable[[Statement], Iterable[str]]
    labels: Mapping[str, str]
    ranked: bool = True
    """The commonest first; otherwise in the order of the labels."""
    open: bool = False


def list_facets(index: Index) -> Iterator[Facet]:
    """The filters that have values, as they stand on the page."""
    statements = tuple(index.statements.values())
    facets = (_fill_facet(rule, statements) for rule in _list_filters(index))
    return (facet for facet in facets if facet.values)


def _list_filters(index: Index) -> Iterator[_Filter]:
    topics = {t.id: t.label for t in index.topics.values()}
    # as dicts, because each look-up in an index is noted: a page of all statements reads the whole table once
    topics_of, entities_of = dict(index.topics_of_claim), dict(index.entities_of_claim)
    statuses = _list_statuses(index)
    yield _Filter("topic", "Topic", lambda s: topics_of.get(s.ref, ()), topics, open=True)
    yield _Filter(
        "status", "Status", lambda s: _with_correction(s.ref, statuses, index), _STATUSES, False, open=True
    )
    yield _Filter("year", "Published in", lambda s: _list_years(s.record), {}, False, open=True)
    kinds = {kind.value: kind.value.capitalize() for kind in ClaimKind}
    yield _Filter("kind", "Kind", lambda s: (s.claim.kind.value,), kinds)
    outlets = {r.outlet: index.name_outlet(r) for r in index.records.values()}
    yield _Filter("outlet", "Outlet", lambda s: (s.record.outlet,), outlets)
    if any(record.checked for record in index.records.values()):  # else it would part nothing
        yield _Filter("record", "Record", _name_check_state, _CHECK_LABELS, False)
    # the report that it goes back to
    origins = {ref: (trace.origin,) for ref, trace in index.traces.items()}
    yield _Filter("origin", "Origin", lambda s: origins.get(s.ref, ()), _name_origins(index))
    for kind, legend in _ENTITIES.items():
        names = {e.id: e.name for e in index.entities.values() if e.kind is kind}
        # made by a function: a lambda here would see the names of the last kind only
        yield _Filter(kind.value, legend, _select_named(entities_of, names), names)


def _name_check_state(statement: Statement) -> tuple[str]:
    return (statement.record.check_state.value.replace(" ", "-"),)


def _select_named(
    ids_of: Mapping[ClaimRef, tuple[str, ...]], names: Mapping[str, str]
) -> Callable[[Statement], list[str]]:
    return lambda s: [name for name in ids_of.get(s.ref, ()) if name in names]


def _list_statuses(index: Index) -> dict[ClaimRef, list[str]]:
    """By ref: those of its findings. A correction concerns statements one by one, so it is not among them."""
    standings = {
        finding: [s.status.value.replace(" ", "-") for s in reasons if s.status is not Status.CORRECTED]
        for finding, reasons in index.standings.items()
    }
    return {
        ref: [status for finding in findings for status in standings[finding]]
        for ref, findings in index.findings_of_claim.items()
    }


def _with_correction(ref: ClaimRef, statuses: Mapping[ClaimRef, list[str]], index: Index) -> list[str]:
    own = statuses.get(ref) or ["none"]
    return [*own, Status.CORRECTED.value] if index.is_corrected(ref) else own


def _list_years(record: Record) -> list[str]:
    when = record.published.date
    if not when.end:
        return []  # it lasts to the end of all years, and stands in none, as on the home page
    first, last = when.earliest.year, when.latest.year
    return [f"{year:04}" for year in range(first if last - first < _YEARS else last, last + 1)]


def _name_origins(index: Index) -> dict[str, str]:
    own = {slug: f"{index.name_outlet(r)}, for itself" for slug, r in index.records.items()}
    return own | {
        o.id: f"{o.publisher}, {o.published.date.span[1].year:04}" if o.published else o.publisher
        for o in index.origins.values()
    }


def _fill_facet(rule: _Filter, statements: Iterable[Statement]) -> Facet:
    """The facet, its values in the order of the page."""
    numbers_of: dict[str, list[int]] = defaultdict(list)
    for number, statement in enumerate(statements):
        # a statement may have a value twice, by two findings; it is counted once
        for value in dict.fromkeys(rule.of(statement)):
            numbers_of[value].append(number)
    ranks = {value: rank for rank, value in enumerate(rule.labels)}
    values = [FacetValue(value, rule.labels.get(value, value), tuple(ns)) for value, ns in numbers_of.items()]
    if rule.ranked:
        values.sort(key=lambda v: (-len(v.numbers), v.label.casefold(), v.id))
    else:
        values.sort(key=lambda v: (ranks.get(v.id, 0), v.id))
    return Facet(rule.name, rule.legend, tuple(values), rule.open)
