"""Explore in Chromium: filters, counts, shared addresses, keyboard, phone, and the page without scripts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browsing import NARROW, Reader


@pytest.fixture
def explore(demo_site: Path) -> str:
    """The page's address, from a folder: what works there works over http as well."""
    return (demo_site / "explore/index.html").as_uri()


def _rows(page: Page, part: str = "statements") -> Locator:
    return page.locator(f"[data-part={part}] tbody tr:not([hidden])")


def _count(page: Page, value: str) -> int:
    """The number beside a filter's value."""
    label = page.locator("label", has=page.locator(f"input[value={value}]"))
    return int(label.locator(".explore__count").inner_text())


def _tally(page: Page) -> str:
    return page.locator("#explore-tally").inner_text()


def test_the_number_beside_a_value_is_what_choosing_it_shows(
    explore: str, reader: Callable[..., Reader]
) -> None:
    """Before a choice and after one, the counts foretell the rows, whatever else is chosen."""
    page = reader().page
    page.goto(explore)
    whole = _rows(page).count()
    assert _tally(page) == f"{whole} statements"
    foretold = _count(page, "night-crossings")
    page.get_by_label("Crossings by night").check()
    expect(_rows(page)).to_have_count(foretold)
    assert _tally(page) == f"{foretold} of {whole} statements"
    within = _count(page, "single-origin")
    assert 0 < within < foretold
    page.get_by_label("Single origin").check()
    expect(_rows(page)).to_have_count(within)


def test_two_values_of_one_filter_widen_it(explore: str, reader: Callable[..., Reader]) -> None:
    """Within a filter either value is enough, so a second one never takes rows away."""
    page = reader().page
    page.goto(f"{explore}#topic=missing-salt")
    one = _rows(page).count()
    page.get_by_label("Crossings by night").check()
    assert _rows(page).count() > one


def test_words_narrow_without_case_or_marks(explore: str, reader: Callable[..., Reader]) -> None:
    """Each word must stand in the row; how it is written does not matter."""
    page = reader().page
    page.goto(explore)
    page.get_by_role("searchbox", name="Search", exact=True).fill("THRÁPE deck")
    page.wait_for_url(lambda url: "words=" in url)
    texts = [text.lower() for text in _rows(page).all_inner_texts()]
    assert texts
    assert all("thrape" in text and "deck" in text for text in texts)


def test_a_shared_address_shows_the_same(explore: str, reader: Callable[..., Reader]) -> None:
    """What one reader chose, another sees who opens the address."""
    first = reader().page
    first.goto(explore)
    first.get_by_label("Crossings by night").check()
    first.locator("[name=year][value='2019']").check()
    first.get_by_label("Figures").check()
    second = reader().page
    second.goto(first.url)
    assert second.locator("[name=year][value='2019']").is_checked()
    assert _tally(second) == _tally(first)
    assert _rows(second, "figures").all_inner_texts() == _rows(first, "figures").all_inner_texts()
    assert not second.locator("[data-part=statements]").is_visible()


def test_back_takes_back_one_choice(explore: str, reader: Callable[..., Reader]) -> None:
    """The browser's buttons go through the choices, and clearing is a choice like the others."""
    page = reader().page
    page.goto(explore)
    whole = _tally(page)
    page.get_by_label("The missing salt").check()
    narrowed = _tally(page)
    page.get_by_role("button", name="Clear filters").click()
    expect(page.locator("#explore-tally")).to_have_text(whole)
    assert "#" not in page.url
    page.go_back()
    expect(page.locator("#explore-tally")).to_have_text(narrowed)
    assert page.get_by_label("The missing salt").is_checked()
    page.go_back()
    expect(page.locator("#explore-tally")).to_have_text(whole)
    page.go_forward()
    expect(page.locator("#explore-tally")).to_have_text(narrowed)


def test_sources_say_how_many_of_their_statements_are_left(
    explore: str, reader: Callable[..., Reader]
) -> None:
    """The three tables follow the same filters: a source is shown if one of its statements is."""
    page = reader().page
    page.goto(f"{explore}#topic=repair-costs&show=sources")
    page.get_by_label("Statements", exact=True).check()
    statements = _rows(page).count()
    page.get_by_label("Sources", exact=True).check()
    shown = _rows(page, "sources")
    found = [int(cell.split(" of ")[0]) for cell in shown.locator("td:last-child").all_inner_texts()]
    assert 0 < len(found) < int(page.locator("#explore").get_attribute("data-sources") or 0)
    assert sum(found) == statements


def test_an_address_that_says_nothing_of_filters_changes_none(
    explore: str, reader: Callable[..., Reader]
) -> None:
    """The link past the menu leads to an anchor; what was chosen stays."""
    page = reader().page
    page.goto(f"{explore}#topic=missing-salt")
    narrowed = _tally(page)
    page.evaluate("location.hash = 'statements'")
    page.wait_for_url(lambda url: url.endswith("#statements"))
    assert _tally(page) == narrowed
    assert page.get_by_label("The missing salt").is_checked()


def test_keyboard_alone_is_enough(explore: str, reader: Callable[..., Reader]) -> None:
    """Tab reaches words, tables, filters and rows in this order; Space chooses, Enter opens a filter."""
    page = reader().page
    page.goto(explore)
    page.get_by_role("searchbox", name="Search", exact=True).focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.value") == "statements"
    page.keyboard.press("ArrowDown")
    assert _tally(page).endswith("findings")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "order"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").startswith("Topic")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert " of " in _tally(page)
    assert page.evaluate("document.activeElement.checked")
    page.locator("summary", has_text="Person").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "person"


def test_the_count_is_told_to_those_who_hear_the_page(explore: str, reader: Callable[..., Reader]) -> None:
    """The number of rows is a status: a screen reader says it when it changes."""
    page = reader().page
    page.goto(explore)
    page.get_by_label("The missing salt").check()
    expect(page.get_by_role("status").filter(has_text="statements")).to_contain_text(" of ")


def test_on_a_phone_the_filters_are_folded(explore: str, reader: Callable[..., Reader]) -> None:
    """The rows come first; one button opens the filters and says whether they are open."""
    page = reader(width=NARROW).page
    page.goto(explore)
    button = page.get_by_role("button", name="Filters", exact=True)
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(page.get_by_label("The missing salt")).to_be_hidden()
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    page.get_by_label("The missing salt").check()
    assert " of " in _tally(page)


def test_without_scripts_all_rows_stand_and_no_dead_control(
    explore: str, reader: Callable[..., Reader]
) -> None:
    """Statements, figures and sources, whole and in order; nothing that could be pressed in vain."""
    page = reader(javascript=False).page
    page.goto(explore)
    for part in ("statements", "findings", "disagreements", "figures", "sources"):
        expect(page.locator(f"[data-part={part}]")).to_be_visible()
        assert _rows(page, part).count() > 0
    assert not page.locator("#explore").is_visible()
    assert not page.get_by_role("button").filter(has_text="filters").is_visible()


def test_links_of_a_row_say_where_they_lead(explore: str, reader: Callable[..., Reader]) -> None:
    """No row has two links of the same words: findings are told by what they say."""
    page = reader(javascript=False).page
    page.goto(explore)
    twice = page.evaluate("""() => [...document.querySelectorAll('[data-part] tbody tr')].filter(row => {
        const words = [...row.querySelectorAll('a')].map(a => a.textContent)
        return new Set(words).size < words.length
    }).map(row => row.textContent)""")
    assert not twice


def test_where_nothing_is_left_the_page_says_what_to_loosen(
    explore: str, reader: Callable[..., Reader]
) -> None:
    """Instead of an empty table: a sentence; and after clearing, the keyboard is where filtering begins."""
    page = reader().page
    page.goto(explore)
    page.get_by_role("searchbox", name="Search", exact=True).fill("xyzzy")
    expect(page.get_by_text("Remove a filter")).to_be_visible()
    expect(page.locator("[data-part=statements] table")).to_be_hidden()
    page.get_by_role("button", name="Clear filters").click()
    expect(page.get_by_text("Remove a filter")).to_be_hidden()
    expect(page.get_by_role("searchbox", name="Search", exact=True)).to_be_focused()
    expect(page.locator("[data-part=statements] table")).to_be_visible()


def test_tables_have_names_and_heads(demo_site: Path, reader: Callable[..., Reader]) -> None:
    """Who hears a table learns what it is, and for each cell its column and its row."""
    page = reader(javascript=False).page
    for path in ("explore/", "sources/", "people/", "findings/", "figures/", "timeline/"):
        page.goto((demo_site / path / "index.html").as_uri())
        tables = page.locator("main table")
        assert tables.count(), path
        wrong = tables.evaluate_all("""all => all.filter(table =>
            !table.caption?.textContent || [...table.tHead.rows[0].cells].some(c => c.scope !== 'col')
            || [...table.tBodies[0].rows].some(r => r.querySelectorAll('th[scope=row]').length !== 1))
            .map(table => table.outerHTML.slice(0, 120))""")
        assert not wrong, (path, wrong)
