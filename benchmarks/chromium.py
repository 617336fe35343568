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


def find_chromium() -> str | None:
    """The system's Chromium or Chrome; `ARCHIVE_CHROMIUM` names another."""
    named = os.environ.get("ARCHIVE_CHROMIUM")
    return next((path for name in (named, *NAMES) if name and (path := shutil.which(name))), None)


def launch(playwright: Playwright, executable: str) -> Browser:
    """Chromium without a window, and without a way to any other host."""
    return playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
