"""Days and times that there are not, wherever a capture may say when: no draft and no ledger has one."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from hashlib import sha256

import pytest
import yaml

from build_tools.capture import extract_text
from build_tools.clean import clean
from build_tools.drafting import KnownArchive, draft_record
from build_tools.exports.new_record import write_draft
from build_tools.model.capture import Capture
from build_tools.model.edtf import parse_edtf
from tests.capture.packing import pack_mhtml, pack_zip

STORY = "The ferry between Lower Ashby and the island has stopped for the winter, the harbour office said."
Door = Callable[[str], bytes]


def _page(head: str = "", *, body: str = "", before: str = "") -> bytes:
    return (
        f"{before}<!DOCTYPE html><html><head>{head}</head><body><h1>Ferry stops</h1>{body}<p>{STORY}".encode()
    )


def _mail(name: str, value: str) -> bytes:
    headers = {"From": "a@b.test", "Subject": "x", "Received": "by c", "Date": "", name: value}
    return "".join(f"{key}: {words}\r\n" for key, words in headers.items()).encode() + f"\r\n{STORY}".encode()


def _telegram(day: str) -> bytes:
    message = {"id": 1, "type": "message", "date": day, "text": STORY}
    return json.dumps({"name": "x", "type": "public_channel", "id": 1, "messages": [message]}).encode()


def _docx(day: str) -> bytes:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    core = (
        '<cp:coreProperties xmlns:cp="c" xmlns:dcterms="http://purl.org/dc/terms/">'
        f"<dcterms:created>{day}</dcterms:created></cp:coreProperties>"
    )
    body = (
        f'<w:document xmlns:w="{word}"><w:body><w:p><w:r><w:t>{STORY}</w:t></w:r></w:p></w:body></w:document>'
    )
    return pack_zip({"word/document.xml": body.encode(), "docProps/core.xml": core.encode()})


def _compact(day: str) -> str:
    return "".join(filter(str.isdigit, day)).ljust(14, "0")[:14]


DOORS: dict[str, Door] = {
    "a tag": lambda day: _page(f'<meta property="article:published_time" content="{day}">'),
    "linked data": lambda day: _page(
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "{day}"}}</script>'
    ),
    "a time": lambda day: _page(body=f'<time class="published" datetime="{day}">x</time>'),
    "a line": lambda day: _page(body=f"<p>By Ned Marlow, {day}</p>"),
    "a plain text": lambda day: f"Ferry stops\n{day}\n\n{STORY}\n".encode(),
    "the address": lambda day: _page(
        f'<link rel="canonical" href="https://a.test/{day.replace("-", "/").replace(".", "/")}/x">'
    ),
    "the address, joined": lambda day: _page(
        f'<link rel="canonical" href="https://a.test/{_compact(day)[:8]}/x">'
    ),
    "the address of a copy": lambda day: _page(
        f'<link rel="canonical" href="https://web.archive.org/web/{_compact(day)}/https://a.test/x">'
    ),
    "another archive’s copy": lambda day: _page(
        f'<link rel="canonical" href="https://archive.test/web/{_compact(day)}/https://a.test/x">'
    ),
    "a web archive’s script": lambda day: _page(f'<script>__wm.wombat("http://a.test/","{_compact(day)}")'),
    "a program’s comment": lambda day: _page(
        before=f"<!-- Saved from http://a.b/ at {day} using monolith -->"
    ),
    "another program’s comment": lambda day: _page(
        before=f"<!--\n Page saved with SingleFile \n url: http://a.test/ \n saved date: {day}\n-->"
    ),
    "a mail’s Date": lambda day: _mail("Date", day),
    "a mail’s Received": lambda day: _mail("Received", f"by c with SMTP; {day}"),
    "a saved page’s Date": lambda day: pack_mhtml().replace(b"Tue, 14 Nov 2023 18:02:11 +0100", day.encode()),
    "a web archive": lambda day: (
        f"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://a.test/\r\nWARC-Date: {day}\r\n"
        f"WARC-Record-ID: <urn:x>\r\nContent-Type: text/html\r\nContent-Length: {len(_page())}\r\n\r\n"
    ).encode() + _page() + b"\r\n\r\n",
    "an export": _telegram,
    "Markdown’s head": lambda day: f"---\ndate: {day}\ncreated: {day}\n---\n\n# x\n\n{STORY}\n".encode(),
    "a document": _docx,
}  # fmt: skip
IMPOSSIBLE = (
    *("2023-13-45", "2023-02-31", "2023-02-29", "2023-00-10", "2023-04-00", "20231345"),
    *("31.02.2023", "2023-13-01"),
    *("31 February 2023", "February 30, 2023", "0000-00-00", "0000-01-01T00:00:00Z", "2023-02-30T10:00:00Z"),
    *("2023-13-01T10:00:00", "2023-06-31T10:00:00+01:00", "2023-05-01T25:00:00Z", "2023-05-01T10:61:00Z"),
    *("2023-05-01T10:00:00+99:99", "2023-05-01 10:00:00 +2500", "Wed, 31 Feb 2023 10:00:00 +0000"),
    *("Wed, 01 Feb 2023 10:00:00 +9900", "Wed Feb 31 2023 10:00:00 GMT+0100", "99991399"),
    "٢٠٢٣-١٣-٠١",
)  # fmt: skip


def _list_dates(content: bytes, name: str) -> list[str]:
    """Every date of the draft, of the ledger and of what the capture says of itself."""
    capture = Capture(name, content, sha256(content).hexdigest())
    written = write_draft(draft_record(capture, KnownArchive(), date(2031, 6, 1)))
    draft = yaml.load(written, yaml.BaseLoader)  # noqa: S506 - text only
    told = [draft["published"]["date"], draft["capture"].get("taken", "")]
    told += [found.value for found in clean(capture).metadata if found.field in ("date", "taken", "archived")]
    stated = extract_text(capture).stated
    return [*told, *(f.value for f in stated if f.field in ("date", "taken", "archived"))]


@pytest.mark.parametrize("door", DOORS)
def test_no_draft_has_a_date_that_there_is_not(door: str) -> None:
    """What cannot be is left out; the date of a draft is one that its record may have, or none."""
    name = "a.md" if door.startswith("Markdown") else "a.txt"
    for day in IMPOSSIBLE:
        wrong = [told for told in _list_dates(DOORS[door](day), name) if told and parse_edtf(told) is None]
        assert not wrong, (day, wrong)


@pytest.mark.parametrize("door", DOORS)
def test_each_door_is_one(door: str) -> None:
    """Through each of them some way of writing a day that there is comes to the draft."""
    days = ("2023-05-01", "2023-05-01T10:00:00", "2023-05-01T10:00:00Z", "Mon, 01 May 2023 10:00:00 +0000")
    name = "a.md" if door.startswith("Markdown") else "a.txt"
    told = [told[:10] for day in days for told in _list_dates(DOORS[door](day), name)]
    assert "2023-05-01" in told or door == "a document"
