"""A source → the page of its citations: report and record, then every statement in all styles and formats.

A page of its own, because a source's page is read far more often than cited.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.index import Index
from build_tools.model.record import Claim, Record
from build_tools.pages.addresses import SOURCES_ADDRESS, citations_address
from build_tools.pages.cite_block import (
    CitationDownload,
    OfferedWork,
    list_downloads,
    list_source_works,
    offer_statement,
)
from build_tools.pages.page import Page, PageKind
from build_tools.text.english import claim_name


@dataclass(frozen=True, slots=True)
class CitedWork:
    """A work of the source, with a section of its own."""

    anchor: str
    work: OfferedWork


@dataclass(frozen=True, slots=True)
class CitedStatement:
    """One statement, to be cited as the report's or as the archive's."""

    claim: Claim
    name: str
    """As a reader calls it: `¶ 2.1`."""
    works: tuple[OfferedWork, ...]


@dataclass(frozen=True, slots=True)
class CitationsView:
    """A source's page of citations."""

    record: Record
    outlet: str
    works: tuple[CitedWork, ...]
    downloads: tuple[CitationDownload, ...]
    """Of report and record."""
    statements: tuple[CitedStatement, ...]
    statements_downloads: tuple[CitationDownload, ...]
    addressed: bool
    """Whether the archive's address is known, and so stands in the citations of its own works."""


def make_citations_page(index: Index, slug: str) -> Page:
    """The page of a source's citations."""
    record = index.records[slug]
    citing = index.citing
    reported = citing.find_report(record)
    view = CitationsView(
        record=record,
        outlet=index.name_outlet(record),
        works=tuple(
            CitedWork(work.name.removeprefix("the "), work) for work in list_source_works(record, citing)
        ),
        downloads=list_downloads(f"sources/{slug}", slug),
        statements=tuple(
            CitedStatement(claim, claim_name(claim, record), offer_statement(reported, claim, citing))
            for claim in record.claims
        ),
        statements_downloads=list_downloads(f"statements/{slug}", f"{slug}-statements"),
        addressed=bool(citing.site.url),
    )
    return Page(
        kind=CITATIONS_PAGE,
        address=citations_address(slug),
        title=f"Citations: {record.title}",
        view=view,
        about=record,
        description="The report, the archive’s record of it, and each statement, in every style and format.",
        facts={"slug": slug, "language": record.language},
        language=record.language,
        within=record.title,
    )


def _list_sources(index: Index) -> Iterable[str]:
    """Of those that state anything."""
    return (slug for slug, record in index.records.items() if record.claims)


CITATIONS_PAGE = PageKind(
    name="citations",
    folder=SOURCES_ADDRESS,
    label="Source",
    list_keys=_list_sources,
    make_page=make_citations_page,
    below="cite/",
    searched=False,
    scripts=("cite.js",),
)
