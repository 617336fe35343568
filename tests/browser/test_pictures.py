"""Pictures in the built site: a card for each mark, one stop for each row, the whole way of a chain lit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browsing import NARROW, Reader

MARK = ".plot__wide svg a"


@pytest.fixture
def origins(demo_site: Path) -> str:
    """The page with the picture of all chains."""
    return (demo_site / "origins/index.html").as_uri()


def _card(page: Page) -> Locator:
    return page.locator("#preview")


def test_a_mark_has_a_card_on_hover_and_keeps_its_name(origins: str, reader: Callable[..., Reader]) -> None:
    """The card says what the mark is called, which a screen reader says as well; Escape takes it away."""
    page = reader().page
    page.goto(origins)
    mark = page.locator(MARK).first
    name = mark.get_attribute("aria-label") or ""
    assert len(name) > 5
    mark.locator("text").first.hover()
    expect(_card(page)).to_have_text(name)
    page.keyboard.press("Escape")
    expect(_card(page)).to_be_hidden()


def test_focus_lights_the_whole_way(origins: str, reader: Callable[..., Reader]) -> None:
    """With the keyboard: what a report took from and what took from it stands out, and nothing else."""
    page = reader().page
    page.goto(origins)
    wide = page.locator(".plot__wide svg")
    page.keyboard.press("Tab")
    start = wide.locator("[data-from]").first.get_attribute("data-from")
    wide.locator(f'[data-subject="{start}"]').focus()
    expect(_card(page)).to_be_visible()
    lit = wide.locator("[data-from].lit")
    total = wide.locator("[data-from]").count()
    assert 0 < lit.count() < total
    for line in lit.all():
        ends = (line.get_attribute("data-from"), line.get_attribute("data-to"))
        for end in ends:
            expect(wide.locator(f'[data-subject="{end}"]')).to_have_class("lit")
    page.keyboard.press("Escape")
    expect(page.locator("svg.lighting")).to_have_count(0)


def test_a_row_of_marks_is_one_stop(demo_site: Path, reader: Callable[..., Reader]) -> None:
    """The Tab key leaves a row that arrows go through; without scripts each mark is a stop."""
    page = reader().page
    page.goto((demo_site / "timeline/index.html").as_uri())
    row = page.locator(".plot__wide g.row").last
    marks = row.locator("a")
    assert marks.count() > 2
    assert row.locator('[tabindex="0"]').count() == 1
    page.keyboard.press("Tab")
    marks.first.focus()
    page.keyboard.press("ArrowRight")
    expect(marks.nth(1)).to_be_focused()
    page.keyboard.press("End")
    expect(marks.last).to_be_focused()
    page.keyboard.press("Tab")
    assert row.locator(":focus").count() == 0
    page.keyboard.press("Shift+Tab")
    expect(marks.last).to_be_focused()


@pytest.fixture
def phone(reader: Callable[..., Reader]) -> Iterator[Page]:
    """A window that is touched, not pointed at."""
    browser = reader().context.browser
    assert browser is not None
    context = browser.new_context(viewport={"width": NARROW, "height": 844}, has_touch=True, is_mobile=True)
    yield context.new_page()
    context.close()


def test_on_a_phone_the_first_tap_tells_and_the_second_follows(origins: str, phone: Page) -> None:
    """The picture that is drawn downwards is the one that is seen; a tap on a mark tells what it is."""
    phone.goto(origins)
    assert not phone.locator(".plot__wide").is_visible()
    mark = phone.locator(".plot__narrow svg a").first
    box = mark.bounding_box()
    assert box
    assert box["x"] + box["width"] <= NARROW
    mark.tap()
    expect(_card(phone)).to_contain_text("Tap here to open")
    assert phone.url == origins
    mark.tap()
    phone.wait_for_url(lambda url: url != origins)


@pytest.mark.parametrize("path", ["", "origins", "figures", "timeline", "findings"])
def test_no_picture_is_wider_than_a_phone(path: str, demo_site: Path, reader: Callable[..., Reader]) -> None:
    """What is shown of a picture ends within the window, and nothing has to be scrolled sideways."""
    page = reader(width=NARROW, javascript=False).page
    page.goto((demo_site / path / "index.html").as_uri())
    for svg in page.locator(".plot svg >> visible=true").all():
        box = svg.bounding_box()
        assert box
        assert box["x"] + box["width"] <= NARROW
