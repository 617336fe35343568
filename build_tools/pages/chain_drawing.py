"""Who took from whom → a picture of reports, wide and for narrow windows; a list beside it says the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from build_tools.index import Index
from build_tools.index.flows import Flows
from build_tools.pages.drawings import Drawing, lead_to, make_drawing
from build_tools.pages.report_chains import find_report_address
from build_tools.plots import Caption, chain_plot
from build_tools.plots.chain_column import plot_chain_column
from build_tools.text.written_dates import write_date

_WIDTH, _NARROWEST, _ROOM = 1000, 620, 300
"""Pixels of a picture at most and at least, and for each report of a chain."""

_DESCRIPTION = (
    "each joined by a line to those that took from it. The list after the picture says the same in words."
)

_LEGEND = (
    "In the picture, a line runs from each report to those that took from it, and is the thicker, the more "
    "statements came that way. Circles are reports that the archive does not hold; squares are its sources. "
    "Where a line is broken, nothing but our inference shows that way."
)


def draw_chains(  # noqa: PLR0917 - what is drawn, then where it stands
    here: str,
    shown: frozenset[str],
    about: str,
    index: Index,
    note: str = "",
    flows: Flows | None = None,
) -> Drawing:
    """The picture of the reports shown. `about`: the one of the page; `note` is added to its legend."""
    onwards = flows.onwards if flows else index.flows_from
    title = f"Chains through {index.origins[about].publisher}" if about else "Chains from origin to source"
    reports = _order_reports(shown, index)
    steps = len(shown) - 1 if about else len(shown)
    nodes = [_make_node(here, report, about, index) for report in reports]
    edges = [
        chain_plot.ChainEdge(flow.giver, flow.taker, flow.statements, flow.inferred)
        for report in reports
        for flow in onwards.get(report, ())
        if flow.taker in shown
    ]
    caption = Caption("chains", title, f"Reports from left to right, {_DESCRIPTION}")
    downwards = Caption("chains-narrow", title, f"Reports from above downwards, {_DESCRIPTION}")
    links = ((find_report_address(report, index), "") for report in reports)
    legend = "" if about else f"{_LEGEND}{note}"
    return make_drawing(
        chain_plot.plot_chains(nodes, edges, min(_WIDTH, max(_NARROWEST, steps * _ROOM)), caption),
        plot_chain_column(nodes, edges, downwards),
        past="chains-in-words",
        links=links,
        legend=legend,
    )


def _order_reports(shown: Iterable[str], index: Index) -> list[str]:
    """Origins as the archive lists them, then sources by date: the order from which places are computed."""
    records = [record for report in shown if (record := index.records.get(report))]
    slugs = {record.slug for record in records}
    origins = sorted((n for n in shown if n not in slugs), key=lambda n: index.ranks_of_origins[n])
    return [*origins, *(r.slug for r in sorted(records, key=lambda r: (r.published.date, r.slug)))]


def _make_node(here: str, report: str, about: str, index: Index) -> chain_plot.ChainNode:
    record = index.records.get(report)
    if record:
        words, when, title = index.name_outlet(record), write_date(record.published.date), record.title
    else:
        origin = index.origins[report]
        when = write_date(origin.published.date) if origin.published else "undated"
        words, title = origin.publisher, origin.title or ""
    target = (find_report_address(report, index), "")
    lead = replace(lead_to(here, target, f"{words}, {when}{f': {title}' if title else ''}"), subject=report)
    return chain_plot.ChainNode(report, words, when, record is not None, lead, here=report == about)
