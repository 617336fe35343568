"""A mail (.eml), such as a newsletter → its text: the page in it, or the plain text where there is none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from email.message import Message
from email.utils import parseaddr

from build_tools.capture.limits import refuse_damage
from build_tools.capture.mail_dates import read_mail_date
from build_tools.capture.mime_parts import (
    MimePart,
    list_file_parts,
    list_mime_parts,
    name_media,
    read_head,
    read_header,
)
from build_tools.capture.page_statements import state_address
from build_tools.model.capture_text import AskedReading, CaptureText, FormName, StatedField

_LEADING = b"\xef\xbb\xbf \t\r\n"
_SENT = ("From", "Date", "Subject")
"""What every mail has."""
_CARRIED = ("Received", "Message-ID", "Return-Path", "Delivered-To", "MIME-Version")
"""What only a mail has: a letter that is quoted in a text may have the others."""
_LINK = re.compile(r"<(https?://[^<>\s]+)>")
_SILENT = frozenset({"headers", "between"})


def is_mail(content: bytes, _name: str) -> bool:
    """Whether it begins with the headers of a mail."""
    headers, _ = read_head(content.lstrip(_LEADING)[: 1 << 15])
    return sum(headers.get(name) is not None for name in _SENT) > 1 and any(
        headers.get(name) is not None for name in _CARRIED
    )


def read_mail(content: bytes, asked: AskedReading) -> CaptureText:
    """The text of the mail. Raises UnreadableCapture where there is none."""
    parts = list_mime_parts(content)
    part = _choose_part(content, parts)
    if part is None:
        raise refuse_damage("is a mail that has no text in it")
    return CaptureText(
        FormName.EML,
        part.decode_body(content),
        markup=part.media_type == "text/html",
        stated_encoding=asked.encoding,
        declared_encoding=part.charset,
        stated=tuple(_list_stated(read_head(content)[0])),
        parts=list_file_parts(parts, len(content), part),
        doubts=tuple(_list_doubts(parts, part)),
    )


def _choose_part(content: bytes, parts: Sequence[MimePart]) -> MimePart | None:
    """The first page, unless it says much less than the first plain text; nothing that was attached."""
    shown = [part for part in parts if not _is_attached(part)]
    page = next((part for part in shown if part.media_type == "text/html"), None)
    plain = next((part for part in shown if part.media_type == "text/plain" and part.end > part.body), None)
    if page is None or plain is None:
        return page or plain
    told = len(re.sub(rb"<[^<>]*>|\s", b"", page.decode_body(content)))
    return plain if told < len(plain.decode_body(content)) / 2 else page


def _is_attached(part: MimePart) -> bool:
    return read_header(part.headers, "Content-Disposition").lower().startswith("attachment")


def _list_stated(headers: Message) -> Iterator[StatedField]:
    if title := read_header(headers, "Subject"):
        yield StatedField("title", title, "the header Subject")
    if sender := _read_sender(read_header(headers, "From")):
        yield StatedField("author", sender, "the header From")
    if date := read_mail_date(read_header(headers, "Date")):
        yield StatedField("date", date, "the header Date")
    # the topmost is the last hand that it went through
    if taken := read_mail_date(read_header(headers, "Received").rpartition(";")[2].strip()):
        yield StatedField("taken", taken, "the header Received")
    if language := read_header(headers, "Content-Language"):
        yield StatedField("language", language, "the header Content-Language")
    for name in ("Archived-At", "X-Archived-At"):
        if link := _LINK.search(read_header(headers, name)):
            yield from state_address(link[1], f"the header {name}")


def _read_sender(words: str) -> str:
    """The name, else the address; the words as they are where remarks stand within remarks without end."""
    try:
        name, address = parseaddr(words)
    except RecursionError:
        return words
    return name or address


def _list_doubts(parts: Sequence[MimePart], read: MimePart) -> Iterator[str]:
    attached = [name_media(part.media_type) for part in parts if part is not read and _is_attached(part)]
    if attached:
        yield f"has attachments that were not read: {', '.join(attached)}."
