"""The pages that show the archive's shape, in the built site: every number leads to its paragraph, and on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import expect

from tests.browsing import Reader

SHAPES = ("figures", "timeline", "origins")


@cache
def _page(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text("utf-8"), "lxml")


def _target(page: Path, link: Tag) -> tuple[Path, str]:
    path, _, anchor = str(link["href"]).partition("#")
    return ((page.parent / path).resolve() if path else page), anchor


def _rows(page: Path) -> Iterator[Tag]:
    yield from _page(page).select("table[data-tabular] tbody tr")


def test_every_number_leads_to_its_paragraph_and_its_origin(demo_site: Path) -> None:
    """From each row of Figures: one click to the statement, one to the origin; no number lacks either."""
    page = demo_site / "figures/index.html"
    rows = list(_rows(page))
    assert len(rows) >= 40
    for row in rows:
        number, origin = row.select_one("td.number a"), row.select("td")[4].select_one("a")
        assert number is not None, row
        assert origin is not None, row
        source, claim = _target(page, number)
        assert _page(source).find(id=claim) is not None, number
        report, _ = _target(page, origin)
        assert report.parent.parent.name in ("origins", "sources"), origin
        assert report.is_file(), origin


@pytest.mark.parametrize("name", SHAPES)
def test_marks_of_pictures_lead_to_what_they_show(name: str, demo_site: Path) -> None:
    """Each mark is a link with a name; it leads to a page, and to an anchor of it where it names one."""
    page = demo_site / name / "index.html"
    marks = _page(page).select("figure.plot svg a")
    assert marks
    for mark in marks:
        named = mark.find("title")
        assert named, mark
        assert named.get_text(strip=True), mark
        target, anchor = _target(page, mark)
        assert target.is_file(), mark
        assert not anchor or _page(target).find(id=anchor) is not None, mark


@pytest.mark.parametrize("name", ["figures", "timeline"])
def test_what_a_picture_shows_stands_in_the_table(name: str, demo_site: Path) -> None:
    """A picture has no mark that the table beside it does not have as a row."""
    page = demo_site / name / "index.html"
    told = {link["href"] for row in _rows(page) for link in row.select("a")}
    told |= {f"#{row['id']}" for row in _rows(page) if row.get("id")}
    assert {mark["href"] for mark in _page(page).select("figure.plot svg a")} <= told


def test_tables_sort_and_filter_from_the_keyboard(demo_site: Path, reader: Callable[..., Reader]) -> None:
    """Buttons in the headings sort, say so, and turn; the field leaves the rows that have all its words."""
    window = reader()
    window.page.goto((demo_site / "figures/index.html").as_uri())
    head = window.page.locator("table[data-tabular] thead th").first
    head.get_by_role("button").focus()
    window.page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "ascending"
    window.page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    cells = window.page.locator("table[data-tabular] tbody td.number")
    sizes = [float(cell.get_attribute("data-key") or "") for cell in cells.all()]
    assert sizes == sorted(sizes, reverse=True)
    total = cells.count()
    window.page.get_by_role("searchbox", name="Filter").fill("RUCKUS tonnes")
    expect(window.page.locator("table[data-tabular] tr[hidden]").first).to_be_attached()
    visible = window.page.locator("table[data-tabular] tbody tr:visible")
    assert 0 < visible.count() < total
    assert all("ruckus" in text.lower() for text in visible.all_inner_texts())


def test_tables_are_whole_without_scripts(demo_site: Path, reader: Callable[..., Reader]) -> None:
    """With JavaScript off all rows stand there in order, and nothing promises what would not work."""
    window = reader(javascript=False)
    page = demo_site / "figures/index.html"
    window.page.goto(page.as_uri())
    assert window.page.locator("table[data-tabular] tbody tr:visible").count() == len(list(_rows(page)))
    assert window.page.locator(".sheet button, .filter").count() == 0
