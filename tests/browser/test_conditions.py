"""Reading under conditions: large letters, wide spacing, keyboard only, the reader's own colours."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.pages import from_folder, page_types
from tests.browsing import Reader

ZOOMED = 320
"""A window of 1280 pixels at 400 %."""

SPACED = """() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`)
    document.adoptedStyleSheets = [sheet]
}"""
"""The text spacing of WCAG 1.4.12."""

CUT = """() => {
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth
    const cut = [...document.querySelectorAll('main *, header *, footer *')].filter(e => {
        const style = getComputedStyle(e)
        const clips = ['hidden', 'clip'].includes(style.overflowX) && style.position !== 'absolute'
        const shown = !e.matches('.again') && e.innerText?.trim() && e.checkVisibility()
        return clips && shown && e.scrollWidth > e.clientWidth + 1
    })
    return [wide > 0 ? `${wide} px too wide` : '', ...cut.map(e => `cut: ${e.outerHTML.slice(0, 80)}`)]
        .filter(Boolean)
}"""
"""Marks of `.again` are a sign alone on purpose; their words are for those who hear the page."""
OVERLAPPING = """() => {
    const kinds = '.digest p, .captured p, .aside .note, summary, .masthead a, h1, h2'
    const lines = [...document.querySelectorAll(kinds)]
        .filter(e => e.checkVisibility()).map(e => [e, e.getBoundingClientRect()])
    const found = []
    for (const [a, x] of lines) for (const [b, y] of lines)
        if (a !== b && !a.contains(b) && !b.contains(a) && x.left < y.right - 2 && y.left < x.right - 2
            && x.top < y.bottom - 4 && y.top < x.bottom - 4) found.push(a.outerHTML.slice(0, 60))
    return found
}"""


@pytest.mark.parametrize("site", ["public_site", "demo_site"])
def test_large_letters_lose_nothing(
    site: str, request: pytest.FixtureRequest, reader: Callable[..., Reader]
) -> None:
    """At 400 %, its text spaced or not, no page scrolls sideways, cuts words or lays them over others."""
    folder: Path = request.getfixturevalue(site)
    page = reader(width=ZOOMED).page
    found: list[str] = []
    for file in from_folder(page_types(folder)):
        page.goto(file.as_uri())
        wrong = [*page.evaluate(CUT), *page.evaluate(OVERLAPPING)]
        page.evaluate(SPACED)
        wrong += [f"spaced: {what}" for what in (*page.evaluate(CUT), *page.evaluate(OVERLAPPING))]
        found += [f"{file.relative_to(folder)}: {what}" for what in wrong]
    assert not found, "\n".join(found)


WIDTHS = (1121, 1100, 1024, 961, 900, 820, 390)
"""Between phone and desk, to either side of where the layout changes."""
SIDEWAYS = """() => {
    const over = document.documentElement.scrollWidth - document.documentElement.clientWidth
    return over ? [`${over} px too wide`] : []
}"""
SCROLLING = """() => [...document.querySelectorAll('main *')].filter(e => e.scrollWidth > e.clientWidth + 1
    && ['auto', 'scroll'].includes(getComputedStyle(e).overflowX)).filter(e =>
    e.tabIndex !== 0 || !e.ariaLabel && !e.getAttribute('aria-label')).map(e => e.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("part", range(2))  # so that no worker has all the work
def test_no_page_scrolls_sideways(part: int, demo_site: Path, reader: Callable[..., Reader]) -> None:
    """Where there is no room for the margin, it goes into the text.

    What is wider than its frame is scrolled with the arrow keys, and announced by name. The window is made
    narrower while the page is open, as by turning a phone; no script asks for the width while a page loads.
    """
    page = reader(width=WIDTHS[0]).page
    found: list[str] = []
    for file in from_folder(page_types(demo_site))[part::2]:
        page.goto(file.as_uri())
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            wrong = [*page.evaluate(SIDEWAYS), *page.evaluate(SCROLLING)]
            found += [f"{file.relative_to(demo_site)} at {width}: {what}" for what in wrong]
    assert not found, "\n".join(found)


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


def test_nothing_moves_for_who_asks_for_rest(demo_site: Path, reader: Callable[..., Reader]) -> None:
    """With motion reduced, no element of any page type has an animation or a transition."""
    page = reader().page
    for file in from_folder(page_types(demo_site)):
        page.goto(file.as_uri())
        moving = page.evaluate("""() => [...document.querySelectorAll('*')].filter(e => {
            const style = getComputedStyle(e)
            const lasts = style.transitionDuration.split(', ').some(t => parseFloat(t) > 0)
            return style.animationName !== 'none' || lasts || style.scrollBehavior === 'smooth'
        }).map(e => e.outerHTML.slice(0, 80))""")
        assert not moving, f"{file}: {moving[:3]}"


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


FOREIGN = """() => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found = []
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const words = node.data.match(/[\\u0400-\\u04ff]{2,}/)
        const within = node.parentElement
        const apart = 'script, style, pre, svg title, svg text, .citation, .credit, .file'
        if (!words || within.closest(apart)) continue
        if (!within.closest('[lang]').lang.startsWith('ru')) found.push(node.data.trim().slice(0, 60))
    }
    return found
}"""


def test_other_languages_are_marked(demo_site: Path, reader: Callable[..., Reader]) -> None:
    """Whatever is in Cyrillic letters, a name too, stands in an element that says it is Russian.

    Citations, and the labels of pictures' parts, are one string in two languages.
    """
    page = reader(javascript=False).page
    found: list[str] = []
    for file in from_folder(sorted(demo_site.rglob("*.html"))):
        if any("\u0400" <= letter <= "\u04ff" for letter in file.read_text("utf-8")):
            page.goto(file.as_uri())
            found += [f"{file.relative_to(demo_site)}: {words}" for words in page.evaluate(FOREIGN)]
    assert not found, "\n".join(found)
