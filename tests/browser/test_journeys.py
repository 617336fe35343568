"""Five readers on their way, from the first page to what they came for."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from build_tools.model.archive import Edition
from build_tools.model.site import Site
from build_tools.site.zip_package import START_FILE, pack_site
from tests.browsing import NARROW, Reader


def _fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


def _search(page: Page, words: str) -> None:
    page.get_by_role("button", name="Search", exact=True).click()
    page.get_by_role("textbox", name="Search").first.press_sequentially(words)
    page.locator("#search-results a").filter(has_text=words).first.click()
    page.wait_for_load_state()


def test_a_historian_finds_a_figure_and_cites_it(
    demo_site: Path, served: Callable[[Path], str], reader: Callable[..., Reader]
) -> None:
    """From a number that was heard of, to the paragraph, to a citation in the clipboard."""
    window = reader(clipboard=True)
    page = window.page
    page.goto(served(demo_site))
    _search(page, "27,200")
    # several sources have the number, and which of them stands first is for another test
    outlet = page.locator(".imprint a").first.text_content() or "no outlet"
    found = page.locator(".passage", has_text="27,200").first
    found.locator("details.evidence > summary").click()
    statement = found.locator(".statement", has_text="27,200").first
    expect(statement).to_contain_text("Said by:")
    statement.get_by_role("button", name="citation").click()
    page.get_by_role("status").filter(has_text="copied").wait_for()
    cited = str(page.evaluate("navigator.clipboard.readText()"))
    assert outlet in cited
    assert "para. " in cited
    statement_id = cited.rpartition(", ")[2].rstrip(".")
    page.goto(f"{page.url.partition('#')[0]}#{statement_id}")
    expect(page.locator(":target")).to_contain_text("27,200")


def test_a_historian_compares_two_sources(demo_site: Path, reader: Callable[..., Reader]) -> None:
    """From a source to what it shares with another, and on to the other at the passage meant."""
    page = reader().page
    page.goto((demo_site / "sources/ellmarch-wire-salt/index.html").as_uri())
    page.get_by_role("navigation", name="On this page").get_by_role("link", name="Shared wording").click()
    page.locator("#wording ~ ul a", has_text="passage").first.click()
    main = page.get_by_role("main")
    expect(main).to_contain_text("Ellmarch Wire")
    expect(main).to_contain_text("Port Hennet Courier")
    row = main.get_by_role("row").filter(has=page.get_by_role("link", name="¶")).first
    one, other = (row.get_by_role("link", name="¶").nth(n).get_attribute("href") or "" for n in range(2))
    assert one.partition("#")[0] != other.partition("#")[0]
    row.get_by_role("link", name="¶").nth(1).click()
    expect(page.locator(".passage:has(:target)")).to_be_in_viewport()


def test_a_journalist_reads_on_a_phone(demo_site: Path, reader: Callable[..., Reader]) -> None:
    """Ten minutes, one thumb: topic, statement, paragraph, who says so, the editor's note. Nothing is cut."""
    page = reader(width=NARROW).page
    page.goto((demo_site / "topics/index.html").as_uri())
    page.locator("main a[href*='night-crossings/']").first.click()
    assert _fits(page)
    page.locator("main a.at").first.click()
    passage = page.locator(".passage:has(:target)")
    expect(passage).to_be_in_viewport()
    passage.locator("details.evidence > summary").click()
    expect(passage.locator(".statement").first).to_be_visible()
    assert _fits(page)
    page.locator(".passage details.margin:has(.note) > summary").first.click()
    note = page.locator(".passage .note").first
    note.scroll_into_view_if_needed()
    box = note.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= NARROW


def _tab_to(page: Page, selector: str, most: int = 80) -> None:
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    raise AssertionError(f"{selector} is not reached within {most} steps")


def test_a_reader_with_a_keyboard_alone(demo_site: Path, reader: Callable[..., Reader]) -> None:
    """Search, result, paragraph, evidence, finding: no pointer is needed, and Escape leads back."""
    page = reader().page
    page.goto((demo_site / "index.html").as_uri())
    _tab_to(page, ".masthead__search")
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name="Search")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Search", exact=True)).to_be_focused()
    page.keyboard.press("/")
    page.keyboard.type("Pettimore")
    expect(page.locator("#search-results a").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: not url.endswith("site/index.html"))
    page.goto((demo_site / "sources/ellmarch-wire-salt/index.html").as_uri())
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    _tab_to(page, "details.evidence > summary")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.parentElement.open")
    _tab_to(page, ".statement a[href*='findings/']", 200)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/findings/" in url)
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_reader_without_scripts_from_a_stick(
    demo_site: Path, tmp_path: Path, reader: Callable[..., Reader]
) -> None:
    """Behind a censor: from the start file to a topic, a report, who says so, a finding, and home again."""
    site = Site("The Ferry That Stopped")
    zipfile.ZipFile(io.BytesIO(pack_site(demo_site, site, Edition.PUBLIC))).extractall(tmp_path)
    page = reader(javascript=False).page
    page.goto((tmp_path / "the-ferry-that-stopped" / START_FILE).as_uri())
    page.get_by_role("link").click()
    page.get_by_role("navigation", name="Parts of the archive").get_by_role("link", name="Topics").click()
    page.locator("main a[href*='night-crossings/']").first.click()
    page.locator("main a.at").first.click()
    passage = page.locator(".passage").filter(has=page.locator(".statement a[href*='findings/']")).first
    passage.locator("details.evidence > summary").click()
    expect(passage.locator(".chain").first).to_be_visible()
    passage.locator(".statement a[href*='findings/']").first.click()
    expect(page.get_by_role("main")).to_contain_text("independent origin")
    page.get_by_role("navigation", name="The way here").get_by_role("link", name="Home").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(site.name)
    page.get_by_role("navigation", name="Parts of the archive").get_by_role("link", name="Explore").click()
    assert page.locator("[data-part=statements] tbody tr").count() >= 100
    assert page.url.startswith("file:")
