"""Downloads as they were made → the page that tells what each is for, and how to know that it is whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.index import Index
from build_tools.model.archive import Edition
from build_tools.model.download import DownloadFact
from build_tools.model.search import SearchHints, SearchPart
from build_tools.pages.addresses import DOWNLOADS_ADDRESS, SOURCES_ADDRESS
from build_tools.pages.inline import Inline, RichText, plain_text
from build_tools.pages.page import Page, PageKind
from build_tools.rights import may_show_text
from build_tools.text.licences import licence_words
from build_tools.text.sizes import size_words

_INTRODUCTION = "The whole archive as files for other programs, made out of the same records as its pages."
_OWN = "Titles and quotations belong to their holders."
_CITATIONS: RichText = (
    Inline("To cite a single work: the page of each "),
    Inline("source", SOURCES_ADDRESS),
    Inline(" and each finding has small files of its own citations."),
)
_CHECK = (
    "Whether a file came whole is told by its SHA-256. A terminal prints that of a file with",
    "sha256sum FILE",
    "on macOS with",
    "shasum -a 256 FILE",
    "in Windows’ PowerShell with",
    "Get-FileHash FILE",
)
"""Words and commands by turns."""
_NAMES = ("download data", "data set", "dataset", "CSV", "JSON", "EPUB", "e-book", "RSS feed", "Atom feed")
"""What readers who look for it type."""


@dataclass(frozen=True, slots=True)
class ListedDownload:
    """One file."""

    fact: DownloadFact
    size: str
    """In words."""
    note: str
    """What is to be known of texts in it; mostly nothing."""


@dataclass(frozen=True, slots=True)
class DownloadsView:
    """The page."""

    introduction: str
    licence: str
    own: str
    citations: RichText
    check: tuple[str, ...]
    downloads: tuple[ListedDownload, ...]


def make_downloads_page(index: Index, _: str = "") -> Page:
    """The page; of a download that has not been made it says nothing."""
    shown = any(may_show_text(record, index.edition) for record in index.records.values())
    note = _describe_texts(index.edition) if shown else ""
    downloads = tuple(
        ListedDownload(fact, size_words(fact.bytes), note if fact.download.captured else "")
        for fact in index.download_facts.values()
    )
    licence = f"{licence_words(index.site.licence)}."
    view = DownloadsView(_INTRODUCTION, licence, _OWN, _CITATIONS, _CHECK, downloads)
    return Page(
        kind=DOWNLOADS_PAGE,
        address=DOWNLOADS_ADDRESS,
        title=DOWNLOADS_PAGE.label,
        view=view,
        description="The whole archive as a table, JSON, citations and a book: sizes, digests, licence.",
        search=tuple(_list_search(view)),
        hints=SearchHints(names=_NAMES),
    )


def _describe_texts(edition: Edition) -> str:
    if edition is Edition.READING:
        return "It holds the captured texts, and is for you alone."
    return "Texts of reports that it shows belong to their holders."


def _list_search(view: DownloadsView) -> Iterator[SearchPart]:
    yield SearchPart("", "", f"{view.introduction} {view.licence} {view.own} {plain_text(view.citations)}")
    for listed in view.downloads:
        download = listed.fact.download
        yield SearchPart(download.name, download.label, f"{download.file}. {download.purpose}")


DOWNLOADS_PAGE = PageKind(
    name="downloads",
    folder=DOWNLOADS_ADDRESS,
    label="Downloads",
    list_keys=lambda _: ("",),
    make_page=make_downloads_page,
    menu="About",
    listed=True,
    late=True,
)
