"""A source or finding → how to cite it: prose to read and select, entries for reference managers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from build_tools.index import Index
from build_tools.model.citation import Citation
from build_tools.model.evidence import Finding
from build_tools.model.record import Claim, Record
from build_tools.pages.addresses import citations_address
from build_tools.pages.credits import Credit, credit_finding, credit_source
from build_tools.text.citing import apa, chicago, mla
from build_tools.text.citing.formats import CITATION_FORMATS
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

FORMATS: tuple[tuple[str, str, Callable[[Citation], str]], ...] = tuple(
    (form.label, form.ending, form.write_alone) for form in CITATION_FORMATS
)
"""Name, ending of the download, writer."""


@dataclass(frozen=True, slots=True)
class Offered:
    """One work, in every style and format."""

    heading: str
    remark: str
    name: str
    """What a button that copies a citation of it calls it: `the report`."""
    prose: tuple[tuple[str, Line], ...]
    """Style and citation."""
    entries: tuple[tuple[str, str], ...] = ()
    """Format and entry, in lines."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file of citations."""

    format: str
    file: str
    """Below the site."""
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
    statements: Mapping[str, Line] = field(default_factory=dict)
    """By claim id: a note on that statement."""
    page: str = ""
    """The address of the page with all citations of the statements; empty where there is none."""


def offer_source(record: Record, citing: Citing) -> Cite:
    """The report, the record, a note on each statement."""
    return Cite(
        list_source_works(record, citing),
        list_downloads(f"sources/{record.slug}", record.slug),
        bool(citing.site.url),
        credit_source(record, citing),
        {claim.id: chicago.note(citing.passage(record, claim)) for claim in record.claims},
        citations_address(record.slug) if record.claims else "",
    )


def offer_finding(finding: Finding, index: Index, citing: Citing) -> Cite:
    """The finding, and the reports behind it."""
    cited = citing.finding(finding, index.counts[finding.id])
    reports = (citing.report(index.records[slug]) for slug in behind(finding))
    return Cite(
        (
            offer_work(cited, "This finding", "the archive’s own work", "the finding"),
            *(_behind(report) for report in reports),
        ),
        list_downloads(f"findings/{finding.id}", f"finding-{finding.id}"),
        bool(citing.site.url),
        credit_finding(cited),
    )


def list_source_works(record: Record, citing: Citing) -> tuple[Offered, ...]:
    """The two works that a source's page stands for."""
    report, own = both(citing, record)
    return (
        offer_work(report, "The report", "as its outlet published it", "the report"),
        offer_work(
            own,
            "This archive’s record of it",
            "for what only the archive says: the retelling, the notes, the counts",
            "the record",
        ),
    )


def offer_statement(record: Record, claim: Claim, citing: Citing) -> tuple[Offered, Offered]:
    """The original at the passage, and the statement as the archive records it."""
    passage = citing.passage(record, claim)
    return (
        Offered(
            "The report",
            passage.locator,
            f"the report, {claim.id}",
            tuple((name, style(passage)) for name, style in PASSAGES),
        ),
        offer_work(
            citing.statement(record, claim),
            "The archive’s record",
            "of this statement",
            f"record of {claim.id}",
        ),
    )


def offer_work(cited: Citation, heading: str, remark: str, name: str) -> Offered:
    """A work in all styles and formats."""
    return Offered(
        heading,
        remark,
        name,
        tuple((style, entry(cited)) for style, entry in STYLES),
        tuple((style, write(cited)) for style, _, write in FORMATS),
    )


def list_downloads(stem: str, name: str) -> tuple[Download, ...]:
    """The files of one page in all formats."""
    return tuple(
        Download(words, f"downloads/{stem}.{ending}", f"{name}.{ending}") for words, ending, _ in FORMATS
    )


@lru_cache(maxsize=4096)  # a report stands behind all findings that its statements are in
def _behind(report: Citation) -> Offered:
    prose = tuple((style, entry(report)) for style, entry in STYLES)
    return Offered("A report behind it", report.container, f"the report in {report.container}", prose)
