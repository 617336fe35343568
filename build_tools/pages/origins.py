"""Archive → the reports behind the reports: all of them with the picture of their chains, and a page each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from build_tools.index.flows import Flow
from build_tools.model.evidence import Origin
from build_tools.model.record import Retelling
from build_tools.pages.catalogue import ORIGINS, Catalogue, origin_file, source_file
from build_tools.pages.drawings import address, figure
from build_tools.pages.indexes import Group, extent, groups, tally
from build_tools.pages.page import Page
from build_tools.pages.reports import all_shown
from build_tools.plots import Caption, Lead, chains
from build_tools.text.dates import in_words
from build_tools.text.prose import count

SHOWN = 36
"""Reports in one picture at most: what is still read at a glance. Lists show all."""

_WIDTH, _NARROWEST, _ROOM = 1000, 620, 300
"""Pixels of a picture at most and at least, and for each report of a chain."""


@dataclass(frozen=True, slots=True)
class Told:
    """A source that retells the origin, and how."""

    group: Group
    """The record, its outlet's name, and no claims."""
    retelling: Retelling | None
    """None where only chains of statements lead there."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A line of the picture in words: a report, under the one that it took from."""

    indent: Markup
    words: str
    path: str
    """Its page's file."""
    by: str
    """How it came here: `12 statements`, `inferred`; empty for the first."""


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list of origins, and a page for each."""
    yield _index(catalogue)
    for origin in catalogue.archive.origins:
        yield _origin(origin, catalogue)


def name(origin: Origin) -> str:
    """Publisher and title, as far as known."""
    return f"{origin.publisher}: {origin.title}" if origin.title else origin.publisher


def _index(catalogue: Catalogue) -> Page:
    flows = catalogue.flows
    shown = _most_retold(catalogue)
    everyone = {f.giver for f in flows.flows} | {f.taker for f in flows.flows}
    return Page(
        path=ORIGINS,
        title="Origins",
        template="origins",
        description="The reports behind the reports: who told it first, and who passed it on.",
        content={
            "picture": _picture(ORIGINS, shown, "", catalogue) if flows.flows else "",
            "left_out": len(everyone) - len(shown),
            "rows": [
                (
                    o,
                    *tally(catalogue.from_origin.get(o.id, ())),
                    len(catalogue.archive.by_origin.get(o.id, ())),
                )
                for o in catalogue.archive.origins
            ],
            "tree_of": _tree(frozenset(everyone), catalogue),
            "held": catalogue.records.keys(),
            "alone": len(catalogue.records.keys() - flows.backwards.keys()),
        },
        wide=True,
    )


def _most_retold(catalogue: Catalogue) -> frozenset[str]:
    """The reports of the picture: all, or the most retold origins with what is around them."""
    flows = catalogue.flows.flows
    everyone = {f.giver for f in flows} | {f.taker for f in flows}
    if len(everyone) <= SHOWN:
        return frozenset(everyone)
    weight = {n: sum(f.statements + 1 for f in catalogue.flows.onwards.get(n, ())) for n in everyone}
    chosen: set[str] = set()
    for origin in sorted(weight, key=lambda n: (-weight[n], n)):
        near = {origin, *(f.taker for f in catalogue.flows.onwards.get(origin, ()))}
        if weight[origin] and len(chosen | near) <= SHOWN:
            chosen |= near
    return frozenset(chosen)


def _origin(origin: Origin, catalogue: Catalogue) -> Page:
    here = origin_file(origin.id)
    refs = catalogue.from_origin.get(origin.id, ())
    around = catalogue.flows.around(origin.id)
    return Page(
        path=here,
        title=name(origin),
        template="origin",
        description=f"{name(origin)}. {origin.description}",
        record=origin.model_dump(mode="json", exclude_none=True, exclude_defaults=True),
        content={
            "origin": origin,
            "held": catalogue.records.get(origin.id),
            "publisher": catalogue.entities.get(origin.entity or ""),
            "after": [catalogue.origins[a] for a in origin.after if a in catalogue.origins],
            "picture": _picture(here, around, origin.id, catalogue) if 1 < len(around) <= SHOWN else "",
            "tree_of": _tree(around, catalogue) if len(around) > 1 else [],
            "told": _told(origin, catalogue),
            "extent": extent(refs),
            "findings": all_shown(catalogue.findings_among(refs), catalogue),
            "groups": groups(catalogue.statements(refs), catalogue),
            "through": _through(origin, refs, catalogue),
        },
    )


def _told(origin: Origin, catalogue: Catalogue) -> list[Told]:
    told = []
    for slug in catalogue.archive.by_origin.get(origin.id, ()):
        record = catalogue.records[slug]
        retelling = next((r for r in record.retells if r.origin == origin.id), None)
        told.append(Told((record, catalogue.outlet(record), ()), retelling))
    return told


def _through(origin: Origin, refs: Iterable[str], catalogue: Catalogue) -> str:
    """How many further statements passed through this report without beginning there."""
    passed = set(catalogue.through_origin.get(origin.id, ())) - set(refs)
    return extent(sorted(passed)) if passed else ""


def _tree(shown: frozenset[str], catalogue: Catalogue) -> list[Branch]:
    """Who took from whom among the reports shown; one that took from two stands under both."""
    heads = [n for n in sorted(shown) if not any(f.giver in shown for f in _before(n, catalogue))]
    return [line for head in heads for line in _branches(head, "", (), shown, catalogue)]


def _before(report: str, catalogue: Catalogue) -> tuple[Flow, ...]:
    return catalogue.flows.backwards.get(report, ())


def _branches(
    at: str, by: str, above: tuple[str, ...], shown: frozenset[str], catalogue: Catalogue
) -> Iterator[Branch]:
    indent = Markup("    " * len(above))  # noqa: S704 - spaces
    yield Branch(indent, _words(at, catalogue), _file(at, catalogue), by)
    for flow in catalogue.flows.onwards.get(at, ()):
        if flow.taker in shown and flow.taker not in (*above, at):
            yield from _branches(flow.taker, _by(flow), (*above, at), shown, catalogue)


def _by(flow: Flow) -> str:
    parts = [count(flow.statements, "statement")] if flow.statements else []
    return ", ".join([*parts, *(["inferred"] if flow.inferred else [])])


def _file(report: str, catalogue: Catalogue) -> str:
    return source_file(report) if report in catalogue.records else origin_file(report)


def _words(report: str, catalogue: Catalogue) -> str:
    if report in catalogue.records:
        record = catalogue.records[report]
        return f"{catalogue.outlet(record)}, {in_words(record.published.date)}"
    origin = catalogue.origins[report]
    return f"{origin.publisher}, {in_words(origin.published.date)}" if origin.published else origin.publisher


def _picture(here: str, shown: frozenset[str], about: str, catalogue: Catalogue) -> Markup:
    nodes = [_node(here, n, about, catalogue) for n in _ordered(shown, catalogue)]
    edges = [
        chains.Edge(f.giver, f.taker, f.statements, f.inferred)
        for f in catalogue.flows.flows
        if f.giver in shown and f.taker in shown
    ]
    title = (
        f"Chains through {catalogue.origins[about].publisher}" if about else "Chains from origin to source"
    )
    description = (
        "Reports from left to right, each joined by a line to those that took from it. "
        "The list after the picture says the same in words."
    )
    steps = len(shown) - 1 if about else len(shown)
    width = min(_WIDTH, max(_NARROWEST, steps * _ROOM))
    drawing = chains.picture(nodes, edges, width, Caption("chains", title, description))
    return figure(drawing, past="chains-in-words")


def _ordered(shown: frozenset[str], catalogue: Catalogue) -> list[str]:
    """Origins as the archive lists them, then sources by date: the order from which places are computed."""
    origins = [o.id for o in catalogue.archive.origins if o.id in shown and o.id not in catalogue.records]
    return [*origins, *(slug for slug in catalogue.records if slug in shown)]


def _node(here: str, report: str, about: str, catalogue: Catalogue) -> chains.Node:
    held = report in catalogue.records
    if held:
        record = catalogue.records[report]
        words, when, label = catalogue.outlet(record), in_words(record.published.date), record.title
    else:
        origin = catalogue.origins[report]
        when = in_words(origin.published.date) if origin.published else "undated"
        words, label = origin.publisher, name(origin)
    lead = Lead(address(here, _file(report, catalogue)) or "#", f"{words}, {when}: {label}")
    return chains.Node(report, words, when, held, lead, here=report == about)
