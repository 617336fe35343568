"""A fetched page → WARC: each request, each answer with its headers, and what a web archive has of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

from build_tools.fetch.exchange import Exchange, name_target
from build_tools.fetch.pages import FetchedPage
from build_tools.model.errors import UsageError

_REFRAMED = frozenset({"transfer-encoding"})
"""Headers that are not true of the body as it is kept: it is no longer in chunks."""


def write_page_warc(fetched: FetchedPage, taken: datetime, archived: str | None = None) -> bytes:
    """The file, packed by gzip.

    `taken`: in UTC. `archived`: the address of a copy; empty where there is none, None where nobody asked.
    """
    try:
        from warcio.warcwriter import WARCWriter  # noqa: PLC0415 - an extra
    except ImportError:
        raise UsageError(
            "What writes WARC is not installed. In the checkout: pip install '.[fetch]'."
        ) from None
    out = BytesIO()
    writer = WARCWriter(out, gzip=True)
    date = taken.strftime("%Y-%m-%dT%H:%M:%SZ")
    for record in _make_records(writer, fetched, date, archived):
        writer.write_record(record)
    return out.getvalue()


def _make_records(writer: Any, fetched: FetchedPage, date: str, archived: str | None) -> Iterator[Any]:
    yield writer.create_warcinfo_record(
        "page.warc.gz", {"software": "archive fetch", "format": "WARC File Format 1.0"}
    )
    for exchange in fetched.exchanges:
        response = _make_response(writer, exchange, date)
        yield response
        request = {"WARC-Date": date, "WARC-Concurrent-To": response.rec_headers.get_header("WARC-Record-ID")}
        yield writer.create_warc_record(
            exchange.url,
            "request",
            http_headers=_head("GET", exchange, exchange.sent),
            warc_headers_dict=request,
        )
    if archived is not None:
        fields = f"archived-url: {archived or 'none'}\r\n".encode()
        yield writer.create_warc_record(
            fetched.page.url,
            "metadata",
            payload=BytesIO(fields),
            warc_content_type="application/warc-fields",
            warc_headers_dict={"WARC-Date": date},
        )


def _make_response(writer: Any, exchange: Exchange, date: str) -> Any:
    kept = tuple(
        (f"X-Archive-Orig-{name}" if name.lower() in _REFRAMED else name, value)
        for name, value in exchange.headers
    )
    return writer.create_warc_record(
        exchange.url,
        "response",
        payload=BytesIO(exchange.body),
        http_headers=_head(f"{exchange.status} {exchange.reason}", exchange, kept),
        warc_headers_dict={"WARC-Date": date, "WARC-IP-Address": exchange.address},
    )


def _head(line: str, exchange: Exchange, headers: tuple[tuple[str, str], ...]) -> Any:
    from warcio.statusandheaders import StatusAndHeaders  # noqa: PLC0415 - an extra

    if line != "GET":
        return StatusAndHeaders(line, list(headers), protocol="HTTP/1.1")
    asked = f"{name_target(exchange.url)} HTTP/1.1"
    return StatusAndHeaders(asked, list(headers), protocol="GET", is_http_request=True)
