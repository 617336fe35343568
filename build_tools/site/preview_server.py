"""A site while it is written → a server with live reload that asks for each page when it is looked at.

MkDocs' server watches, reloads and serves files; what is a page of ours, it asks its maker for first.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.livereload import LiveReloadServer

from build_tools.site.fault_panel import (
    FAULT_STYLES,
    STYLES_ADDRESS,
    Trouble,
    insert_panel,
    write_fault_panel,
)

LOCAL_ADDRESS = ("127.0.0.1", 8000)
"""Where a site is served unless another address is given: seen by this machine alone."""
_SOON = 0.1
"""Seconds between two looks at the watched files: with the build's own time, less than one in all."""


class PreviewServer(LiveReloadServer):
    """Serves a folder, but pages first from whoever makes them."""

    def __init__(
        self,
        rebuild: Callable[[], bool],
        find_page: Callable[[str], bytes | None],
        folder: Path,
        address: tuple[str, int],
        list_trouble: Callable[[], Trouble] = Trouble,
    ) -> None:
        """`rebuild` takes in what was saved, and tells whether it is to be called once more.

        `find_page` gives the page of an address below the site, or None for what is a file of `folder`.
        `list_trouble` tells what is wrong with what was saved last, which every page then shows.
        """
        super().__init__(
            lambda: self._rebuild(rebuild),
            *address,
            str(folder),
            polling_interval=_SOON,
            shutdown_delay=_SOON,
        )
        self._find_page = find_page
        self._list_trouble = list_trouble

    def service_actions(self) -> None:
        """Watch a folder anew that had gone and is back, as in a checkout: its watcher ended then."""
        super().service_actions()
        ended = [emitter.watch for emitter in self.observer.emitters if not emitter.is_alive()]
        for watch in ended if self.observer.is_alive() else ():
            if Path(watch.path).exists():
                self._watched_paths.pop(watch.path, None)
                self.observer.unschedule(watch)
                self.watch(watch.path, recursive=watch.is_recursive)
                self.ask_for_rebuild()

    def _rebuild(self, rebuild: Callable[[], bool]) -> None:
        wanted = self._wanted_epoch
        # MkDocs’ server gives no file until it has what it waits for; ours are replaced all in one step
        self._wanted_epoch = self._visible_epoch
        with self._epoch_cond:
            self._epoch_cond.notify_all()
        try:
            if rebuild():
                self.ask_for_rebuild()
        finally:
            self._wanted_epoch = wanted

    def ask_for_rebuild(self) -> None:
        """Rebuild as if something had been saved, when what is under way is done."""
        with self._rebuild_cond:
            self._want_rebuild = True
            self._rebuild_cond.notify_all()

    def _serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes] | None:
        # WSGI gives a path’s bytes as Latin-1 (PEP 3333)
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        address = path.lstrip("/").removesuffix("index.html")
        if address == STYLES_ADDRESS:
            return _respond(start_response, "text/css", FAULT_STYLES.encode())
        page = self._find_page(address)
        if page is None:
            return super()._serve_request(environ, start_response)
        with self._epoch_cond:
            epoch = self._visible_epoch
        return _respond(start_response, "text/html", self._inject_js_into_html(page, epoch))

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """As MkDocs puts its script into each page, its own and ours: what is wrong comes first."""
        shown = insert_panel(content, write_fault_panel(self._list_trouble()))
        scripted: bytes = super()._inject_js_into_html(shown, epoch)  # type: ignore[no-untyped-call] # MkDocs' own
        return scripted


def _respond(start_response: Any, kind: str, content: bytes) -> list[bytes]:
    headers = [("Content-Type", f"{kind}; charset=utf-8"), ("Content-Length", str(len(content)))]
    start_response("200 OK", headers)
    return [content]


def parse_address(address: str | None) -> tuple[str, int]:
    """`127.0.0.1:8000` → host and port; IPv6 hosts stand in brackets."""
    if not address:
        return LOCAL_ADDRESS
    host, _, port = address.rpartition(":")
    return host.strip("[]"), int(port)
