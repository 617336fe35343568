"""Archive → how to cite it as a whole, for the hand-written page on citing."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.index import Index
from build_tools.pages.cite_block import OfferedWork, offer_work


@dataclass(frozen=True, slots=True)
class ArchiveCitationView:
    """The archive in every style and format."""

    work: OfferedWork
    addressed: bool
    """Whether the archive's address is known."""


def make_archive_citation_view(index: Index) -> ArchiveCitationView:
    """The archive as a work."""
    citing = index.citing
    work = offer_work(citing.cite_archive(), "The archive", "as a whole", "the archive")
    return ArchiveCitationView(work, bool(citing.site.url))
