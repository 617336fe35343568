"""Explore in Chromium: words as search understands them, findings and disagreements, orders."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.test_explore import _count, _rows, _tally, explore
from tests.browsing import Reader

__all__ = ["explore"]
"""The fixture, for pytest to see."""


def test_words_are_understood_as_search_understands_them(explore: str, reader: Callable[..., Reader]) -> None:
    """Another word for one thing, a letter wrong, a name in its own letters: the dialog's engine."""
    page = reader().page
    field = page.get_by_role("searchbox", name="Search", exact=True)
    for words in ("skipper deck", "Thrappe deck", "Маррак"):
        page.goto(explore)
        field.fill(words)
        page.wait_for_url(lambda url: "words=" in url)
        assert 0 < _rows(page).count() < int(page.locator("#explore").get_attribute("data-statements") or 0)


def test_where_no_row_has_all_words_those_with_some_are_shown(
    explore: str, reader: Callable[..., Reader]
) -> None:
    """And it is said that these are others."""
    page = reader().page
    page.goto(f"{explore}#words=pettimore+zeppelin")
    expect(page.locator("#explore-tally")).to_contain_text("None has all these words.")
    assert _rows(page).count() > 0


def test_findings_and_disagreements_can_be_explored(explore: str, reader: Callable[..., Reader]) -> None:
    """The numbers beside the filters count what is shown; words may stand in several statements of one."""
    page = reader().page
    page.goto(f"{explore}#show=findings")
    expect(page.locator(".explore__counted")).to_have_text("findings")
    whole = _rows(page, "findings").count()
    assert _tally(page) == f"{whole} findings"
    foretold = _count(page, "night-crossings")
    page.get_by_label("Crossings by night").check()
    expect(_rows(page, "findings")).to_have_count(foretold)
    assert 0 < foretold < whole
    page.get_by_label("Disagreements", exact=True).check()
    expect(page.locator(".explore__counted")).to_have_text("disagreements")
    assert _rows(page, "disagreements").count() == int(_tally(page).split(" of ")[0])


def test_rows_can_be_put_in_another_order(explore: str, reader: Callable[..., Reader]) -> None:
    """The latest first; of findings, the best supported; a shared address has the order as well."""
    page = reader().page
    page.goto(explore)
    first, last = _rows(page).first.inner_text(), _rows(page).last.inner_text()
    page.get_by_label("Order").select_option("latest")
    expect(_rows(page).first).to_contain_text(last[:40])
    expect(_rows(page).last).to_contain_text(first[:40])
    page.goto(f"{explore}?#show=findings&order=support")
    expect(page.get_by_label("Order")).to_have_value("support")
    tallies = _rows(page, "findings").locator("td:nth-child(2)").all_inner_texts()
    origins = [int(found[1]) for tally in tallies if (found := re.search(r"(\d+) independent", tally))]
    assert origins == sorted(origins, reverse=True)
    page.get_by_label("Statements", exact=True).check()
    expect(page.get_by_label("Order")).to_have_value("earliest")
