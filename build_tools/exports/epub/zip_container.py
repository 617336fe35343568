"""Book → EPUB: the files in a ZIP whose first entry names what it is, as the format wants it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from io import BytesIO
from itertools import accumulate
from struct import Struct
from uuid import NAMESPACE_URL, uuid5

from build_tools.exports.epub.book_templates import render_book_file
from build_tools.exports.epub.chapters import Book, Chapter
from build_tools.model.artifact import FilePiece

_KIND = "application/epub+zip"
_OLDEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP can tell; a true one would make two equal books differ."""
_LEVEL = 6
"""Of compression: 9 takes a quarter longer for a book that is half a hundredth smaller."""
_NEVER = date(1970, 1, 1)
"""For a book without a single date: the format has no word for it."""
_HEADER, _TOLD = Struct("<4s5H3L2H"), Struct("<4s6H3L5H2L")
"""Before an entry; of an entry in the directory. What stands in them: APPNOTE.TXT 4.3.7 and 4.3.12."""
_END, _LONG_END, _LONG_PLACE = Struct("<4s4H2LH"), Struct("<4sQ2H2L4Q"), Struct("<4sLQL")
"""After the directory; before that, where there are more entries or bytes than it can tell (4.3.14 to 16)."""
_SHORT, _LONG = 0xFFFF, 0xFFFFFFFF
"""The largest numbers that it can tell."""
_CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles>
    <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
"""


def list_zip_entries(book: Book) -> Iterator[FilePiece | bytes]:
    """The book's files, each packed by itself: an entry does not depend on what stands before it."""
    # first and not compressed: readers look for these bytes at a fixed place
    yield _pack_file("mimetype", _KIND, zipfile.ZIP_STORED)
    yield _pack_file("META-INF/container.xml", _CONTAINER)
    # the same for every state of one edition of one archive
    name = f"urn:uuid:{uuid5(NAMESPACE_URL, f'{book.site.name}/{book.edition}.epub')}"
    opened = render_book_file("package.opf", book=book, id=name, changed=book.changed or _NEVER)
    yield _pack_file("EPUB/package.opf", opened)
    yield _pack_file("EPUB/nav.xhtml", render_book_file("nav.xhtml", book=book))
    yield _pack_file("EPUB/style.css", render_book_file("style.css"))
    for chapter in book.chapters:
        about = " ".join((chapter.file, *chapter.members))
        yield FilePiece(about, partial(_pack_chapter, chapter))


def _pack_chapter(chapter: Chapter) -> bytes:
    return _pack_file(f"EPUB/{chapter.file}", chapter.write())


def _pack_file(name: str, text: str, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A file as it stands in a ZIP: its header, then its content."""
    entry = zipfile.ZipInfo(name, _OLDEST)
    entry.compress_type = method
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(entry, text.encode(), compresslevel=_LEVEL)
    whole = out.getvalue()
    # the end of a ZIP tells where its directory starts; what stands before that is the entry
    return whole[: _END.unpack(whole[-_END.size :])[6]]


def write_zip_directory(entries: Sequence[bytes]) -> bytes:
    """What ends a ZIP of these entries: where each of them is."""
    places = accumulate((len(entry) for entry in entries[:-1]), initial=0)
    directory = [_tell_entry(entry, at) for entry, at in zip(entries, places, strict=True)]
    start, size, number = sum(map(len, entries)), sum(map(len, directory)), len(directory)
    long = b""
    if number > _SHORT or start + size > _LONG:
        end_at = start + size
        # 44 bytes follow; 45 is version 4.5, from which on readers know long ZIPs (4.4.3)
        long = _LONG_END.pack(b"PK\6\6", 44, 45, 45, 0, 0, number, number, size, start)
        long += _LONG_PLACE.pack(b"PK\6\7", 0, end_at, 1)
    short = min(number, _SHORT)
    end = _END.pack(b"PK\5\6", 0, 0, short, short, min(size, _LONG), min(start, _LONG), 0)
    return b"".join((*directory, long, end))


def _tell_entry(entry: bytes, at: int) -> bytes:
    _, needed, flags, method, clock, day, digest, packed, size, name, _ = _HEADER.unpack_from(entry)
    made, readable = 20 | 3 << 8, 0o644 << 16  # the same bytes whatever system packs them
    fields = (made, needed, flags, method, clock, day, digest, packed, size, name, 0, 0, 0, 0, readable, at)
    return _TOLD.pack(b"PK\1\2", *fields) + entry[_HEADER.size : _HEADER.size + name]
