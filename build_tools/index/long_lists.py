"""Archive → the order of the long lists: figures by what they count, everything with a date by time.

The order is made once for all pages of a list: a page then reads the rows that it shows, and no others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from build_tools.model.archive import Archive
from build_tools.model.base import ClaimRef
from build_tools.model.edtf import Edtf
from build_tools.model.packed_documents import collect_records, list_slugs
from build_tools.model.record import Claim, Figure

FigureRef = tuple[ClaimRef, int]
"""A claim, and which of its figures."""


EntryKind = Literal["origin", "source", "happening", "event", "figure"]


@dataclass(frozen=True, slots=True)
class MonthCount:
    """How much there is of one kind in one month."""

    month: str
    """`2022-08`."""
    kind: EntryKind
    number: int


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """Something with a date."""

    kind: EntryKind
    """What has the date: a report behind the sources, a source, an event or law of the vocabulary, what a
    claim tells of, a figure in it."""
    key: str
    """Id of the origin, slug of the source, id of the entity, ref of the claim."""
    when: Edtf
    lines: tuple[str, ...]
    """Where a picture shows it: `origins`, `sources`, `events`, or the claim's topics."""

    @property
    def month(self) -> str:
        """`2022-08`: the month in which it may begin."""
        # `2022-08`, of a day in ISO 8601
        return str(self.when.span[0])[:7]


def get_size(figure: Figure) -> float:
    """By which figures are ordered: the lower end of a range; -1 for a number in words."""
    if figure.range:
        return figure.range[0]
    return -1.0 if figure.value is None else figure.value


def order_figures(archive: Archive) -> tuple[FigureRef, ...]:
    """The largest first of what counts the same; what is counted in the order of the alphabet."""
    every = [
        (figure.unit.casefold(), -get_size(figure), statement.record.published.date, (ref, at))
        for ref, statement in archive.statements.items()
        for at, figure in enumerate(statement.claim.figures)
    ]
    # without the ref, so that equal ones stay in the archive’s order, which is not that of refs as text
    every.sort(key=lambda row: row[:3])
    return tuple(row[-1] for row in every)


def rank_figures(archive: Archive, ordered: Iterable[FigureRef]) -> tuple[FigureRef, ...]:
    """Those that are numbers and no words: the disputed first, then the most often told."""
    disputed = {ref for disagreement in archive.disagreements for ref in disagreement.claims}
    times_told = Counter(ref for finding in archive.findings for ref in finding.claims)
    every = [ref for ref in ordered if get_size(archive.statements[ref[0]].claim.figures[ref[1]]) >= 0]
    return tuple(sorted(every, key=lambda ref: (ref[0] not in disputed, -times_told[ref[0]])))


def number_disagreements(archive: Archive) -> dict[str, int]:
    """Disagreements that concern a statement with a figure, numbered as the archive orders them."""
    counting = {ref for ref, statement in archive.statements.items() if statement.claim.figures}
    concerned = (d.id for d in archive.disagreements if not counting.isdisjoint(d.claims))
    return {name: number for number, name in enumerate(concerned, 1)}


def order_dated(archive: Archive) -> tuple[TimelineEntry, ...]:
    """By date; at the same date publications first, then in the archive's order."""
    return tuple(sorted(_list_dated(archive), key=lambda entry: (entry.when.span, entry.when)))


def count_dated(ordered: Iterable[TimelineEntry]) -> dict[str, tuple[MonthCount, ...]]:
    """By `origins`, `sources` or topic: how many entries of a kind each month has, by time."""
    counts_of: dict[str, Counter[tuple[str, EntryKind]]] = {}
    for entry in ordered:
        for line in entry.lines:
            counts_of.setdefault(line, Counter())[entry.month, entry.kind] += 1
    return {
        line: tuple(MonthCount(*key, number) for key, number in sorted(counts.items()))
        for line, counts in counts_of.items()
    }


def write_dated(entries: Iterable[TimelineEntry]) -> str:
    """A text that is another one wherever an entry is."""
    return "\n".join(f"{e.kind} {e.key} {e.when} {' '.join(e.lines)}" for e in entries)


def choose_date(claim: Claim) -> Edtf | None:
    """The date of what the claim tells: its own, or the earliest that a figure of it has."""
    return claim.when or min((f.as_of for f in claim.figures if f.as_of), default=None)


def _list_dated(archive: Archive) -> Iterator[TimelineEntry]:
    slugs = set(list_slugs(archive.documents))
    for origin in archive.origins:
        if origin.published and origin.id not in slugs:
            yield TimelineEntry("origin", origin.id, origin.published.date, ("origins",))
    for record in collect_records(archive.documents):
        yield TimelineEntry("source", record.slug, record.published.date, ("sources",))
    for entity in archive.entities:
        if entity.date and archive.by_entity.get(entity.id):
            yield TimelineEntry("happening", entity.id, entity.date, ("events",))
    for ref, statement in archive.statements.items():
        claim = statement.claim
        date = choose_date(claim)
        if date:
            yield TimelineEntry("event" if claim.when else "figure", ref, date, claim.topics)
