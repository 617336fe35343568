"""Single keys: they act, they leave fields alone, and they can be turned off for good."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from tests.browsing import Reader

SOURCE = "sources/ellmarch-wire-salt/"
STORED = "Object.entries(localStorage)"


def test_keys_lead_on_and_back(
    demo_site: Path, served: Callable[[Path], str], reader: Callable[..., Reader]
) -> None:
    """N leads to the source that came next, p to the one before; in the search field they are letters."""
    page = reader().page
    page.goto(served(demo_site) + SOURCE)
    following = page.locator(".neighbours a.next").evaluate("a => a.href")
    page.keyboard.press("n")
    page.wait_for_url(following)
    page.keyboard.press("p")
    page.wait_for_url(lambda url: SOURCE in url)
    page.keyboard.press("/")
    page.keyboard.type("np")
    expect(page.get_by_role("textbox", name="Search")).to_have_value("np")
    assert SOURCE in page.url


def test_keys_can_be_turned_off(
    demo_site: Path, served: Callable[[Path], str], reader: Callable[..., Reader]
) -> None:
    """The choice holds on the next page, is all that is stored, and leaves nothing when it is taken back."""
    page = reader(anew=True).page
    page.goto(served(demo_site) + SOURCE)
    assert page.evaluate(STORED) == []
    page.get_by_role("button", name="Turn them off").click()
    assert page.evaluate(STORED) == [["archive.keys", "off"]]
    page.goto(served(demo_site))
    page.keyboard.press("/")
    page.keyboard.press("s")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("button", name="Turn single keys on").click()
    assert page.evaluate(STORED) == []
    page.keyboard.press("/")
    expect(page.get_by_role("textbox", name="Search")).to_be_focused()
