"""Ways through the site: the path on every page type, what is on a long page, cards for names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.visits import PLAINLY, Walk
from tests.browsing import NARROW, Reader

SOURCE = "sources/lantern-night-crossings/index.html"


def test_every_page_type_leads_back(demo_site: Path, walked: Callable[..., Walk]) -> None:
    """Home, then the index that the page belongs to, then where one is: each step a link but the last."""
    ways = [(Path(page), way) for page, _, way in walked(demo_site, PLAINLY).answers("way")]
    below = [(page, way) for page, way in ways if page.name == "index.html" and len(page.parts) > 1]
    assert len(below) > 25
    for page, way in below:
        leads = [(demo_site / page.parent / step["to"]).resolve() for step in way["steps"]]
        above = [
            demo_site.resolve().joinpath(*page.parts[:n], "index.html") for n in range(len(page.parts) - 1)
        ]
        assert leads == above, page
        assert way["steps"][0]["words"] == "Home"
        assert way["here"] == 1, page


def test_the_page_between_is_named(demo_site: Path, reader: Callable[..., Reader]) -> None:
    """A ledger belongs to its source, and says so by the source's title."""
    page = reader().page
    page.goto((demo_site / SOURCE).as_uri())
    title = page.get_by_role("heading", level=1).inner_text()
    page.goto((demo_site / SOURCE).parent.joinpath("ledger/index.html").as_uri())
    between = page.get_by_role("navigation", name="The way here").get_by_role("link").last
    assert between.inner_text() == title
    between.click()
    assert page.url.endswith(SOURCE)


def test_a_long_page_lists_its_parts_once(
    public_site: Path, demo_site: Path, reader: Callable[..., Reader]
) -> None:
    """The method page has a list of its own parts; a source brings its own list, so it has no second."""
    page = reader(javascript=False).page
    page.goto((public_site / "method/index.html").as_uri())
    page.get_by_text("On this page").first.click()
    parts = page.get_by_role("navigation", name="On this page").get_by_role("link")
    assert parts.count() == page.get_by_role("main").get_by_role("heading", level=2).count()
    page.goto((demo_site / SOURCE).as_uri())
    expect(page.get_by_role("navigation", name="On this page")).to_have_count(1)


def _named(page: Page) -> Iterator[str]:
    """The tips of a page's names, before the script has taken them."""
    yield from page.locator("a.entity").evaluate_all("links => links.map(link => link.title)")


@pytest.fixture
def source(demo_site: Path) -> str:
    """A page with many names."""
    return (demo_site / SOURCE).as_uri()


def test_hover_shows_who_it_is_and_the_card_can_be_reached(
    source: str, reader: Callable[..., Reader]
) -> None:
    """The card tells kind and description, stays while the pointer is on it, and goes with Escape."""
    page = reader().page
    page.clock.install()
    page.goto(source)
    page.locator("a.entity", has_text="Thrape").first.hover()
    page.clock.run_for(1_000)
    card = page.get_by_role("tooltip")
    expect(card).to_be_visible()
    expect(card).to_contain_text("Person")
    expect(card.locator(".preview__name")).to_have_text("Ansel Thrape")
    assert len(card.inner_text().split()) > 4
    card.hover()
    page.clock.run_for(10_000)
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_leaving_takes_the_card_away(source: str, reader: Callable[..., Reader]) -> None:
    """It does not stay in the way of reading."""
    page = reader().page
    page.goto(source)
    page.locator("a.entity").first.hover()
    expect(page.get_by_role("tooltip")).to_be_visible()
    page.mouse.move(5, 5)
    expect(page.get_by_role("tooltip")).to_be_hidden()


def test_focus_shows_it_and_ties_it_to_the_link(source: str, reader: Callable[..., Reader]) -> None:
    """With the keyboard alone: the card is what the link is described by, Escape keeps the focus."""
    page = reader().page
    page.goto(source)
    name = page.locator("a.entity").first
    page.keyboard.press("Tab")
    name.focus()
    expect(page.get_by_role("tooltip")).to_be_visible()
    expect(name).to_have_attribute("aria-describedby", "preview")
    page.keyboard.press("Escape")
    expect(page.get_by_role("tooltip")).to_be_hidden()
    expect(name).to_be_focused()


@pytest.fixture
def phone(reader: Callable[..., Reader]) -> Iterator[Page]:
    """A window that is touched, not pointed at."""
    browser = reader().context.browser
    assert browser is not None
    context: BrowserContext = browser.new_context(
        viewport={"width": NARROW, "height": 844}, has_touch=True, is_mobile=True
    )
    yield context.new_page()
    context.close()


def test_the_first_tap_shows_and_the_second_follows(source: str, phone: Page) -> None:
    """A touch screen has no hover: a tap tells who it is, one more opens the page."""
    phone.goto(source)
    name = phone.locator("a.entity").first
    name.tap()
    expect(phone.get_by_role("tooltip")).to_contain_text("Tap here to open")
    assert phone.url == source
    box = phone.get_by_role("tooltip").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= NARROW
    name.tap()
    phone.wait_for_url(lambda url: url != source)
    phone.goto(source)
    phone.locator("a.entity").first.tap()
    phone.get_by_role("tooltip").tap()
    phone.wait_for_url(lambda url: url != source)


def test_a_tap_elsewhere_closes_the_card(source: str, phone: Page) -> None:
    """Reading on is enough."""
    phone.goto(source)
    phone.locator("a.entity").first.tap()
    expect(phone.get_by_role("tooltip")).to_be_visible()
    phone.locator("h1").tap()
    expect(phone.get_by_role("tooltip")).to_be_hidden()


def test_without_scripts_tip_and_link_remain(source: str, reader: Callable[..., Reader]) -> None:
    """The browser shows the description itself."""
    page = reader(javascript=False).page
    page.goto(source)
    tips = list(_named(page))
    assert tips
    assert all(tips)


def test_the_home_page_tells_and_lets_check(demo_site: Path, reader: Callable[..., Reader]) -> None:
    """The first sentence’s count leads to its finding; what looks like a field opens search."""
    page = reader().page
    page.goto((demo_site / "index.html").as_uri())
    page.locator("a.seek").click()
    expect(page.locator("#search-field")).to_be_focused()
    page.keyboard.press("Escape")
    page.locator(".lead .checks a").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("The ferry was reported")


def test_without_scripts_the_field_leads_to_explore(demo_site: Path, reader: Callable[..., Reader]) -> None:
    """A field that does nothing would be a dead end."""
    page = reader(javascript=False).page
    page.goto((demo_site / "index.html").as_uri())
    page.locator("a.seek").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Explore")
