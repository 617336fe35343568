"""Chromium → readers that tell on a page, because "asks no other host" must be seen, not assumed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

LOCAL_SCHEMES = {"file", "data", "blob", "about"}
LOCAL_HOST = "127.0.0.1"
WIDE, NARROW = 1440, 390
PATIENCE = 60_000
"""Milliseconds: where many workers share two processors, a page that opens at once waited eleven seconds."""


@dataclass
class Reader:
    """One browser window, and what it saw pages do."""

    context: BrowserContext
    page: Page
    foreign: list[str] = field(default_factory=list)
    """Addresses of requests to any host but this one."""
    errors: list[str] = field(default_factory=list)
    """Errors on the console and exceptions that no script caught, with the page's address."""

    def watch(self) -> None:
        """Begin to record."""
        self.context.on("request", self._requested)
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.errors.append(f"{self.page.url}: {error}"))

    def close(self) -> None:
        """Close the window, with those that it opened, and stop recording."""
        self.context.remove_listener("request", self._requested)
        for page in self.context.pages:
            page.close()

    def _requested(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in LOCAL_SCHEMES and address.hostname != LOCAL_HOST:
            self.foreign.append(f"{self.page.url} asks {request.url}")

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"{self.page.url}: {message.text}")

    def assert_quiet(self) -> None:
        """No request to another host, no error, no cookie."""
        assert not self.foreign, "\n".join(self.foreign)
        assert not self.errors, "\n".join(self.errors)
        assert not self.context.cookies(), self.context.cookies()


def open_context(
    browser: Browser,
    *,
    width: int = WIDE,
    scheme: Literal["light", "dark"] = "light",
    javascript: bool = True,
    clipboard: bool = False,
) -> BrowserContext:
    """Chromium as somebody has it who comes for the first time: no cookie, no storage, nothing cached.

    `clipboard`: whether pages may write to it, and tests read it.
    """
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        java_script_enabled=javascript,
        reduced_motion="reduce",
    )
    context.set_default_timeout(PATIENCE)
    if clipboard:
        context.grant_permissions(["clipboard-read", "clipboard-write"])
    return context


@contextmanager
def open_reader(context: BrowserContext) -> Iterator[Reader]:
    """A fresh window."""
    reader = Reader(context, context.new_page())
    reader.watch()
    try:
        yield reader
    finally:
        reader.close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing: pytest's own output is enough."""


@contextmanager
def serve(site: Path) -> Iterator[str]:
    """The folder over http, at an address such as `http://127.0.0.1:40001/`."""
    server = ThreadingHTTPServer((LOCAL_HOST, 0), partial(_Quiet, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://{LOCAL_HOST}:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
