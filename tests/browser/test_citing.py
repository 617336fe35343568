"""Citing in a browser: citations can be read and selected by anyone, and copied with one press."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browsing import Reader

SOURCE = "sources/dagens-20000-prisoners/index.html"
FINDING = "findings/20000-recruits-from-pretrial-detention/index.html"


@pytest.fixture
def opened(
    public_site: Path, served: Callable[[Path], str], reader: Callable[..., Reader]
) -> Callable[[str], Page]:
    """Opens a page of the public edition over http, in a window that may use the clipboard."""

    def at(path: str) -> Page:
        window = reader()
        window.context.grant_permissions(["clipboard-read", "clipboard-write"])
        window.page.goto(f"{served(public_site)}{path}")
        return window.page

    return at


def _clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


@pytest.mark.parametrize(("path", "works"), [(SOURCE, 2), (FINDING, 1)])
def test_every_style_and_format_copies(opened: Callable[[str], Page], path: str, works: int) -> None:
    """Each work is offered in three styles and three formats, and a button copies just what is shown."""
    page = opened(path)
    folds = page.locator("details.cite__work")
    assert folds.count() == works
    for n in range(works):
        folds.nth(n).locator("summary").click()
        offered = folds.nth(n).locator("dd.citation, dd .citation")
        assert offered.count() == 6
        for m in range(6):
            folds.nth(n).get_by_role("button").nth(m).click()
            page.get_by_role("status").filter(has_text="copied").wait_for()
            assert _even(_clipboard(page)) == _even(offered.nth(m).text_content() or "")


def test_a_statement_has_its_citation(opened: Callable[[str], Page]) -> None:
    """Under who says so: report, paragraph and the statement's own address."""
    page = opened(SOURCE)
    fold = page.locator(".passage:has(#p1) details.evidence")
    fold.locator("summary").click()
    fold.get_by_role("button", name="citation of this statement").first.click()
    page.get_by_role("status").filter(has_text="copied").wait_for()
    copied = _clipboard(page)
    assert "para. 1" in copied
    assert copied.endswith("sources/dagens-20000-prisoners/#p1c1.")


def test_a_number_copies_its_address_and_stays_a_link(opened: Callable[[str], Page]) -> None:
    """A click on a paragraph's number goes to the paragraph and copies where it is."""
    page = opened(SOURCE)
    page.locator("#p3 a").first.click()
    page.get_by_role("status").filter(has_text="copied").wait_for()
    assert page.url.endswith("#p3")
    assert _clipboard(page) == page.url


def test_a_selection_carries_its_citation(opened: Callable[[str], Page]) -> None:
    """Words of a paragraph are copied with source and address; a few words, or a citation, as they are."""
    page = opened(SOURCE)
    claim = page.locator("#p3c1")
    claim.select_text()
    page.keyboard.press("Control+C")
    copied = _clipboard(page)
    assert copied.startswith((claim.text_content() or "").strip())
    assert "Dagens" in copied
    assert copied.endswith("#p3")
    page.locator("details.cite__work summary").first.click()
    cited = page.locator("dd.citation").first
    cited.select_text()
    page.keyboard.press("Control+C")
    assert _even(_clipboard(page)) == _even(cited.text_content() or "")


def test_without_scripts_everything_can_be_read(public_site: Path, reader: Callable[..., Reader]) -> None:
    """From a folder, scripts off: the folds open, the citations stand there, no button promises anything."""
    page = reader(javascript=False).page
    page.goto((public_site / SOURCE).as_uri())
    page.locator("details.cite__work summary").first.click()
    assert page.locator("dd.citation").first.is_visible()
    assert page.locator("button.copy").count() == 0


def test_copying_works_from_a_folder(public_site: Path, reader: Callable[..., Reader]) -> None:
    """Opened from a disk, where browsers give pages no clipboard of the new kind, the press still copies."""
    page = reader().page
    page.goto((public_site / SOURCE).as_uri())
    page.locator("details.cite__work summary").first.click()
    page.locator("button.copy").first.focus()
    page.locator("details.cite__work button.copy").first.click()
    page.get_by_role("status").filter(has_text="Citation copied").wait_for()


def test_the_head_tells_what_the_page_describes(opened: Callable[[str], Page]) -> None:
    """Tags and JSON-LD arrive in the page as they were written; what is linked data never runs."""
    page = opened(SOURCE)
    titles = page.locator("meta[name=citation_title]")
    assert titles.get_attribute("content") == page.get_by_role("heading", level=1).inner_text().strip("¶ ")
    assert page.locator("meta[name='z.itemType']").get_attribute("content") == "newspaperArticle"
    linked = json.loads(page.locator("script[type='application/ld+json']").text_content() or "")
    assert linked["@context"] == "https://schema.org"


def _even(text: str) -> str:
    return " ".join(text.split())
