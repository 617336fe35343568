"""Claims → plain words, for a terminal or a table cell: chains, figures, who reported what. No markup."""

from __future__ import annotations

from build_tools.model.archive import Statement, StatusReason, Trace
from build_tools.model.attribution import Ground, Link
from build_tools.model.record import Figure
from build_tools.text.date_words import write_date


def remark_fully(link: Link) -> str:
    """` [its report: wire-late-ferries; named in p3]`: all that is known of a link, in a chain by itself."""
    remarks = [f"its report: {link.origin}"] if link.origin else []
    remarks += [f"named in {link.passage}"] if link.passage else [_write_ground(link.ground)]
    return f" [{'; '.join(remarks)}]"


def write_number(value: float) -> str:
    """Thousands separated: `20,000`; a fraction keeps its digits."""
    return f"{value:,}"


def write_amount(one: Figure) -> str:
    """The number itself: `around 20,000`, `15,000–20,000`, `hundreds`."""
    if one.value is not None:
        words = write_number(one.value)
    elif one.range is not None:
        words = f"{write_number(one.range[0])}–{write_number(one.range[1])}"
    else:
        words = one.vague or ""
    return f"{one.qualifier} {words}" if one.qualifier else words


def write_figure(one: Figure) -> str:
    """`around 20,000 people, as of October 2024, Lisbon`."""
    words = [f"{write_amount(one)} {one.unit}"]
    words += [f"as of {write_date(one.as_of)}"] if one.as_of else []
    words += [f"place: {one.place}"] if one.place else []
    words += [f"scope: {one.scope}"] if one.scope else []
    return ", ".join(words)


def write_source(statement: Statement) -> str:
    """`“Title”, outlet, 2 October 2024`."""
    record = statement.document.record
    return f"“{record.title}”, {record.outlet}, {write_date(record.published.date)}"


def write_grounds(trace: Trace) -> str:
    """`stated attribution`; `aligned passage (CNN), date order (EFE)`; `the source speaks for itself`."""
    if not trace.grounds:
        return "the source speaks for itself"
    if len(trace.grounds) == 1:
        return _write_ground(trace.grounds[0][0])
    return ", ".join(f"{_write_ground(one)} ({', '.join(who)})" for one, who in trace.grounds)


def _write_ground(one: Ground) -> str:
    return one.value.replace("'", "’")


def write_status(one: StatusReason) -> str:
    """`denied`; `corrected in part`."""
    return one.status.value if one.whole else f"{one.status.value} in part"
