"""A built site → the same over http, compressed as on GitHub Pages, because weight is what travels."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Final

HOST: Final = "127.0.0.1"
LEVEL = 6
"""The usual level of servers that compress as they send."""
COMPRESSED = {".html", ".css", ".js", ".json", ".xml", ".svg", ".txt", ".csv", ".bib", ".ris"}
HEADERS = 300
"""Bytes that the headers of an answer take, on the whole."""
KEPT = 600
"""Seconds for which GitHub Pages lets a browser keep a file."""


@dataclass(frozen=True, slots=True)
class Sent:
    """One answer."""

    path: str
    """As it was asked for."""
    kind: str
    """Ending of the file: `.html`."""
    size: int
    """Bytes that travelled, headers included."""


def packed(content: bytes) -> bytes:
    """The bytes as they travel; the same for the same content."""
    return gzip.compress(content, LEVEL, mtime=0)


class Compressing(SimpleHTTPRequestHandler):
    """Serves a folder, with `404.html` for what is not there."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *rest: Any, sent: list[Sent], **settings: Any) -> None:
        self._sent = sent
        super().__init__(*rest, **settings)

    def do_GET(self) -> None:
        """Send one file, compressed if it is text and the browser takes that."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        found = file.is_file()
        missing = Path(self.directory) / "404.html"
        if not found:
            file = missing
        content = file.read_bytes() if file.is_file() else b""
        self.send_response(HTTPStatus.OK if found else HTTPStatus.NOT_FOUND)
        kind = self.guess_type(str(file))
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        if file.suffix in COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", ""):
            content = packed(content)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", f"max-age={KEPT}")
        self.end_headers()
        # told before the last byte leaves: whoever waits for the answer finds it in the account
        self._sent.append(Sent(self.path, file.suffix, HEADERS + len(content)))
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Nothing: whoever measures prints what was measured."""


@contextmanager
def serve(site: Path, sent: list[Sent] | None = None) -> Iterator[str]:
    """The folder at an address such as `http://127.0.0.1:40001/`, until the context ends.

    What it sends is added to `sent`: a browser's own account leaves out what workers ask for.
    """
    told = [] if sent is None else sent
    server = ThreadingHTTPServer((HOST, 0), partial(Compressing, directory=str(site), sent=told))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://{HOST}:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
