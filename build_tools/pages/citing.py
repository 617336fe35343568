"""A source or finding → how to cite it: prose to read and select, entries for reference managers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape as escape_html

from markupsafe import Markup

from build_tools.model.citation import Citation, Work
from build_tools.model.evidence import Finding
from build_tools.model.record import Record
from build_tools.text.citing import apa, bibtex, chicago, csl, mla, ris
from build_tools.text.citing.prose import Line
from build_tools.text.citing.works import Citing, both
from build_tools.text.markdown import escape

STYLES: tuple[tuple[str, Callable[[Citation], Line]], ...] = (
    ("Chicago", chicago.entry),
    ("APA", apa.entry),
    ("MLA", mla.entry),
)
"""In the order in which they are offered. To add one: a module of `text/citing/`, a line here."""

FORMATS: tuple[tuple[str, str, Callable[[Citation], str]], ...] = (
    ("BibTeX", "bib", bibtex.write),
    ("RIS", "ris", ris.write),
    ("CSL-JSON", "json", lambda cited: csl.write([cited])),
)
"""Name, ending of the download, writer."""

_HEADINGS = {
    Work.REPORT: ("The report", "as its outlet published it"),
    Work.RECORD: (
        "This archive’s record of it",
        "for what only the archive says: the retelling, the notes, the counts",
    ),
    Work.FINDING: ("This finding", "the archive’s own work"),
}


@dataclass(frozen=True, slots=True)
class Offered:
    """One work, in every style and format."""

    heading: str
    remark: str
    prose: tuple[tuple[str, Markup], ...]
    """Style and citation, set as HTML."""
    entries: tuple[tuple[str, Markup], ...]
    """Format and entry, as lines of HTML text."""


@dataclass(frozen=True, slots=True)
class Cite:
    """All that a page offers to cite."""

    works: tuple[Offered, ...]
    statements: dict[str, Markup]
    """By claim id: a note on that statement."""
    downloads: tuple[tuple[str, str], ...]
    """Format and file, below docs/."""


def of_source(record: Record, citing: Citing) -> Cite:
    """The report, the record, and each statement."""
    notes = {claim.id: html(chicago.note(citing.statement(record, claim))) for claim in record.claims}
    return Cite(tuple(map(_offered, both(citing, record))), notes, _downloads(f"sources/{record.slug}"))


def of_finding(finding: Finding, citing: Citing) -> Cite:
    """The finding."""
    return Cite((_offered(citing.finding(finding)),), {}, _downloads(f"findings/{finding.id}"))


def html(line: Line) -> Markup:
    """A citation in prose as HTML that may stand in Markdown: italics marked, all else escaped."""
    runs = (f"<em>{escape(run.text)}</em>" if run.italic else escape(run.text) for run in line)
    return Markup("".join(runs))  # noqa: S704 - escaped


def _offered(cited: Citation) -> Offered:
    heading, remark = _HEADINGS[cited.work]
    return Offered(
        heading,
        remark,
        tuple((name, html(entry(cited))) for name, entry in STYLES),
        tuple((name, _lines(write(cited))) for name, _, write in FORMATS),
    )


def _lines(entry: str) -> Markup:
    """Lines as they are; none is empty, so that a renderer sees one block."""
    return Markup("\n".join(escape_html(line) for line in entry.splitlines()))  # noqa: S704 - escaped


def _downloads(stem: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, f"downloads/{stem}.{ending}") for name, ending, _ in FORMATS)
