"""A web archive (WARC) → the page in it, with the address and the moment that the record states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr
from dataclasses import dataclass, replace
from io import BytesIO, StringIO
from typing import Any

from build_tools.capture.extras import load_extra
from build_tools.capture.gzip_members import GZIP_START, GzipMember, peek_member, unpack_members
from build_tools.capture.limits import MOST_RECORDS, MOST_UNPACKED, refuse_damage, refuse_size
from build_tools.capture.mime_parts import name_media
from build_tools.capture.page import is_page, read_page
from build_tools.capture.page_statements import find_page_statements, state_address
from build_tools.capture.refused_forms import find_refusal
from build_tools.model.capture_text import FORM_WORDS, AskedReading, CaptureText, FormName, StatedField
from build_tools.model.clean import FilePart
from build_tools.model.unreadable import UnreadableCapture
from build_tools.text.terminal import quote_value

_PAGES = ("text/html", "application/xhtml+xml")
_HOLDS = frozenset({"response", "resource"})
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_COPY = re.compile(rb"^archived-url: (https?://[^\s]{1,4000})", re.MULTILINE)
_LONGEST_NOTE = 1 << 14
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_UNPACKED = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
"""How servers pack pages that are unpacked here."""
_MOST_NAMED = 3
"""Other pages that a doubt names."""


@dataclass(frozen=True, slots=True)
class WarcRecord:
    """A record of a WARC file."""

    start: int
    """Offset in the file, packed as it may be."""
    end: int
    type: str
    address: str
    date: str
    """As it states it: ISO 8601, in UTC."""
    status: str
    """Of HTTP; empty where it has none."""
    media: str
    charset: str | None
    payload: bytes
    """Of a page, or a note on one; of anything else nothing is unpacked."""
    cut: str = ""
    """Why it is known not to be whole; empty where nothing says so."""
    packed_as: str = ""
    """How its page is packed, where nothing here unpacks that."""

    @property
    def is_page(self) -> bool:
        """Whether it holds a page that a server gave and that can be read, and no error or redirection."""
        return (
            not self.packed_as and self.type in _HOLDS and self.media in _PAGES and self.status in {"", "200"}
        )


def is_warc(content: bytes, _name: str) -> bool:
    """Whether it begins with a record, packed or not."""
    begun = peek_member(content, 1 << 10) if content.startswith(GZIP_START) else content
    return begun.startswith(b"WARC/")


def read_warc(content: bytes, asked: AskedReading) -> CaptureText:
    """The page asked for, else the first. Raises UnreadableCapture where there is none."""
    records = list_records(content)
    page = choose_record(records, asked.page)
    text = read_record(page, records, asked)
    return replace(
        text,
        form=FormName.WARC,
        parts=tuple(_list_parts(records, len(content), page)),
        doubts=(*text.doubts, *(() if asked.page else list_other_pages(records, page))),
    )


def read_record(page: WarcRecord, records: Sequence[WarcRecord], asked: AskedReading) -> CaptureText:
    """The page of a record; it and the other `records` state its address, its moment, and a copy of it."""
    stated = (
        *find_page_statements(page.payload),
        *state_address(page.address, "WARC-Target-URI"),
        *([StatedField("taken", page.date, "WARC-Date")] if _MOMENT.fullmatch(page.date) else []),
        *_find_copy(page, records),
    )
    text = replace(read_page(page.payload, asked), declared_encoding=page.charset, stated=stated)
    return replace(text, doubts=(page.cut,) if page.cut else ())


def _find_copy(page: WarcRecord, records: Sequence[WarcRecord]) -> Iterator[StatedField]:
    """The copy in another web archive that was noted when the page was fetched."""
    for record in records:
        if record.type == "metadata" and record.address == page.address:
            noted = _COPY.search(record.payload[:_LONGEST_NOTE])
            yield from state_address(noted[1].decode("latin-1"), "the WARC's note") if noted else ()


def choose_record(records: Sequence[WarcRecord], address: str | None) -> WarcRecord:
    """The page of an address, else the first page: what was asked for comes before what it is made of.

    Raises UnreadableCapture where there is none.
    """
    pages = [record for record in records if record.is_page]
    packed = (r for r in records if r.packed_as and address in {None, r.address})
    if (closed := next(packed, None)) and not any(address in {None, page.address} for page in pages):
        how = quote_value(closed.packed_as)
        raise refuse_damage(f"has a page that its server packed as {how}, which nothing here unpacks")
    if not pages:
        raise refuse_damage("is a web archive that has no page in it")
    found = next((page for page in pages if address in {None, page.address}), None)
    if found is None:
        others = ", ".join(page.address for page in pages[:_MOST_NAMED])
        raise refuse_damage(f"has no page of the address {address}", f"State one that it has: {others}.")
    return found


def list_other_pages(records: Sequence[WarcRecord], read: WarcRecord) -> Iterator[str]:
    """That there are other pages, if there are."""
    others = [record.address for record in records if record.is_page and record.address != read.address]
    if others:
        more = ", …" if len(others) > _MOST_NAMED else ""
        named = ", ".join(others[:_MOST_NAMED])
        yield (
            f"has {len(others) + 1} pages; the one that was read is {read.address}, not {named}{more}."
            " State it as `page` under `capture`."
        )


def list_records(content: bytes) -> tuple[WarcRecord, ...]:
    """All records up to the first that is damaged. Raises UnreadableCapture beyond the limits."""
    warcio = load_extra("warcio.archiveiterator", "warc", FORM_WORDS[FormName.WARC])
    found: list[WarcRecord] = []
    packed = content.startswith(GZIP_START)
    for member in unpack_members(content) if packed else (GzipMember(0, len(content), content),):
        with redirect_stderr(StringIO()):  # the library warns there, in the words of the file
            records = tuple(_read_records(warcio.ArchiveIterator(BytesIO(member.content))))
        for record in records:
            # of what is packed only the member has a place in the file
            found.append(replace(record, start=member.start, end=member.end) if packed else record)
            if len(found) > MOST_RECORDS:
                raise refuse_size(f"has more than {MOST_RECORDS} records")
    return tuple(found)


def _read_records(records: Any) -> Iterator[WarcRecord]:
    """The records of a stream; on broken files the library raises what it likes, and reading ends there."""
    while True:
        try:
            record = next(records, None)
            if record is None:
                return
            read = _read_record(records, record)
        except UnreadableCapture:
            raise
        except Exception:  # noqa: BLE001
            return
        yield read


def _read_record(records: Any, record: Any) -> WarcRecord:
    named = record.rec_headers.get_header
    http = record.http_headers
    kind = (http.get_header("Content-Type") if http else named("Content-Type")) or ""
    media = kind.partition(";")[0].strip().lower()
    read = WarcRecord(
        start=0,
        end=0,
        type=record.rec_type or "",
        address=named("WARC-Target-URI") or "",
        date=named("WARC-Date") or "",
        status=(http.get_statuscode() or "") if http else "",
        media=media,
        charset=(_CHARSET.search(kind) or [None, None])[1],
        payload=b"",
    )
    if read.is_page or read.type == "metadata":
        payload, packed_as = _unpack_payload(record)
        if len(payload) > MOST_UNPACKED:
            raise refuse_size(f"has a page of more than {MOST_UNPACKED} bytes")
        read = replace(read, payload=payload, packed_as=packed_as)
    # last: to tell its place, the library reads the record to its end
    start = records.get_record_offset()
    end = start + records.get_record_length()
    return replace(read, start=start, end=end, cut=_tell_cut(record, named("WARC-Truncated")))


def _unpack_payload(record: Any) -> tuple[bytes, str]:
    """The page as its server meant it; and how it is packed, where it stayed so.

    Some servers say that they packed what they did not, and the page is one all the same.
    """
    http = record.http_headers
    encoding = ((http.get_header("Content-Encoding") if http else "") or "").strip().lower()
    if encoding not in _UNPACKED:
        # the library takes what it does not know as it is, and raises at what it half knows
        http.remove_header("Content-Encoding")
    payload: bytes = record.content_stream().read(MOST_UNPACKED + 1)
    is_known = encoding in _UNPACKED and not (encoding and find_refusal(payload))
    return payload, "" if is_known or is_page(payload, "") else encoding


def _tell_cut(record: Any, said: str | None) -> str:
    """Whether a record that was read to its end is shorter than it says, or says that it was cut."""
    if said:
        return "says that its page was cut short when it was taken (WARC-Truncated)."
    missing = getattr(record.raw_stream, "limit", 0)
    return f"breaks off within the page: {missing} bytes of its record are missing." if missing > 0 else ""


def _list_parts(records: Sequence[WarcRecord], size: int, read: WarcRecord) -> Iterator[FilePart]:
    """The whole file: one part for each record, and what follows where it is damaged."""
    at = 0
    for record in records:
        # several records in one member have its place together
        if record.end <= at:
            continue
        name = name_media(record.media) if record.type in _HOLDS else "headers"
        yield FilePart(at, record.end, name, read=record.start == read.start)
        at = record.end
    if at < size:
        yield FilePart(at, size, "rest", read=False)
