"""A citation → the meta tags that reference managers look for in the head of a page.

A source's page is a catalogue's entry on a report, so the tags describe the report, as those of a library's
catalogue describe the book: its authors, its outlet, its address. That this archive describes it stands
under *Extra*, which styles do not print: of *Archive* they make the place where the original lies. Zotero
takes the item's type and that note from the names that begin with `z.`, its other fields from Highwire's
names and Dublin Core.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from build_tools.model.citation import Citation, Work
from build_tools.model.record import Record
from build_tools.text.citing.date_parts import get_exact_parts, write_american
from build_tools.text.written_dates import write_short_date

MetaTags = tuple[tuple[str, str], ...]
"""Name and content; plain text."""


def list_source_tags(cited: Citation, record: Record) -> MetaTags:
    """The report."""
    rights = f"{record.rights.holder}; {record.rights.statement}"
    return tuple(_drop_empty((*_list_common_tags(cited, "newspaperArticle"), ("DC.rights", rights))))


def list_finding_tags(cited: Citation) -> MetaTags:
    """A page of the archive's own. How surely it is said, and who denies it, goes with it."""
    with_remarks = replace(cited, abstract=f"{cited.genre}. {cited.abstract}")
    return tuple(_drop_empty(_list_common_tags(with_remarks, "webpage")))


def _list_common_tags(cited: Citation, kind: str) -> Iterator[tuple[str, str]]:
    report = cited.work is Work.REPORT
    yield "z.itemType", kind
    yield "citation_title", cited.title
    for name in cited.authors:
        yield "citation_author", name.inverted
    yield "citation_publication_date", _write_date(cited)
    yield "citation_language", cited.language
    yield "citation_keywords", "; ".join(cited.keywords)
    yield "citation_abstract", cited.abstract
    yield "citation_public_url", cited.url
    yield "DC.title", cited.title
    for name in cited.authors:
        yield "DC.creator", name.inverted
    yield "DC.date", write_short_date(cited.issued) if cited.issued else ""
    yield "DC.publisher", cited.container
    yield "DC.type", "Text"
    yield "DC.language", cited.language
    yield "DC.identifier", cited.url
    yield "DC.description", cited.abstract
    for keyword in cited.keywords:
        yield "DC.subject", keyword
    yield "prism.publicationName", cited.container
    if report:
        yield "z.extra", cited.note


def _write_date(cited: Citation) -> str:
    """`2024/10/02`, as Highwire has it; words for a date of another kind."""
    if cited.issued is None:
        return ""
    return "/".join(f"{n:02}" for n in get_exact_parts(cited.issued)) or write_american(cited.issued)


def _drop_empty(tags: Iterator[tuple[str, str]] | MetaTags) -> Iterator[tuple[str, str]]:
    return ((name, content) for name, content in tags if content)
