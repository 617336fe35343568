"""Explore over an archive of several pages, in Chromium and from a folder: what its parts give, and when."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from benchmarks.explore import invent, write_site
from build_tools.index import Index
from build_tools.model.archive import Archive
from build_tools.pages.paging import ROWS_PER_PAGE
from build_tools.pipeline import PipelineSettings, assemble_archive
from tests.browsing import Reader

SOURCES, STATEMENTS = 110, 2200
KINDS = "&".join(f"kind={kind}" for kind in "event figure policy legal quote allegation denial".split())  # noqa: SIM905
ROWS = """part => [...document.querySelectorAll(`[data-part=${part}] tbody tr`)]
    .map(row => row.outerHTML.replace(/\\s*\\n\\s*/g, ''))"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Invented: 2,200 statements, 110 sources."""
    seeds = tmp_path_factory.mktemp("seeds") / "seeds"
    invent(seeds, SOURCES)
    return assemble_archive(PipelineSettings(seeds=seeds))


@pytest.fixture(scope="module")
def explore(archive: Archive, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The first page, in a bare shell, from a folder."""
    site = tmp_path_factory.mktemp("explore") / "site"
    write_site(Index(archive), site)
    return (site / "explore/index.html").as_uri()


def _settle(page: Page) -> None:
    expect(page.locator("[data-part][aria-busy=true]")).to_have_count(0)


def _tally(page: Page) -> str:
    _settle(page)
    return page.locator("#explore-tally").inner_text()


@pytest.mark.parametrize("show", ["statements", "figures", "sources"])
def test_rows_are_the_same_from_parts_and_from_pages(
    show: str, explore: str, reader: Callable[..., Reader]
) -> None:
    """What a filter shows, to the letter, is what the page shows; all kinds chosen leave nothing out."""
    page = reader().page
    page.goto(explore)
    whole = page.evaluate(ROWS, show)
    page.goto(f"{explore}?#{KINDS}&show={show}")
    _settle(page)
    drawn = page.evaluate(ROWS, show)
    if show == "sources":
        drawn = [row.replace('<td class="num">20 of 20<', '<td class="num">20<') for row in drawn]
    shared = min(len(drawn), len(whole))
    # of sources those that the statements of the page are from
    assert shared >= ROWS_PER_PAGE * SOURCES // STATEMENTS
    assert drawn[:shared] == whole[:shared]


def test_words_are_sought_in_the_whole_archive(
    archive: Archive, explore: str, reader: Callable[..., Reader]
) -> None:
    """Not in the rows of the page alone; the last statement is found like the first."""
    held = {
        ref: " ".join(f.statement for f in archive.findings if ref in f.claims) for ref in archive.statements
    }
    texts = [f"{s.claim.text} {held[ref]}".lower() for ref, s in archive.statements.items()]
    found = sum("harbour" in text and "salt" in text for text in texts)
    page = reader().page
    page.goto(f"{explore}#words=salt+harbour")
    assert _tally(page) == f"{found:,} of {len(texts):,} statements"


def test_a_long_result_comes_piece_by_piece(explore: str, reader: Callable[..., Reader]) -> None:
    """A hundred rows, and a button that says how many are left; other pages are not offered then."""
    page = reader().page
    page.goto(explore)
    expect(page.get_by_role("navigation", name="Pages of this list")).to_be_visible()
    page.locator("[value=topic-3]").check()
    total = int(_tally(page).partition(" of ")[0])
    rows = page.locator("[data-part=statements] tbody tr")
    expect(rows).to_have_count(100)
    expect(page.get_by_role("navigation", name="Pages of this list")).to_be_hidden()
    page.get_by_role("button", name=f"more of {total - 100}").click()
    expect(rows).to_have_count(min(200, total))
    page.get_by_role("button", name="Clear filters").click()
    expect(rows).to_have_count(ROWS_PER_PAGE)


def test_only_what_is_asked_for_is_loaded(explore: str, reader: Callable[..., Reader]) -> None:
    """Opening the page loads no part; a filter loads its own, those in sight, and the rows that are shown."""
    page = reader().page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(explore)
    assert not [url for url in asked if "/parts/" in url]
    page.locator("[name=year]").first.check()
    _settle(page)
    names = {url.rpartition("/")[2].removesuffix(".js") for url in asked if "/parts/" in url}
    assert {"topic", "status", "year"} == {name for name in names if not name.startswith("rows-")}


def test_a_value_that_is_not_on_the_page_is_found_by_name(
    archive: Archive, explore: str, reader: Callable[..., Reader]
) -> None:
    """Among many values the rare ones stand in no list, but can be sought, chosen, and shared."""
    page = reader().page
    page.goto(explore)
    boxes = {box.get_attribute("value") for box in page.locator("[name=origin]").all()}
    slugs = [d.record.slug for d in archive.documents]
    rare = next(slug for slug in slugs if slug not in boxes)
    page.goto(f"{explore}?#origin={rare}")
    assert _tally(page).startswith("20 of ")
    assert page.locator(f"[name=origin][value={rare}]").is_checked()
    page.get_by_label("Others by name").first.fill("OUTLET 1")
    shown = page.locator("label:visible", has=page.locator("[name=origin]")).all_inner_texts()
    assert shown
    assert all("outlet 1" in text.lower() or text.startswith("Outlet") for text in shown)
    page.get_by_role("button", name="Clear filters").click()
    expect(page.locator("#explore-tally")).to_have_text("2,200 statements")


def test_a_part_that_does_not_come_is_told_and_asked_for_again(
    browser: Browser, served: Callable[[Path], str], explore: str
) -> None:
    """The page says so instead of showing too little; the next choice tries anew."""
    site = Path(explore.removeprefix("file://")).parent.parent
    page = browser.new_page()
    page.route("**/parts/topic.js", lambda route: route.abort())
    page.goto(f"{served(site)}explore/index.html")
    page.locator("[value=topic-3]").check()
    expect(page.locator("#explore-tally")).to_contain_text("did not come")
    page.unroute("**/parts/topic.js")
    page.locator("[value=topic-4]").check()
    expect(page.locator("#explore-tally")).to_contain_text(" of 2,200 statements")
    page.close()


def test_every_page_is_whole_without_scripts(explore: str, reader: Callable[..., Reader]) -> None:
    """From the first page to the last, by links alone, all statements are passed."""
    page = reader(javascript=False).page
    page.goto(explore)
    seen = page.locator("[data-part=statements] tbody tr").count()
    number = 1
    while (on := page.get_by_role("link", name=str(number + 1), exact=True)).count():
        on.click()
        number += 1
        seen += page.locator("[data-part=statements] tbody tr").count()
    assert (number, seen) == (-(-STATEMENTS // ROWS_PER_PAGE), STATEMENTS)
