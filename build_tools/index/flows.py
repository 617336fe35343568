"""Archive → who took from whom, because pictures and lists of chains show the steps of all statements."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from build_tools.model.archive import Archive, Statement
from build_tools.model.attribution import Link
from build_tools.model.packed_documents import collect_records


@dataclass(frozen=True, slots=True)
class Flow:
    """That one report took from another. Both are ids: of origins, or slugs of sources."""

    giver: str
    taker: str
    statements: int
    """How many statements of the archive came this way; 0 where only the relation is recorded."""
    inferred: bool
    """Whether nothing but our inference shows it."""


@dataclass(frozen=True)
class Flows:
    """All flows of an archive, with their look-ups."""

    flows: tuple[Flow, ...]

    @cached_property
    def onwards(self) -> Mapping[str, tuple[Flow, ...]]:
        """By giver."""
        return _group_flows(self.flows, "giver")

    @cached_property
    def backwards(self) -> Mapping[str, tuple[Flow, ...]]:
        """By taker."""
        return _group_flows(self.flows, "taker")


def _group_flows(flows: Iterable[Flow], end: str) -> dict[str, tuple[Flow, ...]]:
    flows_of: dict[str, list[Flow]] = defaultdict(list)
    for flow in flows:
        flows_of[getattr(flow, end)].append(flow)
    return {name: tuple(grouped) for name, grouped in flows_of.items()}


def _find_reached(start: str, beside: Mapping[str, list[str]]) -> set[str]:
    seen, waiting = {start}, [start]
    while waiting:
        new = [n for n in beside.get(waiting.pop(), ()) if n not in seen]
        seen.update(new)
        waiting += new
    return seen


def list_flows(archive: Archive) -> Flows:
    """Every step of every chain, then what records and origins say beyond the chains. Sorted by giver, taker.

    A retelling is drawn by itself only where no chain leads from its origin to the source.
    """
    steps, stated = _count_steps(archive.statements.values())
    takers = _map_takers(_make_flows(steps, stated))
    reached: dict[str, set[str]] = {}
    for record in collect_records(archive.documents):
        slug = record.slug
        for retelling in record.retells:
            pair = (retelling.origin, slug)
            if retelling.origin not in reached:
                reached[retelling.origin] = _find_reached(retelling.origin, takers)
            if slug not in reached[retelling.origin]:
                # an arrow that no statement took: it is there, and counts none
                steps[pair] += 0
                stated |= set() if retelling.inferred else {pair}
    return Flows(_make_flows(steps, stated))


def list_flows_of_topics(archive: Archive) -> dict[str, tuple[Flow, ...]]:
    """By topic, narrower ones included: the steps of the chains of its statements alone."""
    return {
        topic: _make_flows(*_count_steps(archive.statements[ref] for ref in refs))
        for topic, refs in archive.by_topic.items()
    }


def list_flows_of_statements(statements: Iterable[Statement]) -> tuple[Flow, ...]:
    """The steps of the chains of some statements alone."""
    return _make_flows(*_count_steps(statements))


def _count_steps(
    statements: Iterable[Statement],
) -> tuple[Counter[tuple[str, str]], set[tuple[str, str]]]:
    """Pairs of reports that stand next to one another in a chain, counted, and those not merely inferred."""
    steps: Counter[tuple[str, str]] = Counter()
    stated: set[tuple[str, str]] = set()
    for statement in statements:
        record = statement.record
        links = [x for x in record.chain_of(statement.claim) if x.origin]
        # of two that a report may have it from, neither is more than a possibility
        forks = ((above, str(x.origin)) for x in links if len(x.after) > 1 for above in x.after)
        steps.update(dict.fromkeys(forks, 0))
        path = [step for x in links for step in _list_reports(x)] + [(record.slug, False)]
        for (giver, guessed), (taker, also) in pairwise(path):
            if giver != taker:
                steps[giver, taker] += 1
                stated |= set() if guessed or also else {(giver, taker)}
    return steps, stated


def _list_reports(link: Link) -> Iterator[tuple[str, bool]]:
    """The report of a link, and before it the one other that it comes after; whether they are inferred."""
    if len(link.after) == 1:
        yield link.after[0], not link.is_stated
    yield str(link.origin), not link.is_stated


def _make_flows(steps: Mapping[tuple[str, str], int], stated: set[tuple[str, str]]) -> tuple[Flow, ...]:
    return tuple(Flow(*pair, number, pair not in stated) for pair, number in sorted(steps.items()))


def _map_takers(flows: Iterable[Flow]) -> dict[str, list[str]]:
    takers: dict[str, list[str]] = defaultdict(list)
    for flow in flows:
        takers[flow.giver].append(flow.taker)
    return takers
