"""A source or finding → how to cite it: prose to read and select, entries for reference managers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape as escape_html

from markupsafe import Markup

from build_tools.model.citation import Citation
from build_tools.model.evidence import Finding
from build_tools.model.record import Claim, Record
from build_tools.pages.catalogue import cite_file
from build_tools.pages.credits import Credit, of_finding_page, of_source_page
from build_tools.pages.prose import html
from build_tools.text.citing import apa, bibtex, chicago, csl, mla, ris
from build_tools.text.citing.prose import Line
from build_tools.text.citing.works import Citing, behind, both

STYLES: tuple[tuple[str, Callable[[Citation], Line]], ...] = (
    ("Chicago", chicago.entry),
    ("APA", apa.entry),
    ("MLA", mla.entry),
)
"""In the order in which they are offered. To add one: a module of `text/citing/`, a line here."""

PASSAGES: tuple[tuple[str, Callable[[Citation], Line]], ...] = (
    ("Chicago, a note", chicago.bare),
    ("APA", apa.entry),
    ("APA, in the text", apa.in_text),
    ("MLA", mla.entry),
    ("MLA, in the text", mla.in_text),
)
"""How each style cites one passage: APA and MLA name it in the text alone, not in their lists."""

FORMATS: tuple[tuple[str, str, Callable[[Citation], str]], ...] = (
    ("BibTeX", "bib", bibtex.write),
    ("RIS", "ris", ris.write),
    ("CSL-JSON", "csl.json", lambda cited: csl.write([cited])),
)
"""Name, ending of the download, writer."""


@dataclass(frozen=True, slots=True)
class Offered:
    """One work, in every style and format."""

    heading: str
    remark: str
    name: str
    """What a button that copies a citation of it calls it: `the report`."""
    prose: tuple[tuple[str, Markup], ...]
    """Style and citation, set as HTML."""
    entries: tuple[tuple[str, Markup], ...] = ()
    """Format and entry, as lines of HTML text."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file of citations."""

    format: str
    file: str
    """Below docs/."""
    name: str
    """What a browser saves it as."""


@dataclass(frozen=True, slots=True)
class Cite:
    """All that a page offers to cite."""

    works: tuple[Offered, ...]
    downloads: tuple[Download, ...]
    addressed: bool
    """Whether the archive's address is known, and so stands in the citations of its own works."""
    credits: tuple[Credit, ...] = ()
    """What a copied selection is credited with."""
    statements: Mapping[str, Markup] = field(default_factory=dict)
    """By claim id: a note on that statement."""
    page: str = ""
    """The file of the page with all citations of the statements."""


def of_source(record: Record, citing: Citing) -> Cite:
    """The report, the record, a note on each statement."""
    return Cite(
        source_works(record, citing),
        downloads(f"sources/{record.slug}", record.slug),
        bool(citing.site.url),
        of_source_page(record, citing),
        {claim.id: html(chicago.note(citing.passage(record, claim))) for claim in record.claims},
        cite_file(record.slug) if record.claims else "",
    )


def of_finding(finding: Finding, records: Mapping[str, Record], citing: Citing) -> Cite:
    """The finding, and the reports behind it."""
    cited = citing.finding(finding)
    reports = (citing.report(records[slug]) for slug in behind(finding) if slug in records)
    return Cite(
        (
            offered(cited, "This finding", "the archive’s own work", "the finding"),
            *(_behind(report) for report in reports),
        ),
        downloads(f"findings/{finding.id}", f"finding-{finding.id}"),
        bool(citing.site.url),
        of_finding_page(cited),
    )


def source_works(record: Record, citing: Citing) -> tuple[Offered, ...]:
    """The two works that a source's page stands for."""
    report, own = both(citing, record)
    return (
        offered(report, "The report", "as its outlet published it", "the report"),
        offered(
            own,
            "This archive’s record of it",
            "for what only the archive says: the retelling, the notes, the counts",
            "the record",
        ),
    )


def of_statement(record: Record, claim: Claim, citing: Citing) -> tuple[Offered, Offered]:
    """The original at the passage, and the statement as the archive records it."""
    passage = citing.passage(record, claim)
    return (
        Offered(
            "The report",
            passage.locator,
            f"the report, {claim.id}",
            tuple((name, html(style(passage))) for name, style in PASSAGES),
        ),
        offered(
            citing.statement(record, claim),
            "The archive’s record",
            "of this statement",
            f"record of {claim.id}",
        ),
    )


def offered(cited: Citation, heading: str, remark: str, name: str) -> Offered:
    """A work in all styles and formats."""
    return Offered(
        heading,
        remark,
        name,
        tuple((style, html(entry(cited))) for style, entry in STYLES),
        tuple((style, _lines(write(cited))) for style, _, write in FORMATS),
    )


def downloads(stem: str, name: str) -> tuple[Download, ...]:
    """The files of one page in all formats."""
    return tuple(
        Download(words, f"downloads/{stem}.{ending}", f"{name}.{ending}") for words, ending, _ in FORMATS
    )


def _behind(report: Citation) -> Offered:
    prose = tuple((style, html(entry(report))) for style, entry in STYLES)
    return Offered("A report behind it", report.container, f"the report in {report.container}", prose)


def _lines(entry: str) -> Markup:
    """Lines as they are; none is empty, so that a renderer sees one block."""
    return Markup("\n".join(escape_html(line) for line in entry.splitlines()))  # noqa: S704 - escaped
