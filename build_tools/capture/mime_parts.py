"""A MIME message (mail, MHTML) → its parts with their places, so that every byte of the file has one."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesHeaderParser

from build_tools.capture.limits import DEEPEST_PARTS, MOST_PARTS, refuse_size
from build_tools.model.clean import FilePart

_EMPTY_LINE = re.compile(rb"\r?\n[ \t]*\r?\n")
_FIELD = re.compile(rb"[!-9;-~]{1,80}:")
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")


@dataclass(frozen=True, slots=True)
class MimePart:
    """A part of a message that is no multipart."""

    headers: Message
    start: int
    """Offset of its headers in the file."""
    body: int
    """Offset of its body."""
    end: int

    @property
    def media_type(self) -> str:
        """`text/html`, in small letters."""
        return self.headers.get_content_type()

    @property
    def charset(self) -> str | None:
        """What it declares as its encoding."""
        return read_parameter(self.headers, "charset")

    def decode_body(self, content: bytes) -> bytes:
        """Its body without transfer encoding; what is broken in that is left out."""
        raw = content[self.body : self.end]
        encoding = read_header(self.headers, "Content-Transfer-Encoding").strip().lower()
        if encoding == "quoted-printable":
            return binascii.a2b_qp(raw)
        if encoding == "base64":
            letters = _NOT_BASE64.sub(b"", raw)
            # of four letters at the end one alone means nothing
            letters = letters[: len(letters) - (len(letters) % 4 == 1)]
            return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))
        return raw


def read_head(content: bytes, start: int = 0, end: int | None = None) -> tuple[Message, int]:
    """The headers that begin at `start`, and where the body begins."""
    end = len(content) if end is None else end
    # a part may begin with the empty line: it has no headers
    if bare := re.compile(rb"[ \t]*\r?\n").match(content, start, end):
        return Message(), bare.end()
    found = _EMPTY_LINE.search(content, start, end)
    body = found.end() if found else end
    head = content[start:body]
    return (BytesHeaderParser().parsebytes(head), body) if _FIELD.match(head) else (Message(), start)


def list_mime_parts(content: bytes) -> tuple[MimePart, ...]:
    """The parts that hold something, in order, however deep. Raises UnreadableCapture beyond the limits."""
    parts: list[MimePart] = []
    for part in _walk_parts(content, 0, len(content), 0):
        parts.append(part)
        if len(parts) > MOST_PARTS:
            raise refuse_size(f"has more than {MOST_PARTS} parts")
    return tuple(parts)


def _walk_parts(content: bytes, start: int, end: int, depth: int) -> Iterator[MimePart]:
    if depth > DEEPEST_PARTS:
        raise refuse_size(f"has parts within parts more than {DEEPEST_PARTS} deep")
    headers, body = read_head(content, start, end)
    boundary = read_parameter(headers, "boundary")
    if headers.get_content_maintype() != "multipart" or not boundary:
        yield MimePart(headers, start, body, end)
        return
    for first, last in _split_at(content, body, end, boundary):
        yield from _walk_parts(content, first, last, depth + 1)


def _split_at(content: bytes, start: int, end: int, boundary: str) -> Iterator[tuple[int, int]]:
    """Where the parts between delimiter lines begin and end; the last may lack its delimiter."""
    mark = re.escape(boundary.encode("utf-8", "surrogateescape"))
    delimiter = re.compile(rb"(?:\A|(?<=\n))--" + mark + rb"(--)?[ \t]*(?:\r?\n|\Z)")
    begun: int | None = None
    for found in delimiter.finditer(content, start, end):
        if begun is not None:
            yield begun, max(begun, found.start())
        if found[1]:
            return
        begun = found.end()
    if begun is not None:
        yield begun, end


def list_file_parts(parts: tuple[MimePart, ...], size: int, read: MimePart) -> tuple[FilePart, ...]:
    """The whole file: headers, bodies, and what stands between."""
    found: list[FilePart] = []
    at = 0
    for part in parts:
        if part.start > at:
            found.append(FilePart(at, part.start, "between", read=False))
        if part.body > part.start:
            found.append(FilePart(part.start, part.body, "headers", read=False))
        if part.end > part.body:
            found.append(FilePart(part.body, part.end, name_media(part.media_type), read=part is read))
        at = part.end
    if at < size:
        found.append(FilePart(at, size, "between", read=False))
    return tuple(found)


def name_media(media_type: str) -> str:
    """A media type as it may stand in a ledger: what a file calls so may be of any length and letters."""
    return media_type if re.fullmatch(r"[a-z]{1,20}/[a-z0-9.+-]{1,60}", media_type) else "other"


def read_parameter(headers: Message, name: str) -> str | None:
    """A parameter of the content type."""
    try:
        value = headers.get_param(name)
    except (ValueError, LookupError, MessageError):  # forms of RFC 2231 that are broken
        return None
    # of RFC 2231: charset, language, value
    word = value[2] if isinstance(value, tuple) else value
    return str(word).strip() or None if word else None


def read_header(headers: Message, name: str) -> str:
    """A header's words, decoded and on one line; empty where there is none."""
    raw = headers.get(name)
    if raw is None:
        return ""
    try:
        words = str(make_header(decode_header(str(raw))))
    except (ValueError, LookupError, MessageError):  # a code page that nobody knows, letters that are none
        words = str(raw)
    return " ".join(words.encode("utf-8", "replace").decode("utf-8").split())
