"""A web archive in one file with its list of pages (WACZ) → the page in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from build_tools.capture.limits import refuse_damage
from build_tools.capture.warc import WarcRecord, choose_record, list_other_pages, list_records, read_record
from build_tools.capture.zip_entries import ZIP_START, ZipEntries
from build_tools.model.capture_text import FORM_WORDS, AskedReading, CaptureText, FormName, StatedField
from build_tools.model.unreadable import UnreadableCapture

_LISTS = ("pages/pages.jsonl", "pages/extraPages.jsonl")
_WORDS = FORM_WORDS[FormName.WACZ]


def is_wacz(content: bytes, _name: str) -> bool:
    """Whether it is a ZIP archive with WARC files where WACZ has them."""
    if not content.startswith(ZIP_START):
        return False
    try:
        return bool(_name_warcs(ZipEntries(content, _WORDS)))
    except UnreadableCapture:
        return False


def read_wacz(content: bytes, asked: AskedReading) -> CaptureText:
    """The page asked for, else the first of the list, else the first. Raises UnreadableCapture."""
    entries = ZipEntries(content, _WORDS)
    pages = tuple(_read_lists(entries))
    found: list[tuple[str, WarcRecord]] = [
        (name, record)
        for name in _name_warcs(entries)
        for record in list_records(entries.unpack(name) or b"")
    ]
    records = [record for _, record in found]
    if not records:
        raise refuse_damage(f"is {_WORDS} that has no record in it")
    held = {record.address for record in records if record.is_page}
    listed = next((address for address, _ in pages if address in held), None)
    page = choose_record(records, asked.page or listed)
    text = read_record(page, records, asked)
    titles = (StatedField("title", title, "the list of pages") for one, title in pages if one == page.address)
    return replace(
        text,
        form=FormName.WACZ,
        stated=(*text.stated, *(title for title in titles if title.value)),
        parts=tuple(entries.list_parts(next(name for name, record in found if record is page))),
        doubts=(
            *text.doubts,
            *(() if asked.page or (listed and len(pages) == 1) else list_other_pages(records, page)),
        ),
    )


def _list_found(entries: ZipEntries) -> Iterator[tuple[str, WarcRecord]]:
    """The records, each with the name of the entry that it is in."""
    for name in _name_warcs(entries):
        yield from ((name, record) for record in list_records(entries.unpack(name) or b""))


def _name_warcs(entries: ZipEntries) -> list[str]:
    return [
        name for name in entries.names if name.startswith("archive/") and name.endswith((".warc", ".warc.gz"))
    ]


def _read_lists(entries: ZipEntries) -> Iterator[tuple[str, str]]:
    """Address and title of the pages that the archive lists."""
    for name in _LISTS:
        for line in (entries.unpack(name) or b"").splitlines():
            try:
                page = json.loads(line)
            except (ValueError, RecursionError):
                continue
            if isinstance(page, dict) and isinstance(page.get("url"), str):
                title = page.get("title")
                yield page["url"], " ".join(title.split()) if isinstance(title, str) else ""
