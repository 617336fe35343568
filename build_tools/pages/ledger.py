"""A source's ledger → its page: each line of the capture, what became of it, and by which rule."""

from __future__ import annotations

from build_tools.model.archive import Document, Edition
from build_tools.model.clean import CleanText
from build_tools.pages.catalogue import Catalogue, ledger_file
from build_tools.pages.page import Page
from build_tools.pages.source import ledger_summary


def page(document: Document, ledger: CleanText, catalogue: Catalogue) -> Page:
    """Compose the ledger's page; the reading edition shows the lines' text as well."""
    record = document.record
    shows_text = catalogue.archive.edition is Edition.READING and document.clean is not None
    source = document.clean if shows_text and document.clean else ledger
    made = {n: p.id for p in ledger.paragraphs for n in p.lines}
    return Page(
        path=ledger_file(record.slug),
        title=f"Ledger: {record.title}",
        template="ledger",
        description="What cleaning did to each line of the capture, and by which rule.",
        content={
            "record": record,
            "outlet": catalogue.outlet(record),
            "lines": source.lines,
            "made": made,
            "summary": ledger_summary(ledger),
            "ledger": ledger,
            "shows_text": shows_text,
        },
        wide=True,
        record={"slug": record.slug, "language": record.language},
        within=record.title,
        searched=False,
    )
