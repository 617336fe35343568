"""Reading under conditions: on a phone, keyboard only, in the reader's own colours; see also test_walk.py."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from bs4.element import PreformattedString
from playwright.sync_api import Page

from tests.browser.pages import from_folder, pages
from tests.browser.visits import ZOOMED
from tests.browsing import Reader


def test_entries_on_a_phone_fit(demo_site: Path, reader: Callable[..., Reader]) -> None:
    """Tables stand as entries on a phone: none is wider than the window, no word is broken into letters."""
    page = reader(width=ZOOMED).page
    for path in ("sources", "people", "shared-wording", "disagreements"):
        below = from_folder(sorted((demo_site / path).glob("*/index.html")))
        for file in [demo_site / path / "index.html", *below[:2]]:
            page.goto(file.as_uri())
            narrow = page.evaluate("""() => [...document.querySelectorAll('main table :is(td, th)')]
                .filter(e => e.checkVisibility() && e.innerText.trim().length > 12
                    && e.getBoundingClientRect().width < 60
                    && getComputedStyle(e.closest('thead') ?? e).position !== 'absolute')
                .map(e => e.innerText.slice(0, 40))""")
            assert not narrow, f"{file}: {narrow[:3]}"


@pytest.mark.parametrize("width", [1440, 390])
def test_the_first_key_skips_to_the_text(width: int, demo_site: Path, reader: Callable[..., Reader]) -> None:
    """Tab, Enter: the reader is past the masthead, and the next Tab is in the text."""
    page = reader(width=width).page
    page.goto((demo_site / "sources/lantern-night-crossings/index.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className").startswith("md-skip")
    assert page.locator(".md-skip").is_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


FOCUSED = """() => {
    const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect()
    const before = window.last && window.last.isConnected ? window.last.compareDocumentPosition(e) : 4
    window.last = e
    return {what: e.outerHTML.slice(0, 90), body: e === document.body, follows: !!(before & 4),
        seen: box.width + box.height > 0 && box.bottom > 0 && box.top < innerHeight,
        ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0}
}"""


def _tabbed(page: Page, most: int) -> list[dict[str, Any]]:
    seen: list[dict[str, Any]] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        step = page.evaluate(FOCUSED)
        if step["body"]:
            break
        seen.append(step)
    return seen


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "sources/lantern-night-crossings/index.html",
        "findings/salt-without-account/index.html",
        "explore/index.html",
        "timeline/index.html",
    ],
)
def test_the_keyboard_is_seen_and_goes_in_order(
    path: str, demo_site: Path, reader: Callable[..., Reader]
) -> None:
    """Each Tab goes on in reading order, to something in sight that shows that it has the focus."""
    page = reader().page
    page.goto((demo_site / path).as_uri())
    steps = _tabbed(page, 45)
    assert len(steps) > 12
    wrong = [step for step in steps if not (step["follows"] and step["seen"] and step["ring"])]
    assert not wrong, wrong


def test_forced_colours_keep_every_mark(demo_site: Path, reader: Callable[..., Reader]) -> None:
    """In the reader's own colours, where one is, what is targeted, and pictures can still be made out."""
    page = reader().page
    page.emulate_media(forced_colors="active")
    page.goto((demo_site / "sources/lantern-night-crossings/index.html").as_uri() + "#p1c1")
    style = "(e, name) => getComputedStyle(e)[name]"
    assert page.locator("#p1c1").evaluate(style, "outlineStyle") == "solid"
    page.goto((demo_site / "timeline/index.html").as_uri())
    here = page.locator(".masthead__parts [aria-current]")
    assert "underline" in here.evaluate(style, "textDecorationLine")
    ink = page.locator("main").evaluate(style, "color")
    assert page.locator(".plot text >> visible=true").first.evaluate(style, "fill") == ink


CYRILLIC = re.compile("[\u0400-\u04ff]{2,}")
APART = "script, style, pre, svg title, svg text, .citation, .credit, .file"
"""Citations, and the labels of pictures' parts, are one string in two languages."""


def _unmarked(page: Path) -> Iterator[str]:
    soup = BeautifulSoup(page.read_text("utf-8"), "lxml")
    apart = {id(part) for part in soup.select(APART)}
    for words in soup.body.find_all(string=CYRILLIC) if soup.body else ():
        if isinstance(words, PreformattedString) or any(id(within) in apart for within in words.parents):
            continue
        marked = words.find_parent(lang=True)
        if marked is None or str(marked["lang"]).partition("-")[0] not in {"ru", "uk"}:
            yield f"{page}: {words.strip()[:60]}"


@pytest.mark.parametrize("site", ["public_site", "demo_site"])
def test_other_languages_are_marked(site: str, request: pytest.FixtureRequest) -> None:
    """Whatever is in Cyrillic letters, a name too, stands in an element that names a language so written."""
    folder: Path = request.getfixturevalue(site)
    with_some = [page for page in pages(folder) if CYRILLIC.search(page.read_text("utf-8"))]
    assert len(with_some) > 20
    found = [words for page in with_some for words in _unmarked(page)]
    assert not found, "\n".join(found)
