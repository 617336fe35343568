"""On paper: the text with its numbers, notes, evidence, addresses and citation, and nothing of the site."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browsing import Reader, open_reader

SOURCE = "sources/ellmarch-wire-salt/index.html"
HEIGHT = "e => e.getBoundingClientRect().height"
STYLE = "(e, name) => getComputedStyle(e)[name]"


@pytest.fixture(scope="module")
def paper(demo_site: Path, context: Callable[..., BrowserContext]) -> Iterator[Page]:
    """A source as a reader with a dark screen and scripts off prints it; tests only look at it."""
    with open_reader(context(scheme="dark", javascript=False, width=700)) as reader:
        reader.page.emulate_media(media="print")
        reader.page.goto((demo_site / SOURCE).as_uri())
        yield reader.page
        reader.assert_quiet()


def test_nothing_of_the_site_is_printed(paper: Page) -> None:
    """No masthead, no menus, no foot; black on white, whatever the screen."""
    for part in (".masthead", ".colophon", ".jump", ".ways", ".md-skip", ".cite-this", "button:not(th *)"):
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
    words = paper.locator(".passage:has(#p1) .captured").bounding_box()
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
    links = paper.locator("main a.external:not(.bare) >> visible=true").all()[:4]
    assert links
    for link in links:
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


def test_topics_are_printed(paper: Page) -> None:
    """What a paragraph is indexed under stands on paper as well, below its words."""
    topic = paper.locator(".passage:has(#p1) .marks a.topic").first
    assert topic.is_visible()
    words = paper.locator(".passage:has(#p1) .captured").bounding_box()
    place = topic.bounding_box()
    assert words
    assert place
    assert place["y"] >= words["y"] + words["height"] - 1


def test_names_in_the_text_have_no_dots_on_paper(paper: Page) -> None:
    """A line under a name says on a screen that it can be followed."""
    assert paper.locator("a.entity").first.evaluate(STYLE, "textDecorationLine") == "none"


def _printed(site: Path, path: str, reader: Callable[..., Reader]) -> Page:
    """A page as it is printed on A4, scripts on."""
    page = reader(width=690).page
    page.goto((site / path / "index.html").as_uri())
    page.emulate_media(media="print")
    return page


@pytest.mark.parametrize("path", ["figures", "timeline", "explore", "sources"])
def test_tables_are_tables_on_paper(path: str, demo_site: Path, reader: Callable[..., Reader]) -> None:
    """Rows and columns, the heads in words and repeated on each sheet, nothing beyond the edge."""
    page = _printed(demo_site, path, reader)
    table = page.locator("main table >> visible=true").first
    assert table.locator("thead").evaluate(STYLE, "display") == "table-header-group"
    assert table.locator("tbody tr").first.evaluate(STYLE, "display") == "table-row"
    for head in table.locator("thead th").all():
        assert head.inner_text().strip()
        assert head.evaluate(HEIGHT) > 5
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize("path", ["figures", "timeline"])
def test_letters_of_pictures_can_be_read_on_paper(
    path: str, demo_site: Path, reader: Callable[..., Reader]
) -> None:
    """On A4 no letter of the picture is set below six points, and the phone's picture is not printed."""
    page = _printed(demo_site, path, reader)
    assert not page.locator(".plot__narrow >> visible=true").count()
    svg = page.locator(".plot svg >> visible=true").first
    drawn, shown = svg.evaluate("e => [e.viewBox.baseVal.width, e.getBoundingClientRect().width]")
    sizes = svg.locator("text").evaluate_all("all => all.map(e => parseFloat(getComputedStyle(e).fontSize))")
    assert min(sizes) * shown / drawn * 0.75 >= 6


@pytest.mark.parametrize("path", ["", "explore", "figures", "timeline", "sources/ellmarch-wire-salt"])
def test_paper_says_whose_page_it_is(path: str, demo_site: Path, reader: Callable[..., Reader]) -> None:
    """The archive's name above all else on paper, and nowhere on the screen."""
    page = reader(javascript=False).page
    page.goto((demo_site / path / "index.html").as_uri())
    line = page.locator(".paper")
    assert not line.is_visible()
    page.emulate_media(media="print")
    assert line.inner_text().lower().startswith("the ferry that stopped")


def test_paper_says_what_was_chosen(demo_site: Path, reader: Callable[..., Reader]) -> None:
    """Filters are not printed; what was chosen in them is, with the number of rows."""
    page = reader().page
    page.goto((demo_site / "explore/index.html").as_uri() + "#topic=night-crossings&words=deckhand")
    page.emulate_media(media="print")
    assert page.get_by_text("Search: deckhand. Topic: Crossings by night.").is_visible()
    assert " of " in page.locator("#explore-tally").inner_text()
    assert not page.locator("#explore").is_visible()
