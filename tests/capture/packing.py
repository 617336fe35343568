"""Captures of each form, in packings as real tools write them: a town and an outlet that do not exist."""

from __future__ import annotations

import base64
import json
import quopri
import zipfile
from io import BytesIO

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

STORY = (
    (
        "The ferry between Lower Ashby and the island of Henney has stopped for the winter, the harbour"
        " office said on Friday."
    ),
    "“Nobody crosses before the ice has gone,” the harbour master, Ada Quill, told the council.",
    "About 240 people live on the island, and the last boat with flour landed on Tuesday morning.",
    "The council will vote in January on a footbridge that would cost 1.2 million crowns, half of it lent.",
)
"""The paragraphs of the report that every form here holds."""
TITLE = "Ferry to Henney stops for the winter"
ADDRESS = "https://ashby-courier.test/2023/11/ferry-stops"

PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><title>{TITLE} | Ashby Courier</title>
<meta property="og:title" content="{TITLE}"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>{TITLE}</h1>
<p class="byline">By Ned Marlow</p><time datetime="2023-11-14">14 November 2023</time>
{"".join(f"<p>{words}</p>" for words in STORY)}
</article><footer>© Ashby Courier</footer></body></html>
"""


def pack_mhtml(page: str = PAGE, *, encoding: str = "quoted-printable", address: str = ADDRESS) -> bytes:
    """As a browser of the Chromium kind saves a page."""
    body = page.encode()
    packed = base64.encodebytes(body) if encoding == "base64" else quopri.encodestring(body)
    head = (
        "From: <Saved by Blink>\r\n"
        f"Snapshot-Content-Location: {address}\r\n"
        f"Subject: {TITLE} | Ashby Courier\r\n"
        "Date: Tue, 14 Nov 2023 18:02:11 +0100\r\n"
        "MIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Mark--7q----"\r\n\r\n\r\n'
        "------Mark--7q----\r\n"
        "Content-Type: text/html\r\n"
        f"Content-Transfer-Encoding: {encoding}\r\n"
        f"Content-Location: {address}\r\n\r\n"
    )
    picture = (
        "\r\n------Mark--7q----\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
        "Content-Location: https://ashby-courier.test/pier.png\r\n\r\niVBORw0KGgo=\r\n------Mark--7q------\r\n"
    )
    return head.encode() + packed.replace(b"\n", b"\r\n") + picture.encode()


def pack_mail(page: str | None = PAGE, plain: str | None = None, *, charset: str = "utf-8") -> bytes:
    """As a reader of mail saves a newsletter."""
    texts = [("plain", plain if plain is not None else "\n\n".join(STORY)), ("html", page)]
    parts = "".join(
        f"--=_part\r\nContent-Type: text/{kind}; charset={charset}\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
        f"{quopri.encodestring(text.encode(charset)).decode()}\r\n"
        for kind, text in texts
        if text
    )
    head = (
        "Return-Path: <letters@ashby-courier.test>\r\n"
        "Received: by mail.reader.test with SMTP id 7; Tue, 14 Nov 2023 07:00:09 +0000\r\n"
        "Message-ID: <1@ashby-courier.test>\r\n"
        "From: =?utf-8?q?Ashby_Courier_=E2=80=94_Letters?= <letters@ashby-courier.test>\r\n"
        f"Subject: {TITLE}\r\n"
        "Date: Tue, 14 Nov 2023 07:00:00 +0000\r\n"
        "MIME-Version: 1.0\r\n"
        'Content-Type: multipart/alternative; boundary="=_part"\r\n\r\n'
    )
    return f"{head}{parts}--=_part--\r\n".encode(charset)


def pack_warc(pages: dict[str, str] | None = None, *, gzipped: bool = False, payload: bytes = b"") -> bytes:
    """As a crawler writes it: what it says of itself, a redirection, a picture, then the pages."""
    out = BytesIO()
    writer = WARCWriter(out, gzip=gzipped)
    date = "2023-11-15T08:09:10Z"
    writer.write_record(writer.create_warcinfo_record("ashby.warc", {"software": "crawler"}))
    answers = [
        ("http://ashby-courier.test/ferry", "301 Moved", "text/html", b"<html><body>Moved</body></html>"),
        ("https://ashby-courier.test/pier.png", "200 OK", "image/png", b"\x89PNG\r\n\x1a\n"),
        *(
            (address, "200 OK", "text/html; charset=utf-8", payload or page.encode())
            for address, page in (pages or {ADDRESS: PAGE}).items()
        ),
    ]
    for address, status, media, content in answers:
        headers = StatusAndHeaders(status, [("Content-Type", media)], protocol="HTTP/1.1")
        dated = {"WARC-Date": date}
        record = writer.create_warc_record(
            address,
            "response",
            payload=BytesIO(content),
            http_headers=headers,
            warc_headers_dict=dated,
        )
        writer.write_record(record)
    return out.getvalue()


def pack_zip(entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        for name, content in entries.items():
            made.writestr(name, content)
    return out.getvalue()


def pack_wacz(pages: dict[str, str] | None = None, *, listed: str = ADDRESS) -> bytes:
    """As a recorder in a browser writes it."""
    lines = [{"format": "json-pages-1.0"}, {"url": listed, "title": TITLE, "ts": "2023-11-15T08:09:10Z"}]
    return pack_zip(
        {
            "archive/data.warc.gz": pack_warc(pages, gzipped=True),
            "pages/pages.jsonl": "\n".join(map(json.dumps, lines)).encode(),
            "datapackage.json": b"{}",
        }
    )


def pack_pdf(pages: list[list[tuple[int, int, int, str]]], *, title: str = "") -> bytes:
    """As a plain program writes it: lines with their place from the left and the foot, and size."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for lines in pages:
        drawn = "\n".join(
            f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({_escape_pdf(words)}) Tj ET" for x, y, size, words in lines
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Contents {len(objects)} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>"
    objects.append(f"<< /Title ({_escape_pdf(title)}) /CreationDate (D:20231114101213+01'00') >>")
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>"
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}"
    out += f"{table}trailer\n{trailer}\nstartxref\n{len(out)}\n%%EOF\n"
    return out.encode("latin-1")


def _escape_pdf(words: str) -> str:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
