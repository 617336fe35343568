"""Archives beside one another, on a stick or a host: each is searched from the other, by its own scripts."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.test_accessibility import ALL, AXE, RUN
from tests.browsing import NARROW, WIDE, Reader
from tests.site.search_reading import write_parts
from tests.site.shelves import SAID, build_shelf

MISSING = re.compile("ERR_FILE_NOT_FOUND|ERR_FAILED|404|Unexpected token '<'")
OTHER = "section .search__link"


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two archives in folders of their own; the third that they name is missing."""
    return build_shelf(tmp_path_factory.mktemp("shelf"))


@pytest.fixture(scope="module")
def web(shelf: Path, served: Callable[[Path], str]) -> str:
    """The address of the shelf over http."""
    return served(shelf)


@pytest.fixture(params=["stick", "web"])
def start(request: pytest.FixtureRequest, shelf: Path, web: str) -> str:
    """The address of the shelf, from a folder and over http."""
    return f"{shelf.as_uri()}/" if request.param == "stick" else web


@pytest.fixture
def window(reader: Callable[..., Reader]) -> Iterator[Reader]:
    """A window of which it is forgotten, at the end, that its console told of what is not there."""
    opened = reader()
    yield opened
    opened.errors[:] = [error for error in opened.errors if not MISSING.search(error)]


def _search(page: Page, query: str) -> Locator:
    """Open search, look for these words, and wait until all archives have answered."""
    page.get_by_role("button", name="Search", exact=True).click()
    return _ask(page, query)


def _ask(page: Page, query: str) -> Locator:
    field, told = page.get_by_role("textbox", name="Search"), page.get_by_role("status").nth(1)
    field.fill("")
    expect(told).to_be_empty()
    field.fill(query)
    expect(told).to_contain_text("2025 could not be searched.")
    return told


def test_words_of_another_archive_lead_into_it(start: str, window: Reader) -> None:
    """From a page below the top; the missing archive costs one quiet line."""
    page = window.page
    page.goto(f"{start}2023/sources/ferry-2023/index.html")
    told = _search(page, "lighthouse")
    expect(page.get_by_role("status").first).to_have_text(
        "Nothing found. Try fewer words, or another name for it."
    )
    expect(told).to_have_text(re.compile(r"^2024: [1-9] pages?\. 2025 could not be searched\.$"))
    expect(page.get_by_role("heading", name=re.compile("^2024: "))).to_be_visible()
    result = page.locator(OTHER, has_text="The ferry in 2024")
    expect(page.locator("section mark").first).to_have_text("lighthouse")
    result.click()
    page.wait_for_url(re.compile(r"/2024/sources/ferry-2024/(index\.html)?$"))
    expect(page.get_by_role("main")).to_contain_text("A lighthouse keeper counted")


def test_own_results_stand_above_those_of_others(start: str, window: Reader) -> None:
    """A name that both have: counts by archive, own pages in the own list, the others' only below."""
    page = window.page
    page.goto(f"{start}2024/index.html")
    _search(page, "Ostry")
    own = page.locator("#search-results .search__link").evaluate_all("links => links.map(link => link.href)")
    others = page.locator(OTHER).evaluate_all("links => links.map(link => link.href)")
    assert own
    assert all(href.startswith(f"{start}2024/") for href in own)
    assert others
    assert all(href.startswith(f"{start}2023/") for href in others)
    for archive in ("2023", "2024"):
        assert any(f"/{archive}/sources/ferry-{archive}/" in href for href in (*own, *others))
    page.get_by_role("link", name="Look for these words in Explore of 2023").click()
    page.wait_for_url(re.compile(r"/2023/explore/(index\.html)?#words=Ostry$"))
    expect(page.get_by_role("searchbox", name="Search", exact=True)).to_have_value("Ostry")


def test_each_index_stays_by_itself(web: str, window: Reader) -> None:
    """After another archive's scripts have run, the own one finds what it found before, and no more."""
    page = window.page
    page.goto(f"{web}2023/")
    _search(page, "lighthouse")
    told = _ask(page, "islanders")
    expect(told).to_have_text("2024: nothing found. 2025 could not be searched.")
    expect(page.locator("section li")).to_have_count(0)
    expect(page.locator("section:visible")).to_have_count(0)
    expect(page.locator("#search-results .search__link", has_text="The ferry in 2023")).to_be_visible()
    page.get_by_role("textbox", name="Search").fill("")
    expect(told).to_be_empty()


def test_an_archive_is_searched_by_its_own_scripts(
    shelf: Path, tmp_path: Path, served: Callable[[Path], str], window: Reader
) -> None:
    """Of whatever make: what is called alike there and here is not mixed up."""
    shutil.copytree(shelf / "2023", tmp_path / "2023")
    engine = tmp_path / "2024/search/engine.js"
    engine.parent.mkdir(parents=True)
    engine.write_text('archiveSearch.part("engine", ["search/other.js"])\n')
    (engine.parent / "other.js").write_text(
        "window.archiveSpelling = {}\n"
        "window.archiveSearch = { look: query => Promise.resolve({ items: [query], count: '7 sheets' }) }\n"
    )
    window.page.goto(f"{served(tmp_path)}2023/index.html")
    expect(_search(window.page, "bread")).to_contain_text("2024: 7 sheets")
    assert window.page.evaluate("Object.hasOwn(archiveSpelling, 'spell')")
    expect(window.page.locator("section:visible li").first).to_have_text(
        "Look for these words in Explore of 2024"
    )
    _ask(window.page, "islanders")
    expect(window.page.locator("#search-results .search__link", has_text="The ferry in 2023")).to_be_visible()


def test_indexes_in_parts_are_told_apart(
    shelf: Path, tmp_path: Path, served: Callable[[Path], str], window: Reader
) -> None:
    """What is split is large: parts of the same names come from both archives as a query needs them."""
    for year in SAID:
        shutil.copytree(shelf / year, tmp_path / year)
        (tmp_path / year / "search/index.js").unlink()
        write_parts(shelf / year, tmp_path / year)
    asked: list[str] = []
    window.page.on("request", lambda request: asked.append(request.url))
    window.page.goto(f"{served(tmp_path)}2023/")
    _search(window.page, "Ostry")
    expect(window.page.locator("#search-results .search__link", has_text="The ferry in 2023")).to_be_visible()
    expect(window.page.locator(OTHER, has_text="The ferry in 2024")).to_be_visible()
    for year in SAID:
        assert [url for url in asked if f"/{year}/search/words/" in url]


def test_others_are_asked_when_something_is_looked_for(web: str, window: Reader) -> None:
    """Not before; each file once; the archive itself, which shares their list, not a second time."""
    asked: list[str] = []
    window.page.on("request", lambda request: asked.append(request.url))
    window.page.goto(f"{web}2023/")
    window.page.get_by_role("button", name="Search", exact=True).click()
    expect(window.page.get_by_role("status").first).to_be_empty()
    assert [url for url in asked if url.endswith("/2023/search/index.js")]
    assert not [url for url in asked if "/2024/" in url or "/2025/" in url]
    assert not [url for url in asked if url.endswith("engine.js")]
    _ask(window.page, "lighthouse")
    _ask(window.page, "lighthouse keeper")
    expect(window.page.locator(OTHER).first).to_be_visible()
    others = [url for url in asked if "/2024/" in url or "/2025/" in url]
    assert len(others) == len(set(others))
    assert [url for url in others if "/2025/" in url] == [f"{web}2025/search/engine.js"]
    assert not [url for url in asked if url.endswith("/2023/search/engine.js")]


def test_what_is_missing_is_asked_again_when_search_is_opened_anew(web: str, window: Reader) -> None:
    """A line that broke does not leave an archive out until the page is left, nor a page in its place."""
    page = window.page
    asked: list[str] = []
    page.route("**/2024/search/index.js", lambda route: route.abort())

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(body="<!doctype html><title>Welcome</title>", content_type="text/html")

    page.route("**/2025/search/engine.js", answer)
    page.goto(f"{web}2023/")
    expect(_search(page, "lighthouse")).to_contain_text("2024 could not be searched.")
    page.unroute("**/2024/search/index.js")
    page.keyboard.press("Escape")
    expect(_search(page, "lighthouse keeper")).to_contain_text("2024: ")
    assert len(asked) == 2
    expect(page.locator(OTHER).first).to_be_visible()


def test_an_archive_within_another_is_told_apart(
    shelf: Path, tmp_path: Path, served: Callable[[Path], str], window: Reader
) -> None:
    """On the page for lost addresses, too, which is of the archive at the top of its host."""
    shutil.copytree(shelf / "2023", tmp_path / "top")
    shutil.copytree(shelf / "2024", tmp_path / "top/2024")
    window.page.goto(f"{served(tmp_path / 'top')}404.html")
    _search(window.page, "Ostry")
    expect(window.page.locator("#search-results .search__link", has_text="The ferry in 2023")).to_be_visible()
    expect(window.page.locator(OTHER, has_text="The ferry in 2024")).to_be_visible()
    assert not window.page.locator(OTHER, has_text="The ferry in 2023").count()


def test_keys_lead_through_all_archives(shelf: Path, window: Reader) -> None:
    """Down from the last own result to the first of the next archive; the line above leads there, too.

    Enter opens the first, and waits for the others where there is none of one's own.
    """
    page = window.page
    page.goto(f"{shelf.as_uri()}/2023/index.html")
    told = _search(page, "Ostry")
    first = page.locator(OTHER).first
    page.locator("#search-results a").last.focus()
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    page.get_by_role("textbox", name="Search").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(told.get_by_role("button")).to_be_focused()
    page.keyboard.press("Enter")
    expect(first).to_be_focused()
    expect(page.get_by_role("heading", name=re.compile("^2024: "))).to_be_in_viewport()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#search-results a").last).to_be_focused()
    page.get_by_role("textbox", name="Search").fill("lighthouse")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/2024/"))


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_axe_finds_nothing_among_several_archives(width: int, web: str, window: Reader) -> None:
    """Headings, lists and the line above them hold what a search of one archive holds."""
    window.page.set_viewport_size({"width": width, "height": 900})
    window.page.goto(f"{web}2023/")
    _search(window.page, "Ostry")
    window.page.evaluate(AXE)
    found = window.page.evaluate(RUN, ALL)
    assert not found, found
