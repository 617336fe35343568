"""Archive → one page with every statement, figure and source, and the filters that narrow them down.

The tables are whole in the page. What the filters need stands beside them as numbers only: each statement's
values, each figure's statement, each source's stretch of statements.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from build_tools.model.archive import Statement, Status
from build_tools.model.evidence import Finding
from build_tools.model.record import Claim, ClaimKind, Figure, Record
from build_tools.model.vocabulary import EntityKind
from build_tools.pages.catalogue import EXPLORE, Catalogue
from build_tools.pages.page import Page
from build_tools.text.prose import claim_name
from build_tools.text.wording import amount

_ENTITIES = {
    EntityKind.PERSON: "Person",
    EntityKind.ORGANISATION: "Organisation",
    EntityKind.PLACE: "Place",
    EntityKind.EVENT: "Event or law",
}
_STATUSES = {s.value.replace(" ", "-"): s.value.capitalize() for s in Status} | {"none": "In no finding"}


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a filter."""

    id: str
    """As it stands in a shared address."""
    label: str
    statements: int
    """How many have it."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One filter: a statement passes if it has one of the values chosen."""

    name: str
    """As it stands in a shared address."""
    legend: str
    values: tuple[Value, ...]
    open: bool
    """Whether its values are in sight from the beginning."""


@dataclass(frozen=True, slots=True)
class Row:
    """One statement; its source; the findings that it stands in, each with its primary status."""

    record: Record
    outlet: str
    claim: Claim
    name: str
    """Where in the source: `¶ 3.2`, on one line."""
    findings: tuple[tuple[Finding, str], ...]


@dataclass(frozen=True, slots=True)
class Number:
    """One figure of a statement."""

    row: Row
    figure: Figure
    amount: str
    place: str


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


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """One page."""
    statements = tuple(catalogue.archive.statements.values())
    values = [(f, tuple(tuple(dict.fromkeys(f.of(s))) for s in statements)) for f in _filters(catalogue)]
    facets = tuple(_facet(f, had) for f, had in values if any(had))
    rows = tuple(_row(s, catalogue) for s in statements)
    numbers = tuple((at, n) for at, row in enumerate(rows) for n in _numbers(row, catalogue))
    sources = _sources(rows, catalogue)
    yield Page(
        path=EXPLORE,
        title="Explore",
        template="explore",
        description="Every statement, figure and source of the archive in one table, with filters.",
        content={
            "facets": facets,
            "rows": rows,
            "numbers": [number for _, number in numbers],
            "sources": [(record, outlet, end - start) for record, outlet, start, end in sources],
            "keys": json.dumps(
                {
                    "statements": _keys(facets, {f.name: had for f, had in values}, len(statements)),
                    "figures": [at for at, _ in numbers],
                    "sources": [(start, end) for _, _, start, end in sources],
                },
                separators=(",", ":"),
            ),
        },
        wide=True,
        searched=False,
    )


def _filters(catalogue: Catalogue) -> Iterator[_Filter]:
    archive = catalogue.archive
    topics = _turned(archive.by_topic)
    entities = _turned(archive.by_entity)
    yield _Filter(
        "topic",
        "Topic",
        lambda s: topics.get(s.ref, ()),
        {t.id: t.label for t in archive.topics},
        open=True,
    )
    yield _Filter(
        "status", "Status", lambda s: _statuses(s.ref, catalogue), _STATUSES, ranked=False, open=True
    )
    yield _Filter("year", "Published in", lambda s: _years(s.document.record), {}, ranked=False, open=True)
    kinds = {kind.value: kind.value.capitalize() for kind in ClaimKind}
    yield _Filter("kind", "Kind", lambda s: (s.claim.kind.value,), kinds)
    outlets = {r.outlet: catalogue.outlet(r) for r in catalogue.records.values()}
    yield _Filter("outlet", "Outlet", lambda s: (s.document.record.outlet,), outlets)
    yield _Filter("origin", "Origin", lambda s: _origins(s.ref, catalogue), _origin_names(catalogue))
    for kind, legend in _ENTITIES.items():
        names = {e.id: e.name for e in archive.entities if e.kind is kind}
        yield _Filter(kind.value, legend, _among(entities, names), names)


def _turned(refs: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Id → refs, turned to ref → ids."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, claims in refs.items():
        for ref in claims:
            found[ref].append(name)
    return {ref: tuple(names) for ref, names in found.items()}


def _among(
    by_ref: Mapping[str, tuple[str, ...]], names: Mapping[str, str]
) -> Callable[[Statement], list[str]]:
    return lambda s: [name for name in by_ref.get(s.ref, ()) if name in names]


def _statuses(ref: str, catalogue: Catalogue) -> list[str]:
    """Those of its findings. A correction concerns statements one by one, so it is taken from there."""
    standings = [s for f in catalogue.findings_of.get(ref, ()) for s in catalogue.archive.standings[f.id]]
    found = [s.status.value.replace(" ", "-") for s in standings if s.status is not Status.CORRECTED]
    found = found or ["none"]
    return [*found, Status.CORRECTED.value] if ref in catalogue.archive.corrected else found


def _years(record: Record) -> list[str]:
    when = record.published.date
    first, last = when.earliest.year, when.latest.year
    return [str(year) for year in range(first, last + 1)] if last - first < len("year") else [str(last)]


def _origins(ref: str, catalogue: Catalogue) -> list[str]:
    """The report that it was taken from, and the one at the top, as which it is counted."""
    trace = catalogue.archive.traces.get(ref)
    return [trace.origin, trace.counted] if trace else []


def _origin_names(catalogue: Catalogue) -> dict[str, str]:
    own = {slug: f"{catalogue.outlet(r)}, for itself" for slug, r in catalogue.records.items()}
    return own | {
        o.id: f"{o.publisher}, {o.published.date.latest.year}" if o.published else o.publisher
        for o in catalogue.archive.origins
    }


def _facet(made: _Filter, had: tuple[tuple[str, ...], ...]) -> Facet:
    counts: dict[str, int] = defaultdict(int)
    for names in had:
        for name in names:
            counts[name] += 1
    order = list(made.labels)
    values = [Value(name, made.labels.get(name, name), n) for name, n in counts.items()]
    if made.ranked:
        values.sort(key=lambda v: (-v.statements, v.label.casefold(), v.id))
    else:
        values.sort(key=lambda v: (order.index(v.id) if v.id in order else 0, v.id))
    return Facet(made.name, made.legend, tuple(values), made.open)


def _keys(
    facets: Iterable[Facet], had: Mapping[str, tuple[tuple[str, ...], ...]], statements: int
) -> list[list[int]]:
    """For each statement the numbers of its values; values are numbered as they stand on the page."""
    keys: list[list[int]] = [[] for _ in range(statements)]
    before = 0
    for facet in facets:
        number = {value.id: before + at for at, value in enumerate(facet.values)}
        for key, names in zip(keys, had[facet.name], strict=True):
            key.extend(number[name] for name in names)
        before += len(number)
    return keys


def _row(statement: Statement, catalogue: Catalogue) -> Row:
    record = statement.document.record
    findings = catalogue.findings_of.get(statement.ref, ())
    standings = catalogue.archive.standings
    return Row(
        record,
        catalogue.outlet(record),
        statement.claim,
        claim_name(statement.claim, record).replace(" ", "\u00a0"),
        tuple((f, standings[f.id][0].status.value) for f in findings),
    )


def _numbers(row: Row, catalogue: Catalogue) -> Iterator[Number]:
    for figure in row.claim.figures:
        place = catalogue.entities.get(figure.place or "")
        yield Number(row, figure, amount(figure), place.name if place else "")


def _sources(rows: tuple[Row, ...], catalogue: Catalogue) -> list[tuple[Record, str, int, int]]:
    """Each source with its outlet and where its statements begin and end; they follow the sources' order."""
    found, at = [], 0
    for record in catalogue.records.values():
        start = at
        while at < len(rows) and rows[at].record.slug == record.slug:
            at += 1
        found.append((record, catalogue.outlet(record), start, at))
    return found
