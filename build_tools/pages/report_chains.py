"""Who took from whom → a picture and the same in words, of all reports or of those around one.

What is shown is bounded, and what is left out is told: a chain may have thousands of steps, and reports that
took from several others meet again and again. Each report is followed once; where it is met again, that is
said.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from build_tools.index import Index
from build_tools.index.flows import Flow, Flows
from build_tools.model.evidence import Origin
from build_tools.pages.addresses import origin_address, source_address
from build_tools.text.english import count_noun
from build_tools.text.written_dates import write_date

MOST_REPORTS_DRAWN = 36
"""Reports in one picture at most: what is still read at a glance."""

MOST_REPORTS_AROUND = 200
"""Reports on either side of one that its page shows at most."""

MOST_STEPS_LISTED = 500
"""Lines of chains in words at most: as many as a page of a list has."""

_DEPTH = 12
"""Steps under one another at most: what a phone still shows beside the margin; a longer chain begins anew."""


@dataclass(frozen=True, slots=True)
class ChainBranch:
    """A line of the chains in words: a report, under the one that it took from."""

    words: str
    address: str
    here: bool
    """Whether that is the page itself; not for a report that is held, which has a page as a source."""
    by: str
    """How it came here: `12 statements, inferred`, and where its takers stand if not under it."""
    below: tuple[ChainBranch, ...]


@dataclass(frozen=True, slots=True)
class ChainTree:
    """Chains in words."""

    branches: tuple[ChainBranch, ...]
    left_out: int
    """Steps that are not shown."""


def name_origin(origin: Origin) -> str:
    """Publisher and title, as far as known."""
    return f"{origin.publisher}: {origin.title}" if origin.title else origin.publisher


def find_around(report: str, index: Index) -> tuple[frozenset[str], bool]:
    """What a report took from and what took from it, the nearest first; and whether there is more."""
    before, more_before = _find_reachable(report, index.flows_to, "giver")
    after, more_after = _find_reachable(report, index.flows_from, "taker")
    return before | after, more_before or more_after


def _find_reachable(
    start: str, flows: Mapping[str, tuple[Flow, ...]], end: str
) -> tuple[frozenset[str], bool]:
    seen, waiting = {start}, deque([start])
    while waiting:
        for flow in flows.get(waiting.popleft(), ()):
            name = getattr(flow, end)
            if name not in seen:
                # one more than may be shown is there: that is all that has to be known of the rest
                if len(seen) > MOST_REPORTS_AROUND:
                    return frozenset(seen), True
                seen.add(name)
                waiting.append(name)
    return frozenset(seen), False


def list_chains(shown: Collection[str], about: str, index: Index, flows: Flows | None = None) -> ChainTree:
    """Who took from whom among the reports shown; one that took from two stands under both.

    `flows`: those of some statements alone; left out, of all.
    """
    reports = sorted(shown)
    backwards = flows.backwards if flows else index.flows_to
    walk = _ChainWalk(frozenset(shown), about, index, flows.onwards if flows else index.flows_from)
    heads = [n for n in reports if not any(f.giver in walk.shown for f in backwards.get(n, ()))]
    # a circle has no head: it begins with the first of its names that nothing has led to
    branches = tuple(walk.list_trees((*heads, *reports)))
    steps = sum(1 for name in reports for _ in walk.list_takers(name))
    return ChainTree(branches, steps - walk.steps)


class _ChainWalk:
    """The way through the chains: what was met, and what is still to be followed."""

    def __init__(
        self, shown: frozenset[str], about: str, index: Index, onwards: Mapping[str, tuple[Flow, ...]]
    ) -> None:
        self.shown = shown
        self._onwards = onwards
        self.steps = 0
        self._about = about
        self._index = index
        self._met: set[str] = set()
        self._followed: set[str] = set()
        self._waiting: deque[str] = deque()

    def list_takers(self, report: str) -> Iterator[Flow]:
        """Steps onwards from a report, among those shown."""
        return (flow for flow in self._onwards.get(report, ()) if flow.taker in self.shown)

    def list_trees(self, heads: Iterable[str]) -> Iterator[ChainBranch]:
        """A tree for each head that no other tree has met, then for what was too far down in it."""
        for head in heads:
            if head not in self._met and self.steps < MOST_STEPS_LISTED:
                yield self._follow_report(head, "", 0)
            while self._waiting and self.steps < MOST_STEPS_LISTED:
                report = self._waiting.popleft()
                if report not in self._followed:
                    yield self._follow_report(report, "", 0)

    def _follow_report(self, report: str, by: str, depth: int) -> ChainBranch:
        self._met.add(report)
        takers = tuple(self.list_takers(report))
        remark = ""
        if takers and report in self._followed:
            remark = "further as above"
        elif takers and depth == _DEPTH:
            remark = "further below"
            self._waiting.append(report)
        below = tuple(self._follow_all(report, takers, depth + 1)) if takers and not remark else ()
        return ChainBranch(
            words=name_briefly(report, self._index),
            address=find_report_address(report, self._index),
            here=report == self._about and report not in self._index.records,
            by="; ".join(filter(None, (by, remark))),
            below=below,
        )

    def _follow_all(self, report: str, takers: Iterable[Flow], depth: int) -> Iterator[ChainBranch]:
        self._followed.add(report)
        for flow in takers:
            if self.steps == MOST_STEPS_LISTED:
                return
            self.steps += 1
            told = [count_noun(flow.statements, "statement")] if flow.statements else []
            told += ["inferred"] if flow.inferred else []
            yield self._follow_report(flow.taker, ", ".join(told), depth)


def find_report_address(report: str, index: Index) -> str:
    """The page of a source, or of an origin that is not held."""
    return source_address(report) if report in index.records else origin_address(report)


def choose_drawn_reports(index: Index) -> frozenset[str]:
    """All reports; or, where they are too many, the most retold, each with those that took from it."""
    everyone = frozenset(index.flows_from) | frozenset(index.flows_to)
    if len(everyone) <= MOST_REPORTS_DRAWN:
        return everyone
    # one for the relation: a retelling of which no statement is traced counts as well
    weights = {name: sum(f.statements + 1 for f in flows) for name, flows in index.flows_from.items()}
    chosen: set[str] = set()
    for name in sorted(weights, key=lambda n: (-weights[n], n)):
        near = {name, *(flow.taker for flow in index.flows_from[name])}
        if len(chosen | near) <= MOST_REPORTS_DRAWN:
            chosen |= near
    return frozenset(chosen)


def name_briefly(report: str, index: Index) -> str:
    """Outlet or publisher, and day."""
    record = index.records.get(report)
    if record:
        return f"{index.name_outlet(record)}, {write_date(record.published.date)}"
    origin = index.origins[report]
    return (
        f"{origin.publisher}, {write_date(origin.published.date)}" if origin.published else origin.publisher
    )
