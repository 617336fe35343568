"""The machine → its Chromium, started so that it can reach no other host."""

from __future__ import annotations

import os
import shutil
from typing import Final

from playwright.sync_api import Browser, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
STILL: Final = ("--disable-threaded-compositing",)
"""For pages that are only asked, never clicked: without a graphics processor, threads that put the picture
together are a third of what a page costs; but without them a click waits for a picture that does not come."""


def find_chromium() -> str | None:
    """The system's Chromium or Chrome; `ARCHIVE_CHROMIUM` names another."""
    named = os.environ.get("ARCHIVE_CHROMIUM")
    return next((path for name in (named, *NAMES) if name and (path := shutil.which(name))), None)


def launch(playwright: Playwright, executable: str, *more: str) -> Browser:
    """Chromium without a window, and without a way to any other host; `more` are flags."""
    return playwright.chromium.launch(executable_path=executable, args=[*FLAGS, *more])
