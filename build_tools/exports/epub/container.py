"""Book → EPUB: the files in a ZIP whose first entry names what it is, as the format wants it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from uuid import NAMESPACE_URL, uuid5

from build_tools.exports.epub.book import Book
from build_tools.exports.epub.setting import rendered

_KIND = "application/epub+zip"
_OLDEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP can tell; a true one would make two equal books differ."""
_LEVEL = 6
"""Of compression: 9 takes a quarter longer for a book that is half a hundredth smaller."""
_NEVER = date(1970, 1, 1)
"""For a book without a single date: the format has no word for it."""
_CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles>
    <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
"""


def packed(book: Book) -> bytes:
    """The EPUB."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        _add(archive, "mimetype", _KIND, zipfile.ZIP_STORED)
        for name, text in _files(book):
            _add(archive, name, text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _files(book: Book) -> Iterator[tuple[str, str]]:
    yield "META-INF/container.xml", _CONTAINER
    yield "EPUB/package.opf", rendered("package.opf", book=book, id=_id(book), changed=book.changed or _NEVER)
    yield "EPUB/nav.xhtml", rendered("nav.xhtml", book=book)
    yield "EPUB/style.css", rendered("style.css")
    for chapter in book.chapters:
        yield f"EPUB/{chapter.file}", chapter.text


def _id(book: Book) -> str:
    """The same for every state of one edition of one archive."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{book.site.name}/{book.edition}.epub')}"


def _add(archive: zipfile.ZipFile, name: str, text: str, method: int) -> None:
    entry = zipfile.ZipInfo(name, _OLDEST)
    entry.compress_type = method
    entry.create_system = 3  # the same bytes whatever system packs them
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, text.encode(), compresslevel=_LEVEL)
