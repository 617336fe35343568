"""Index → an EPUB 3 book, because an archive that fits on a reading device reaches where no site does.

The public edition holds our own words; the reading edition holds the captured text as well, and says so on
its first page. The same archive gives the same bytes: no clock, no machine, one order.
"""

from __future__ import annotations

from build_tools.exports.epub.chapters import make_book
from build_tools.exports.epub.zip_container import list_zip_entries, write_zip_directory
from build_tools.index import Index
from build_tools.model.artifact import FilePiece

__all__ = ["list_book_parts", "write_zip_directory"]


def list_book_parts(index: Index) -> tuple[FilePiece | bytes, ...]:
    """The book's files, packed; `write_zip_directory` ends it."""
    return tuple(list_zip_entries(make_book(index)))
