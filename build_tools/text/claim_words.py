"""Claims → plain words, for a terminal or a table cell: chains, figures, who reported what. No markup."""

from __future__ import annotations

import re

from build_tools.model.archive import Statement, StatusReason, Trace
from build_tools.model.attribution import Ground, Link
from build_tools.model.record import Figure
from build_tools.text.written_dates import write_date


def remark_fully(link: Link) -> str:
    """` [its report: wire-late-ferries; named in p3]`: all that is known of a link, in a chain by itself."""
    remarks = [f"its report: {link.origin}"] if link.origin else []
    remarks += [f"named in {link.passage}"] if link.passage else [_write_ground(link.ground)]
    return f" [{'; '.join(remarks)}]"


def write_number(value: float) -> str:
    """Thousands separated: `20,000`; a fraction keeps its digits."""
    return f"{value:,}"


def write_amount(figure: Figure) -> str:
    """The number itself: `around 20,000`, `15,000–20,000`, `hundreds`."""
    if figure.value is not None:
        words = write_number(figure.value)
    elif figure.range is not None:
        words = f"{write_number(figure.range[0])}–{write_number(figure.range[1])}"
    else:
        words = figure.vague or ""
    return f"{figure.qualifier} {words}" if figure.qualifier else words


_QUANTITY = re.compile(r"\b(dozens|hundreds|thousands|millions|scores|number|portion|part|share|majority)$")
"""Vague amounts that a noun follows with *of*."""


def write_counted(figure: Figure) -> str:
    """With what is counted: `around 20,000 people`, `hundreds of soldiers`."""
    return f"{write_leading_amount(figure)} {figure.unit}"


def write_leading_amount(figure: Figure) -> str:
    """The amount as it stands before its unit: `around 20,000`, `hundreds of`."""
    of = " of" if figure.value is None and _QUANTITY.search(figure.vague or "") else ""
    return f"{write_amount(figure)}{of}"


def write_figure(figure: Figure) -> str:
    """`around 20,000 people, as of October 2024, place: lisbon`: parts by name, for cells and terminals.

    On pages `figure_words` tells the same as one would write it, with the place's name instead of its id.
    """
    words = [write_counted(figure)]
    words += [f"as of {write_date(figure.as_of)}"] if figure.as_of else []
    words += [f"place: {figure.place}"] if figure.place else []
    words += [f"scope: {figure.scope}"] if figure.scope else []
    return ", ".join(words)


def write_source(statement: Statement) -> str:
    """`“Title”, outlet, 2 October 2024`."""
    record = statement.record
    return f"“{record.title}”, {record.outlet}, {write_date(record.published.date)}"


def write_grounds(trace: Trace) -> str:
    """`stated attribution`; `aligned passage (CNN), date order (EFE)`; `the source speaks for itself`."""
    if not trace.grounds:
        return "the source speaks for itself"
    if len(trace.grounds) == 1:
        return _write_ground(trace.grounds[0][0])
    return ", ".join(f"{_write_ground(ground)} ({', '.join(who)})" for ground, who in trace.grounds)


def _write_ground(ground: Ground) -> str:
    return ground.value.replace("'", "’")


def write_status(standing: StatusReason) -> str:
    """`denied`; `corrected in part`."""
    return standing.status.value if standing.whole else f"{standing.status.value} in part"
