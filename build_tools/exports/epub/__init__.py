"""Archive → an EPUB 3 book, because an archive that fits on a reading device reaches where no site does.

The public edition holds our own words; the reading edition holds the captured text as well, and says so on
its first page. The same archive gives the same bytes: no clock, no machine, one order.
"""

from __future__ import annotations

from build_tools.exports.epub.book import book
from build_tools.exports.epub.container import packed
from build_tools.index import Index
from build_tools.model.archive import Archive


def write(archive: Archive) -> bytes:
    """The whole book."""
    return packed(book(Index(archive)))
