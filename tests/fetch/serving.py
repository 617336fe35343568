"""A server on loopback with pages that lead on, break off, never end, or are no pages."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

from tests.capture.packing import PAGE

LOOPBACK = frozenset({"127.0.0.1"})
"""What only tests may ask."""


class _Handler(BaseHTTPRequestHandler):
    released: ClassVar[threading.Event]
    asked: ClassVar[list[tuple[str, dict[str, str]]]]

    def do_GET(self) -> None:
        self.asked.append((self.path, dict(self.headers)))
        getattr(self, f"_{self.path.strip('/').partition('?')[0]}", self._absent)()

    def log_message(self, *_: Any) -> None:
        """Nothing: what was asked is kept."""

    def _answer(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def _absent(self) -> None:
        self._answer(b"nothing", 404, Content_Type="text/html")

    def _page(self) -> None:
        body = PAGE.encode()
        self._answer(
            body, Content_Type="text/html; charset=utf-8", Content_Length=str(len(body)), X_Own="kept"
        )

    def _moved(self) -> None:
        self._answer(b"elsewhere", 302, Location="/page#top", Set_Cookie="a=b")

    def _loop(self) -> None:
        self._answer(b"", 301, Location="/loop")

    def _inwards(self) -> None:
        self._answer(b"", 301, Location="http://169.254.169.254/latest")

    def _file(self) -> None:
        self._answer(b"", 301, Location="file:///etc/passwd")

    def _bracket(self) -> None:
        self._answer(b"", 301, Location="http://[")

    def _onward(self) -> None:
        """To what the question names."""
        self._answer(b"", 307, Location=self.path.partition("?")[2])

    def _picture(self) -> None:
        self._answer(b"\x89PNG", Content_Type="image/png")

    def _large(self) -> None:
        self._answer(b"word " * 5000, Content_Type="text/plain")

    def _short(self) -> None:
        self._answer(b"word", Content_Type="text/plain", Content_Length="400")

    def _empty(self) -> None:
        self._answer(b"", Content_Type="text/plain")

    def _waiting(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"word ")
        self.wfile.flush()
        self.released.wait()

    def _available(self) -> None:
        copy = "http://web.archive.org/web/20231115080910/https://a.test/"
        known = b'{"archived_snapshots": {"closest": {"available": true, "url": "%s"}}}' % copy.encode()
        self._answer(known if "a.test" in self.path else b'{"archived_snapshots": {}}')

    def _strange(self) -> None:
        self._answer(b"[]")


Asked = list[tuple[str, dict[str, str]]]


@contextmanager
def serve_pages(tls: ssl.SSLContext | None = None) -> Iterator[tuple[str, Asked]]:
    """The server's address, and what it was asked: path and headers."""
    handler = type("Handler", (_Handler,), {"released": threading.Event(), "asked": []})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        if tls:
            # without the handshake, which would hold up the thread that accepts
            server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"{'https' if tls else 'http'}://127.0.0.1:{server.server_port}", handler.asked  # type: ignore[attr-defined]
        finally:
            handler.released.set()  # type: ignore[attr-defined]
            server.shutdown()
            thread.join()
