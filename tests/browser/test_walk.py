"""Chromium on the built site: nothing fails, nothing is asked of another host, nothing overflows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.pages import from_folder, page_types, pages
from tests.browsing import NARROW, Reader

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
WIDEST = """() => [...document.querySelectorAll('body *')]
    .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .slice(0, 3).map(e => e.tagName + '.' + e.className)"""
PARTS = 4


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_opens_from_a_folder(part: int, public_site: Path, reader: Callable[..., Reader]) -> None:
    """From `file://`, on a phone: no error, request or cookie (the fixture), no sideways scrolling."""
    window = reader(width=NARROW)
    wide: list[str] = []
    for page in from_folder(pages(public_site))[part::PARTS]:
        window.page.goto(page.as_uri())
        if window.page.evaluate(OVERFLOW) > 0:
            wide.append(f"{page.relative_to(public_site)}: {window.page.evaluate(WIDEST)}")
    assert not wide, "\n".join(wide)


@pytest.mark.parametrize("width", [NARROW, 1440])
def test_page_types_open_over_http(
    width: int, public_site: Path, served: Callable[[Path], str], reader: Callable[..., Reader]
) -> None:
    """Served, as on the web: nothing is missing on the server, nothing asked elsewhere (the fixture)."""
    window = reader(width=width)
    for page in page_types(public_site):
        address = served(public_site) + page.relative_to(public_site).as_posix().removesuffix("index.html")
        answer = window.page.goto(address, wait_until="load")
        assert answer is not None
        assert answer.ok, f"{address}: {answer.status}"


def test_demo_opens_from_a_folder(demo_site: Path, reader: Callable[..., Reader]) -> None:
    """Captured text, invented but as wild as the real, does nothing on the pages that show it."""
    window = reader(width=NARROW)
    for page in from_folder(page_types(demo_site)):
        window.page.goto(page.as_uri())
        assert window.page.evaluate(OVERFLOW) <= 0, f"{page}: {window.page.evaluate(WIDEST)}"


def test_pages_read_without_scripts(public_site: Path, reader: Callable[..., Reader]) -> None:
    """With JavaScript off every page type shows its heading and its text, and its links can be followed."""
    window = reader(javascript=False)
    for page in from_folder(page_types(public_site)):
        window.page.goto(page.as_uri())
        main = window.page.get_by_role("main")
        assert main.get_by_role("heading", level=1).first.is_visible(), page
        assert len(main.inner_text().split()) > 20, f"{page} shows too little text"
    window.page.goto((public_site / "index.html").as_uri())
    window.page.get_by_role("main").get_by_role("link").first.click()
    assert window.page.url.startswith("file:")


def test_nothing_is_stored(
    public_site: Path, served: Callable[[Path], str], reader: Callable[..., Reader]
) -> None:
    """Reading leaves no cookie, and nothing in the browser's storage."""
    window = reader()
    window.page.goto(served(public_site))
    window.page.goto(served(public_site) + "sources/")
    stored = window.page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    assert stored == [], stored
