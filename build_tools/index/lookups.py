"""Archive → its relations turned round, each in one walk: by claim, by origin, by outlet, by name.

Every function goes once over what it turns, so that the time taken grows with the archive and not with its
square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from build_tools.model.archive import Archive, Status
from build_tools.model.base import ClaimRef
from build_tools.model.dated import DatedEntry, last_changed
from build_tools.model.packed_documents import collect_records, list_slugs
from build_tools.model.reuse import Reuse
from build_tools.model.vocabulary import Entity
from build_tools.text.languages import is_written_in_latin

K = TypeVar("K")
V = TypeVar("V")
M = TypeVar("M")


def group_pairs(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    """Values by key, in the order in which they come."""
    grouped: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        grouped[key].append(value)
    return {key: tuple(values) for key, values in grouped.items()}


def invert_members(members: Mapping[V, Iterable[K]]) -> dict[K, tuple[V, ...]]:
    """Key → its members, turned to member → the keys that have it."""
    return group_pairs((member, key) for key, inner in members.items() for member in inner)


def list_claims_by_origin(archive: Archive) -> dict[str, tuple[ClaimRef, ...]]:
    """By origin, or slug of a source that spoke for itself: the claims that begin there."""
    return group_pairs((trace.origin, ref) for ref, trace in archive.traces.items())


def list_claims_through_origin(archive: Archive) -> dict[str, tuple[ClaimRef, ...]]:
    """By origin: the claims whose chain passes through it anywhere."""
    return group_pairs(
        (origin, ref)
        for ref, statement in archive.statements.items()
        for origin in dict.fromkeys(x.origin for x in statement.record.chain_of(statement.claim) if x.origin)
    )


def map_shared_wording(archive: Archive) -> dict[str, tuple[Reuse, ...]]:
    """By slug: the pairs in which a source shares wording, those with the most words first."""
    ranked = sorted(archive.reuse, key=lambda pair: (-pair.words, pair.left, pair.right))
    return group_pairs((slug, pair) for pair in ranked for slug in (pair.left, pair.right))


def list_works_by_author(archive: Archive) -> dict[str, tuple[str, ...]]:
    """By a name as printed in a byline: slugs of the sources that it signs."""
    return group_pairs(
        (a, record.slug) for record in collect_records(archive.documents) for a in record.authors
    )


def find_other_letters(archive: Archive) -> str:
    """The language of what the vocabulary has in other letters: that of most sources written in such."""
    spoken = Counter(
        language
        for record in collect_records(archive.documents)
        if not is_written_in_latin(language := record.language.partition("-")[0])
    )
    # sorted, so that of equals the first tag wins
    return max(sorted(spoken), key=lambda language: spoken[language], default="")


def count_single_origins(archive: Archive) -> int:
    """Findings behind which one origin stands, whatever else is to be said of them."""
    statuses = (archive.standings[finding.id] for finding in archive.findings)
    return sum(any(reason.status is Status.SINGLE for reason in reasons) for reasons in statuses)


def find_newest_day(archive: Archive) -> str:
    """The last day that an entry tells of itself, one that was withdrawn included, as EDTF; or nothing."""
    records = collect_records(archive.documents)
    entries: Iterator[DatedEntry] = chain(records, archive.findings, archive.disagreements)
    days = [day for entry in entries if (day := last_changed(entry))]
    days += [withdrawn.withdrawn for withdrawn in archive.withdrawn]
    days += [moved.day for moved in archive.moved if moved.reason]
    return str(max(days, default=""))


def list_names(entity: Entity) -> frozenset[str]:
    """Every name that an entity has in the sources."""
    return frozenset((entity.name, *(form.text for form in entity.forms)))


def write_all_names(entity: Entity) -> str:
    """The same in one line, its own one first, then those in its own letters."""
    native = (name.text for name in entity.native)
    return " · ".join(dict.fromkeys((entity.name, *native, *sorted(list_names(entity)))))


@dataclass(frozen=True, slots=True)
class StatementStretch:
    """Statements that follow one another in the archive's order."""

    refs: tuple[ClaimRef, ...]
    slugs: tuple[str, ...]
    """Of the sources that begin among them."""
    findings: tuple[str, ...] = ()
    """Of the findings whose first statement is among them, the earliest first."""
    disagreements: tuple[str, ...] = ()
    """The same of disagreements."""


def list_stretches(archive: Archive, size: int) -> dict[str, StatementStretch]:
    """By number, from `1`: the statements, so many at a time, and the sources; at least one stretch."""
    refs = tuple(archive.statements)
    last = max(len(refs) - 1, 0)
    begun: dict[int, list[str]] = defaultdict(list)
    at = 0
    for record in collect_records(archive.documents):
        # sources without statements at the very end stand in the last stretch
        begun[min(at, last) // size].append(record.slug)
        at += len(record.claims)
    findings, disagreements = _list_begun(archive, size)
    return {
        str(n + 1): StatementStretch(
            refs[n * size : (n + 1) * size],
            tuple(begun[n]),
            tuple(findings.get(n, ())),
            tuple(disagreements.get(n, ())),
        )
        for n in range(last // size + 1)
    }


def list_members(archive: Archive) -> tuple[dict[str, tuple[int, ...]], dict[str, tuple[int, ...]]]:
    """The numbers of the statements of findings and of disagreements, both in the order of their first ones.

    A disagreement that lists no statement has those of its findings; one without any stands at the end.
    """
    numbers = {ref: number for number, ref in enumerate(archive.statements)}
    findings = {f.id: _number_refs((*f.claims, *f.denials), numbers) for f in archive.findings}
    disagreements = {
        d.id: _number_refs(d.claims, numbers)
        or tuple(sorted({n for finding in d.findings for n in findings.get(finding, ())}))
        for d in archive.disagreements
    }
    return _sort_members(findings, len(numbers)), _sort_members(disagreements, len(numbers))


def _number_refs(refs: Iterable[ClaimRef], numbers: Mapping[ClaimRef, int]) -> tuple[int, ...]:
    return tuple(sorted({numbers[ref] for ref in refs if ref in numbers}))


def _sort_members(members: dict[str, tuple[int, ...]], last: int) -> dict[str, tuple[int, ...]]:
    return dict(sorted(members.items(), key=lambda item: item[1][:1] or (last,)))


def _list_begun(archive: Archive, size: int) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
    last = max(len(archive.statements) - 1, 0)
    both: list[dict[int, list[str]]] = []
    for members in list_members(archive):
        begun: dict[int, list[str]] = {}
        for name, numbers in members.items():
            begun.setdefault(min(*numbers[:1], last) // size if numbers else last // size, []).append(name)
        both.append(begun)
    return both[0], both[1]


def count_figures(archive: Archive) -> int:
    """How many figures all statements have."""
    return sum(len(statement.claim.figures) for statement in archive.statements.values())


def list_neighbours(archive: Archive) -> dict[str, dict[str, tuple[str, str]]]:
    """By slug, then by series: slugs of the source before and after it; empty at the ends.

    The series are `date`, `outlet-<id>` and `topic-<id>`; each source stands in the archive's order.
    """
    series = {"date": [*list_slugs(archive.documents)]}
    for record in collect_records(archive.documents):
        series.setdefault(f"outlet-{record.outlet}", []).append(record.slug)
    for topic, refs in archive.by_topic.items():
        series[f"topic-{topic}"] = list(dict.fromkeys(ref.slug for ref in refs))
    beside: dict[str, dict[str, tuple[str, str]]] = {slug: {} for slug in series["date"]}
    for name, slugs in series.items():
        # so the first and the last are no cases of their own
        padded = ("", *slugs, "")
        for at, slug in enumerate(slugs):
            beside[slug][name] = padded[at], padded[at + 2]
    return beside
