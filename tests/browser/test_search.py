"""Search, from a folder and over http: what is typed leads to the places that say it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browsing import NARROW, Reader

QUERIES = ["Pettimore", "1,250"]
RESULTS = "#search-results a"


def _open(page: Page) -> Locator:
    page.get_by_role("button", name="Search", exact=True).click()
    field = page.get_by_role("textbox", name="Search")
    expect(field).to_be_focused()
    return field


def _search(window: Reader, query: str) -> None:
    _open(window.page).press_sequentially(query)
    results = window.page.locator(RESULTS)
    expect(results.first).to_be_visible()
    expect(results.filter(has_text=query).first).to_be_visible()
    results.filter(has_text=query).first.click()
    window.page.wait_for_load_state()
    expect(window.page.get_by_role("main")).to_contain_text(query)


@pytest.mark.parametrize("query", QUERIES)
def test_search_works_from_a_folder(query: str, demo_site: Path, reader: Callable[..., Reader]) -> None:
    """The reader with a USB stick finds what the reader on the web finds."""
    window = reader()
    window.page.goto((demo_site / "index.html").as_uri())
    _search(window, query)
    assert window.page.url.partition("#")[0].endswith("/index.html")


@pytest.mark.parametrize("query", QUERIES)
def test_search_works_over_http(
    query: str, demo_site: Path, served: Callable[[Path], str], reader: Callable[..., Reader]
) -> None:
    """Served, the search finds the same, from a page below the top, and leads to the address to cite."""
    window = reader()
    window.page.goto(served(demo_site) + "sources/")
    _search(window, query)
    assert window.page.url.partition("#")[0].endswith("/")


def test_a_name_leads_to_its_page_and_then_to_paragraphs(
    demo_site: Path, reader: Callable[..., Reader]
) -> None:
    """Results are grouped by page, the name's own first; indexes that repeat statements stay out."""
    window = reader()
    window.page.goto((demo_site / "index.html").as_uri())
    _open(window.page).press_sequentially("Quist")
    results = window.page.locator(RESULTS)
    expect(results.first).to_be_visible()
    found = results.evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert "people/hedda-quist/" in found[0]
    source = next(n for n, address in enumerate(found) if "sources/lantern-night-crossings/" in address)
    assert all("findings/" in address for address in found[1:source])
    assert "#p" in found[source + 1]
    assert not any("topics/" in address or "explore/" in address for address in found[:-1])
    assert "explore/index.html#words=Quist" in found[-1]


def test_what_is_found_is_marked_as_it_was_written(demo_site: Path, reader: Callable[..., Reader]) -> None:
    """The number with its comma and without its sign, in the paragraph that says it, in sight at once."""
    window = reader()
    window.page.goto((demo_site / "index.html").as_uri())
    _open(window.page).press_sequentially("85000")
    place = window.page.locator(".search__place", has_text="¶ 10").first
    expect(place).to_be_visible()
    expect(place.locator("mark").first).to_have_text("85,000")


def test_a_finding_comes_first_with_its_count(demo_site: Path, reader: Callable[..., Reader]) -> None:
    """In the words of the reports behind it, and with what must be known before it is opened."""
    window = reader()
    window.page.goto((demo_site / "index.html").as_uri())
    _open(window.page).press_sequentially("salt auditors")
    first = window.page.locator("#search-results > li").first
    expect(first.locator(".search__kind")).to_have_text("Finding")
    expect(first.locator(".search__note")).to_contain_text(
        re.compile(r"[2-9] reports, .*1 independent origin")
    )
    expect(first.locator("mark").first).to_have_text("Auditors")


def test_a_name_that_was_typed_stands_beside_the_title(
    demo_site: Path, reader: Callable[..., Reader]
) -> None:
    """In its own letters, marked, so that a reader sees why this page was found."""
    window = reader()
    window.page.goto((demo_site / "index.html").as_uri())
    _open(window.page).press_sequentially("Маррак")
    first = window.page.locator("#search-results > li").first
    expect(first.locator(".search__title")).to_have_text("Ivo Marrack")
    expect(first.locator(".search__name mark")).to_have_text("Маррак")


def test_pages_with_some_of_the_words_stand_below_a_line(
    demo_site: Path, reader: Callable[..., Reader]
) -> None:
    """Where few have all of them; where none has, it is said, and there is no line."""
    window = reader()
    window.page.goto((demo_site / "index.html").as_uri())
    field = _open(window.page)
    field.fill("otters Pettimore")
    line = window.page.locator(".search__line")
    expect(line).to_have_text("With some of these words")
    assert line.evaluate("line => Boolean(line.previousElementSibling && line.nextElementSibling)")
    field.fill("Pettimore zeppelin")
    expect(window.page.get_by_role("status")).to_contain_text("No page has all these words.")
    expect(line).to_have_count(0)


def test_the_same_words_can_be_looked_for_in_explore(demo_site: Path, reader: Callable[..., Reader]) -> None:
    """Search leads on to the tables, from a folder, too."""
    window = reader()
    window.page.goto((demo_site / "index.html").as_uri())
    _open(window.page).press_sequentially("salt & deer")
    window.page.get_by_role("link", name="Look for these words in Explore").click()
    expect(window.page.get_by_role("searchbox", name="Search", exact=True)).to_have_value("salt & deer")
    expect(window.page.locator("#explore-tally")).to_contain_text(" of ")


def test_what_is_typed_while_the_index_loads_is_looked_for(
    demo_site: Path, served: Callable[[Path], str], reader: Callable[..., Reader]
) -> None:
    """A slow line costs time, and no words."""
    window = reader()
    held: list[Route] = []
    window.page.route("**/search/index.js", lambda route: held.append(route))  # noqa: PLW0108
    window.page.goto(served(demo_site))
    window.page.keyboard.press("/")
    window.page.keyboard.type("Pettimore")
    expect(window.page.get_by_role("status")).to_have_text("The index is being loaded.")
    held[0].continue_()
    expect(window.page.locator(RESULTS).first).to_be_visible()


def test_a_lost_index_is_told_and_fetched_anew(
    demo_site: Path, served: Callable[[Path], str], reader: Callable[..., Reader]
) -> None:
    """A line that breaks does not leave a dead field behind."""
    window = reader()
    window.page.route("**/search/index.js", lambda route: route.abort())
    window.page.goto(served(demo_site))
    _open(window.page)
    expect(window.page.get_by_role("status")).to_contain_text("could not be loaded")
    window.page.unroute("**/search/index.js")
    window.page.keyboard.press("Escape")
    _open(window.page).fill("Pettimore")
    expect(window.page.locator(RESULTS).first).to_be_visible()
    window.errors.clear()  # the broken line is told on the console, too


def test_a_reader_who_listens_is_told(demo_site: Path, reader: Callable[..., Reader]) -> None:
    """The opener says what it opens; closed, nothing is left; the count is said; the focus comes back."""
    window = reader(width=NARROW)
    page = window.page
    page.goto((demo_site / "index.html").as_uri())
    opener = page.get_by_role("button", name="Search", exact=True)
    expect(opener).to_have_attribute("aria-expanded", "false")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("textbox", name="Search")).to_have_count(0)
    opener.press("Enter")
    expect(page.get_by_role("dialog", name="Search")).to_be_visible()
    field = page.get_by_role("textbox", name="Search")
    expect(field).to_have_accessible_description(re.compile("Arrow keys lead through the results"))
    field.press_sequentially("Petimore")
    expect(page.get_by_role("status")).to_have_text(
        re.compile(r"^No match for that spelling\. [2-9] pages with “Pettimore”\.$")
    )
    field.press("ArrowDown")
    expect(page.locator(RESULTS).first).to_be_focused()
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    expect(opener).to_have_attribute("aria-expanded", "false")


def test_a_result_on_the_same_page_is_in_sight(demo_site: Path, reader: Callable[..., Reader]) -> None:
    """The paragraph that was chosen is in sight, not covered."""
    page = reader().page
    page.goto((demo_site / "sources/lantern-night-crossings/index.html").as_uri())
    _open(page).press_sequentially("otters")
    page.locator("#search-results a[href*='lantern'][href*='#p11']").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("#p11")).to_be_in_viewport()


def test_a_lost_address_can_search(
    demo_site: Path, served: Callable[[Path], str], reader: Callable[..., Reader]
) -> None:
    """The page that stands in for a missing one lies nowhere, and yet finds its way."""
    window = reader()
    window.page.goto(served(demo_site) + "404.html")
    _search(window, "Pettimore")
