"""Search, from a folder and over http: a name and a number lead to the places that have them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browsing import Reader

QUERIES = ["Bryanka", "106,000"]


def _search(window: Reader, query: str) -> None:
    window.page.locator("label[for=__search]").filter(has_text="Search").first.click()
    field = window.page.get_by_role("textbox", name="Search").first
    expect(field).to_be_focused()
    field.press_sequentially(query)
    results = window.page.locator("[data-md-component=search-result] a")
    expect(results.first).to_be_visible()
    expect(results.filter(has_text=query).first).to_be_visible()
    results.filter(has_text=query).first.click()
    window.page.wait_for_load_state()
    expect(window.page.get_by_role("main")).to_contain_text(query)


@pytest.mark.parametrize("query", QUERIES)
def test_search_works_from_a_folder(query: str, public_site: Path, reader: Callable[..., Reader]) -> None:
    """The reader with a USB stick finds what the reader on the web finds."""
    window = reader()
    window.page.goto((public_site / "index.html").as_uri())
    _search(window, query)


@pytest.mark.parametrize("query", QUERIES)
def test_search_works_over_http(
    query: str, public_site: Path, served: Callable[[Path], str], reader: Callable[..., Reader]
) -> None:
    """Served, the search finds the same, from a page below the top."""
    window = reader()
    window.page.goto(served(public_site) + "sources/")
    _search(window, query)


def test_a_name_leads_to_its_page_and_then_to_paragraphs(
    public_site: Path, reader: Callable[..., Reader]
) -> None:
    """Results are grouped by page, the name's own first; indexes that repeat statements stay out."""
    window = reader()
    window.page.goto((public_site / "index.html").as_uri())
    window.page.locator("label[for=__search]").filter(has_text="Search").first.click()
    window.page.get_by_role("textbox", name="Search").first.press_sequentially("Tabalov")
    results = window.page.locator("[data-md-component=search-result] a")
    expect(results.first).to_be_visible()
    found = results.evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert "people/alexei-tabalov/" in found[0]
    assert "sources/economic-globe-replenish-forces/" in found[1]
    assert "#p" in found[2]
    assert not any("topics/" in address or "explore/" in address for address in found)
