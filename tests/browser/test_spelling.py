"""Explore and tables keep rows however their words are spelled; what search finds so is asked in Node."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote_plus

from playwright.sync_api import expect

from tests.browsing import Reader
from tests.javascript.asking import ALIKE

KEPT = [alike for alike in ALIKE if alike[0] in {"1,250", "85,000", "27,200", "Lantern’s"}]
"""Those of which rows speak; endings and misspellings are search's alone."""


def test_explore_compares_words_alike(demo_site: Path, reader: Callable[..., Reader]) -> None:
    """The filter of Explore, which keeps rows, overlooks the same differences in spelling."""
    page = reader().page
    page.goto((demo_site / "explore/index.html").as_uri())
    for alike in KEPT:
        told = set()
        for spelling in alike:
            page.get_by_role("searchbox", name="Search").fill(spelling)
            expect(page).to_have_url(re.compile(re.escape(quote_plus(spelling))))
            told.add(page.locator("#explore-tally").text_content() or "")
        assert len(told) == 1, alike
        assert re.match(r"[1-9]\d* of ", told.pop()), alike


def test_tables_compare_words_alike(demo_site: Path, reader: Callable[..., Reader]) -> None:
    """So does the filter over a table, which tells how many rows it keeps."""
    page = reader().page
    page.goto((demo_site / "figures/index.html").as_uri())
    for alike in (("1,250", "1250", "1 250"), ("27,200", "27200", "$27,200")):
        told = set()
        for spelling in alike:
            page.get_by_role("searchbox", name="Filter").fill(spelling)
            expect(page.locator(".filter output")).to_have_text(re.compile(" of "))
            told.add(page.locator("table[data-tabular] tbody tr:visible").count())
        assert told - {0}, alike
        assert len(told) == 1, alike
