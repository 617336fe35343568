"""On paper: the text with its numbers, notes, evidence, addresses and citation, and nothing of the site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browsing import Reader

SOURCE = "sources/dagens-20000-prisoners/index.html"
HEIGHT = "e => e.getBoundingClientRect().height"
STYLE = "(e, name) => getComputedStyle(e)[name]"


@pytest.fixture
def paper(public_site: Path, reader: Callable[..., Reader]) -> Page:
    """A source as it is printed by a reader with a dark screen and scripts off."""
    page = reader(scheme="dark", javascript=False, width=700).page
    page.emulate_media(media="print")
    page.goto((public_site / SOURCE).as_uri())
    return page


def test_nothing_of_the_site_is_printed(paper: Page) -> None:
    """No masthead, no menus, no foot; black on white, whatever the screen."""
    for part in (".masthead", ".colophon", ".jump", ".ways", ".md-skip", ".cite-this", "button"):
        assert paper.locator(f"{part} >> visible=true").count() == 0, part
    assert paper.locator("body").evaluate(STYLE, "color") == "rgb(0, 0, 0)"
    assert paper.locator("html").evaluate("e => getComputedStyle(e).getPropertyValue('--paper')") == "#fff"


def test_what_is_folded_is_printed(paper: Page) -> None:
    """Who says so stands under each paragraph, without a script that opens it."""
    statements = paper.locator("details.evidence:not([open]) .statement")
    assert statements.count() > 5
    assert all(paper.locator("details.evidence .statement").nth(n).evaluate(HEIGHT) > 10 for n in range(5))


def test_paragraphs_keep_their_numbers_and_notes(paper: Page) -> None:
    """Each number stands left of its paragraph, each note under it; the list of notes is not said twice."""
    number = paper.locator("#p1").bounding_box()
    words = paper.locator(".passage:has(#p1) .digest").bounding_box()
    note = paper.locator(".passage:has(#p1) .note").first.bounding_box()
    assert number
    assert words
    assert note
    assert number["x"] + number["width"] <= words["x"]
    assert abs(number["y"] - words["y"]) < 12
    assert note["y"] >= words["y"] + words["height"] - 1
    assert not paper.locator("#notes").is_visible()


def test_addresses_of_ways_out_are_printed(paper: Page) -> None:
    """Paper cannot be clicked: a link that leaves the archive shows its whole address."""
    for link in paper.locator(".note a.external").all()[:4]:
        shown = link.evaluate("e => getComputedStyle(e, '::after').content")
        assert (link.get_attribute("href") or "?") in shown


def test_the_citation_is_printed(paper: Page) -> None:
    """Report and record can be cited from the paper; what only programs read is left out."""
    styles = paper.locator("details.cite__work dd.citation")
    assert styles.count() >= 6
    assert all(one.evaluate(HEIGHT) > 5 for one in styles.all())
    assert paper.locator("details.cite__work pre >> visible=true").count() == 0


def test_the_sheet_is_as_wide_as_the_paper(paper: Page) -> None:
    """Nothing is cut off at the right edge."""
    assert paper.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
