"""Old addresses in a browser: they lead on, without a script, or tell what became of the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect


@pytest.mark.parametrize("scripts", [True, False])
def test_an_old_address_leads_on_from_a_folder(browser: Browser, demo_site: Path, *, scripts: bool) -> None:
    """By a meta refresh alone."""
    page = browser.new_page(java_script_enabled=scripts)
    page.goto((demo_site / "sources/packet-carrow-letter/index.html").as_uri())
    page.wait_for_url("**/sources/packet-carrow-by-road/index.html")
    expect(page.locator("h1")).to_be_visible()
    page.close()


def test_a_withdrawn_page_says_why(browser: Browser, demo_site: Path) -> None:
    """With the day and the reason, at its own address."""
    page = browser.new_page()
    page.goto((demo_site / "sources/barge-rumours/index.html").as_uri())
    expect(page.locator("main")).to_contain_text("Withdrawn on 11 April 2019")
    expect(page.locator("main")).to_contain_text("its writer asked for it")
    page.close()
