"""A page saved as MHTML (.mht, .mhtml) → the page in it, unpacked; pictures and frames stay in the file."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.capture.limits import refuse_damage
from build_tools.capture.mail_dates import read_mail_date
from build_tools.capture.mime_parts import (
    MimePart,
    list_file_parts,
    list_mime_parts,
    read_head,
    read_header,
    read_parameter,
)
from build_tools.capture.page_statements import find_page_statements, state_address
from build_tools.model.capture_text import AskedReading, CaptureText, FormName, StatedField

_PAGES = ("text/html", "application/xhtml+xml")
_LEADING = b"\xef\xbb\xbf \t\r\n"


def is_mhtml(content: bytes, _name: str) -> bool:
    """Whether its headers are those of a page: browsers write them as of a mail that nobody sent."""
    headers, body = read_head(content.lstrip(_LEADING)[: 1 << 14])
    if not body or headers.get("MIME-Version") is None or headers.get("Received") is not None:
        return False
    by_browser = read_header(headers, "From").startswith(("<Saved by", "Saved by"))
    related = headers.get_content_type() == "multipart/related" and headers.get("To") is None
    return by_browser or related or headers.get("Snapshot-Content-Location") is not None


def read_mhtml(content: bytes, asked: AskedReading) -> CaptureText:
    """The page that the file was made to hold. Raises UnreadableCapture where there is none."""
    parts = list_mime_parts(content)
    page = _choose_page(content, parts)
    if page is None:
        raise refuse_damage("is a page saved as MHTML that has no page in it")
    source = page.decode_body(content)
    return CaptureText(
        FormName.MHTML,
        source,
        markup=True,
        stated_encoding=asked.encoding,
        declared_encoding=page.charset,
        stated=(*find_page_statements(source), *_list_stated(content, page)),
        parts=list_file_parts(parts, len(content), page),
    )


def _choose_page(content: bytes, parts: tuple[MimePart, ...]) -> MimePart | None:
    """The part that the headers call the root, else the first page."""
    headers, _ = read_head(content)
    root = read_parameter(headers, "start")
    pages = [part for part in parts if part.media_type in _PAGES]
    named = (part for part in pages if root and read_header(part.headers, "Content-ID") == root)
    return next(named, pages[0] if pages else None)


def _list_stated(content: bytes, page: MimePart) -> Iterator[StatedField]:
    headers, _ = read_head(content)
    where = (
        (headers, "Snapshot-Content-Location"),
        (page.headers, "Content-Location"),
    )
    for head, name in where:
        address = read_header(head, name)
        if address.startswith(("http://", "https://")):
            yield from state_address(address, f"the header {name}")
    if taken := read_mail_date(read_header(headers, "Date")):
        yield StatedField("taken", taken, "the header Date")
    if title := read_header(headers, "Subject"):
        yield StatedField("title", title, "the header Subject")
