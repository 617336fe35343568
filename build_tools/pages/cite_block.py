"""A source or finding → how to cite it: prose to read and select, entries for reference managers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from build_tools.index import Index
from build_tools.model.citation import Citation
from build_tools.model.evidence import Finding
from build_tools.model.passages import PassageUnit
from build_tools.model.record import Claim, Record
from build_tools.pages.addresses import citations_address
from build_tools.pages.copy_credits import Credit, credit_finding, credit_source
from build_tools.text.citing import apa, chicago, mla
from build_tools.text.citing.formats import CITATION_FORMATS
from build_tools.text.citing.passage_words import list_passage_patterns
from build_tools.text.citing.styled_text import StyledText
from build_tools.text.citing.works import (
    CitationContext,
    ReportedWork,
    cite_both_works,
    list_sources_behind,
)
from build_tools.text.written_dates import write_date

CITATION_STYLES: tuple[tuple[str, Callable[[Citation], StyledText]], ...] = (
    ("Chicago", chicago.write_chicago_entry),
    ("APA", apa.write_apa_entry),
    ("MLA", mla.write_mla_entry),
)
"""In the order in which they are offered. To add one: a module of `text/citing/`, a line here."""

PASSAGE_STYLES: tuple[tuple[str, Callable[[Citation], StyledText]], ...] = (
    ("Chicago, a note", chicago.write_bare_note),
    ("APA", apa.write_apa_entry),
    ("APA, in the text", apa.write_apa_reference),
    ("MLA", mla.write_mla_entry),
    ("MLA, in the text", mla.write_mla_reference),
)
"""How each style cites one passage: APA and MLA name it in the text alone, not in their lists."""

ENTRY_FORMATS: tuple[tuple[str, str, Callable[[Citation], str]], ...] = tuple(
    (form.label, form.ending, form.write_alone) for form in CITATION_FORMATS
)
"""Name, ending of the download, writer."""


@dataclass(frozen=True, slots=True)
class OfferedWork:
    """One work, in every style and format."""

    heading: str
    remark: str
    name: str
    """What a button that copies a citation of it calls it: `the report`."""
    prose: tuple[tuple[str, StyledText], ...]
    """Style and citation."""
    entries: tuple[tuple[str, str], ...] = ()
    """Format and entry, in lines."""


@dataclass(frozen=True, slots=True)
class CitationDownload:
    """A file of citations."""

    format: str
    file: str
    """Below the site."""
    name: str
    """What a browser saves it as."""


@dataclass(frozen=True, slots=True)
class CiteBlock:
    """All that a page offers to cite."""

    works: tuple[OfferedWork, ...]
    downloads: tuple[CitationDownload, ...]
    addressed: bool
    """Whether the archive's address is known, and so stands in the citations of its own works."""
    credits: tuple[Credit, ...] = ()
    """What a copied selection is credited with."""
    statements: Mapping[str, StyledText] = field(default_factory=dict)
    """By claim id: a note on that statement."""
    unit: PassageUnit = PassageUnit.PARAGRAPHS
    """What the passages of the page are."""
    page: str = ""
    """The address of the page with all citations of the statements; empty where there is none."""

    @property
    def passages(self) -> tuple[tuple[str, str], ...]:
        """How the script that credits a selection names passages, by what it knows of them."""
        return tuple(list_passage_patterns(self.unit).items())


def offer_source(record: Record, citing: CitationContext) -> CiteBlock:
    """The report, the record, a note on each statement."""
    reported = citing.find_report(record)
    cited = ((claim.id, citing.cite_passage(reported, claim)) for claim in record.claims)
    return CiteBlock(
        list_source_works(record, citing),
        list_downloads(f"sources/{record.slug}", record.slug),
        bool(citing.site.url),
        credit_source(record, citing),
        {name: chicago.write_chicago_note(passage) for name, passage in cited},
        record.passages,
        citations_address(record.slug) if record.claims else "",
    )


def offer_finding(finding: Finding, index: Index, citing: CitationContext) -> CiteBlock:
    """The finding, and the reports behind it."""
    cited = citing.cite_finding(finding, index.counts[finding.id])
    reports = (citing.cite_report(index.records[slug]) for slug in list_sources_behind(finding))
    return CiteBlock(
        (
            offer_work(cited, "This finding", "the archive’s own work", "the finding"),
            *(_offer_report_behind(report) for report in reports),
        ),
        list_downloads(f"findings/{finding.id}", f"finding-{finding.id}"),
        bool(citing.site.url),
        credit_finding(cited),
    )


def list_source_works(record: Record, citing: CitationContext) -> tuple[OfferedWork, ...]:
    """The two works that a source's page stands for."""
    report, own = cite_both_works(citing, record)
    return (
        offer_work(report, "The report", "as its outlet published it", "the report"),
        offer_work(
            own,
            "This archive’s record of it",
            "for what only the archive says: the retelling, the notes, the counts",
            "the record",
        ),
    )


def offer_statement(
    reported: ReportedWork, claim: Claim, citing: CitationContext
) -> tuple[OfferedWork, OfferedWork]:
    """The original at the passage, and the statement as the archive records it."""
    passage = citing.cite_passage(reported, claim)
    return (
        OfferedWork(
            "The report",
            passage.locator,
            f"the report, {claim.id}",
            tuple((name, style(passage)) for name, style in PASSAGE_STYLES),
        ),
        offer_work(
            citing.cite_statement(reported, claim),
            "The archive’s record",
            "of this statement",
            f"record of {claim.id}",
        ),
    )


def offer_work(cited: Citation, heading: str, remark: str, name: str) -> OfferedWork:
    """A work in all styles and formats."""
    return OfferedWork(
        heading,
        remark,
        name,
        tuple((style, entry(cited)) for style, entry in CITATION_STYLES),
        tuple((style, write(cited)) for style, _, write in ENTRY_FORMATS),
    )


def list_downloads(stem: str, name: str) -> tuple[CitationDownload, ...]:
    """The files of one page in all formats."""
    return tuple(
        CitationDownload(words, f"downloads/{stem}.{ending}", f"{name}.{ending}")
        for words, ending, _ in ENTRY_FORMATS
    )


@lru_cache(maxsize=4096)  # a report stands behind all findings that its statements are in
def _offer_report_behind(report: Citation) -> OfferedWork:
    prose = tuple((style, entry(report)) for style, entry in CITATION_STYLES)
    day = f", {write_date(report.issued)}" if report.issued else ""
    heading = f"The report in {report.container}{day}"
    return OfferedWork(heading, "as its outlet published it", heading[0].lower() + heading[1:], prose)
