"""One request to one checked address → the answer, within limits of size and time."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import SplitResult, urlsplit

from build_tools.fetch.public_addresses import Resolve, choose_public_address, resolve_in_time
from build_tools.fetch.refusals import FetchRefused
from build_tools.model.errors import UsageError

_PORTS = {"http": 80, "https": 443}
_PAGES = "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5"
_STEP = 1 << 16
_LEAST = 0.01
"""Seconds for a connection at least: sockets take none for no limit."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request and its answer."""

    url: str
    address: str
    """Of the machine that answered."""
    sent: tuple[tuple[str, str], ...]
    """Headers of the request."""
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    """Of the answer, as received."""
    body: bytes
    """As received, but for the division into chunks; of a redirection it is empty."""

    @property
    def media_type(self) -> str:
        """What it is said to be, without parameters; empty where nothing is said."""
        return self.get_header("Content-Type").partition(";")[0].strip().lower()

    def get_header(self, name: str) -> str:
        """The first header of a name; empty where there is none."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")


@dataclass(frozen=True, slots=True)
class Posted:
    """What a request carries, and which type of answer it asks for."""

    media: str
    accepted: str
    content: bytes


def split_web_address(url: str) -> SplitResult:
    """The parts of an address that may be asked. Raises FetchRefused for any other."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise FetchRefused(f"{url} is no address.") from None
    if parts.scheme not in _PORTS or not parts.hostname or port == 0:
        raise FetchRefused(f"{url} is no http or https address.")
    if parts.username is not None or parts.password is not None:
        raise FetchRefused("The address has a name or a password in it, which a WARC file would keep.")
    if not url.isascii() or any(letter <= " " for letter in url):
        raise FetchRefused(f"{url} has letters that must be written as %XX, or in the host's name as xn--….")
    return parts


def name_target(url: str) -> str:
    """What of an address is asked of its machine: path and query.

    >>> name_target("http://a.test?q=1#top")
    '/?q=1'
    """
    parts = urlsplit(url)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def ask(  # noqa: PLR0917 - what bounds one request
    url: str,
    resolve: Resolve,
    allowed: frozenset[str],
    most_bytes: int,
    seconds: float,
    agent: str,
    posted: Posted | None = None,
) -> Exchange:
    """Ask for an address. Raises FetchRefused: private, silent, too long or slow; UsageError: no library."""
    parts = split_web_address(url)
    host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
    ends = time.monotonic() + seconds
    address = choose_public_address(host, resolve_in_time(resolve, host, port, seconds), allowed)
    seconds = max(ends - time.monotonic(), _LEAST)
    sent = _list_headers(parts.netloc, agent, posted)
    connection = _make_connection(parts.scheme, address, port, host, seconds)
    # each step has a time limit of its own, which a machine that sends a byte now and then never meets
    watch = threading.Timer(seconds, _hang_up, [connection])
    watch.daemon = True
    watch.start()
    try:
        answer, body = _exchange(connection, name_target(url), dict(sent), most_bytes, posted)
    except FetchRefused:
        raise
    except Exception as error:  # noqa: BLE001 - of sockets, of TLS, of HTTP, of the library
        told = "in full in time" if time.monotonic() >= ends else f"({address}): {_tell(error)}"
        raise FetchRefused(f"{host} did not answer {told}.") from None
    finally:
        watch.cancel()
        connection.close()
    if time.monotonic() >= ends:
        raise FetchRefused(f"{host} did not answer in full in time.")
    headers = tuple((str(name), str(value)) for name, value in answer.headers.items())
    return Exchange(url, address, sent, answer.status, answer.reason or "", headers, body)


def _list_headers(host: str, agent: str, posted: Posted | None) -> tuple[tuple[str, str], ...]:
    return (
        ("Host", host),
        ("User-Agent", agent),
        ("Accept", posted.accepted if posted else _PAGES),
        *([("Content-Type", posted.media)] if posted else []),
        ("Accept-Encoding", "identity"),
        ("Connection", "close"),
    )


def _exchange(
    connection: Any, target: str, sent: dict[str, str], most: int, posted: Posted | None
) -> tuple[Any, bytes]:
    method, content = ("POST", posted.content) if posted else ("GET", None)
    connection.request(
        method, target, body=content, headers=sent, preload_content=False, decode_content=False
    )
    answer = connection.getresponse()
    redirected = 300 <= answer.status < 400  # noqa: PLR2004 - the class of redirections
    return answer, b"" if redirected else _read_body(answer, most)


def _make_connection(scheme: str, address: str, port: int, host: str, seconds: float) -> Any:
    """To the checked address, whatever the name says meanwhile; the certificate must be the name's."""
    try:
        from urllib3 import connection  # noqa: PLC0415 - an extra
    except ImportError:
        raise UsageError(
            "What fetches pages is not installed. In the checkout: pip install '.[fetch]'."
        ) from None
    if scheme == "http":
        return connection.HTTPConnection(address, port, timeout=seconds)
    return connection.HTTPSConnection(
        address,
        port,
        timeout=seconds,
        server_hostname=host,
        assert_hostname=host,
        ssl_context=ssl.create_default_context(),
    )


def _read_body(answer: Any, most: int) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while piece := answer.read1(_STEP):
        size += len(piece)
        if size > most:
            raise FetchRefused(f"The page has more than {most} bytes.")
        pieces.append(piece)
    declared = answer.headers.get("Content-Length")
    if declared and declared.isdecimal() and size < int(declared):
        raise FetchRefused(f"The answer broke off after {size} of {declared} bytes.")
    return b"".join(pieces)


def _hang_up(connection: Any) -> None:
    if connection.sock is not None:
        try:
            connection.sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            return


def _tell(error: Exception) -> str:
    return (str(error).partition(": ")[2] or str(error) or type(error).__name__).rstrip(".")[:200]
