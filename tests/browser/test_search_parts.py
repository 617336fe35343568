"""Search in parts, as in a large archive: the same is found, little is fetched, a loss is told."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from build_tools.site.search_index import SEARCH_FOLDER
from tests.browsing import Reader
from tests.site.search_reading import write_parts

RESULTS = "#search-results a"


@pytest.fixture(scope="module")
def parted_site(demo_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented archive with its search index in parts, which its size alone does not call for."""
    site = tmp_path_factory.mktemp("parted") / "site"
    shutil.copytree(demo_site, site)
    shutil.rmtree(site / SEARCH_FOLDER)
    write_parts(demo_site, site)
    return site


def _open(page: Page, query: str) -> None:
    page.get_by_role("button", name="Search", exact=True).click()
    page.get_by_role("textbox", name="Search").fill(query)


def test_a_query_fetches_a_few_files(
    parted_site: Path, served: Callable[[Path], str], reader: Callable[..., Reader]
) -> None:
    """Not the index, but the words that begin alike and the files of the pages that are shown."""
    window = reader()
    asked: list[str] = []
    window.page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    window.page.goto(served(parted_site))
    _open(window.page, "Pettimore")
    expect(window.page.locator(RESULTS).first).to_be_visible()
    parts = [path for path in asked if path.startswith(("/search/words/", "/search/pages/"))]
    there = len(list((parted_site / SEARCH_FOLDER).rglob("*.js")))
    assert 1 < len(parts) < there / 2
    assert len(parts) == len(set(parts))


def test_more_pages_come_when_asked_for(parted_site: Path, reader: Callable[..., Reader]) -> None:
    """From a folder, too; the focus goes to the first of them."""
    page = reader().page
    page.goto((parted_site / "index.html").as_uri())
    _open(page, "salt")
    results = page.locator("#search-results > .search__page")
    more = page.get_by_role("button", name="Show more pages")
    expect(more).to_be_visible()
    shown = results.count()
    more.click()
    expect(results.nth(shown).get_by_role("link").first).to_be_focused()


def test_pages_with_some_of_the_words_are_no_lost_part(
    parted_site: Path, reader: Callable[..., Reader]
) -> None:
    """A line parts them from what stands above, and the focus goes to the first page beneath it."""
    page = reader().page
    page.goto((parted_site / "index.html").as_uri())
    _open(page, "otters Pettimore")
    page.get_by_role("button", name="Show more pages").click()
    line = page.locator("#search-results > .search__line")
    expect(line).to_have_text("With some of these words")
    expect(line.locator("+ .search__page").get_by_role("link").first).to_be_focused()
    expect(page.get_by_role("status")).not_to_contain_text("could not be loaded")


def test_a_lost_part_is_told_and_fetched_anew(
    parted_site: Path, served: Callable[[Path], str], reader: Callable[..., Reader]
) -> None:
    """A line that breaks in the midst of a search costs one query."""
    window = reader()
    window.page.route("**/search/words/**", lambda route: route.abort())
    window.page.goto(served(parted_site))
    _open(window.page, "Pettimore")
    expect(window.page.get_by_role("status")).to_contain_text("could not be loaded")
    window.page.unroute("**/search/words/**")
    window.page.get_by_role("textbox", name="Search").fill("Pettimor")
    expect(window.page.locator(RESULTS).first).to_be_visible()
    window.errors.clear()  # the broken line is told on the console, too
