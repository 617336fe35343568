"""A source → the page of its citations: report and record, then every statement in all styles and formats.

A page of its own, because a source's page is read far more often than cited.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.archive import Document
from build_tools.pages.catalogue import Catalogue, cite_file
from build_tools.pages.citing import Cite, downloads, of_statement, source_works
from build_tools.pages.page import Page
from build_tools.text.citing.works import Citing


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """One for each source that states anything."""
    citing = Citing.of(catalogue.archive)
    for document in catalogue.archive.documents:
        if document.record.claims:
            yield _page(document, catalogue, citing)


def _page(document: Document, catalogue: Catalogue, citing: Citing) -> Page:
    record = document.record
    return Page(
        path=cite_file(record.slug),
        title=f"Citations: {record.title}",
        template="citations",
        description="The report, the archive’s record of it, and each statement, in every style and format.",
        content={
            "record": record,
            "outlet": catalogue.outlet(record),
            "cite": Cite(
                source_works(record, citing),
                downloads(f"sources/{record.slug}", record.slug),
                bool(citing.site.url),
            ),
            "claims": [(claim, of_statement(record, claim, citing)) for claim in record.claims],
            "downloads_of_statements": downloads(f"statements/{record.slug}", f"{record.slug}-statements"),
        },
        record={"slug": record.slug, "language": record.language},
        within=record.title,
        searched=False,
        copies=True,
    )
