"""What is in sight before anything is scrolled: the title on a phone, a report's first sentence on a desk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator

from tests.browser.pages import from_folder
from tests.browser.visits import AT_ALL_WIDTHS, ON_PHONES, Walk, Way
from tests.browsing import NARROW, Reader

SITES = ["public_site", "demo_site"]
TITLE_BEGINS = 160
"""Pixels from the top at most, on a phone."""
SENTENCE_BEGINS = 900 - 24
"""A line of it is seen on a screen of 1440 by 900."""
SLIM = 56
"""One line, or a name in two: where the typeface comes too late, the machine's own may be wider."""
BANNER = ".md-banner"
"""That everything is invented is said above all else, and once."""


def _top(part: Locator) -> float:
    box = part.bounding_box()
    assert box
    return box["y"]


def _banner(banner: Locator) -> float:
    box = banner.bounding_box() if banner.count() else None
    return box["height"] if box else 0


@pytest.mark.parametrize(("site", "way"), [("public_site", ON_PHONES), ("demo_site", AT_ALL_WIDTHS)])
def test_a_title_is_in_sight_on_a_phone(
    site: str, way: Way, request: pytest.FixtureRequest, walked: Callable[..., Walk]
) -> None:
    """On every kind of page, whatever leads to it."""
    titles = list(walked(request.getfixturevalue(site), way).answers("title"))
    assert len(titles) > 25
    assert not [(page, top) for page, _, top in titles if top > TITLE_BEGINS]


@pytest.mark.parametrize("site", SITES)
def test_a_report_begins_in_sight(
    site: str, request: pytest.FixtureRequest, reader: Callable[..., Reader]
) -> None:
    """Under title, summary and what is on the page stands the first sentence of every report."""
    page = reader(width=1440).page
    built: Path = request.getfixturevalue(site)
    for file in from_folder(sorted((built / "sources").glob("*/index.html"))):
        page.goto(file.as_uri())
        if page.locator(".passage").count():
            first = page.locator(".passage :is(.captured, .digest) p").first
            assert _top(first) - _banner(page.locator(BANNER)) <= SENTENCE_BEGINS, file


@pytest.mark.parametrize("site", SITES)
def test_the_bar_stays_and_is_slim(
    site: str, request: pytest.FixtureRequest, reader: Callable[..., Reader]
) -> None:
    """Name and search are there however far one has read."""
    page = reader(width=NARROW).page
    page.goto((request.getfixturevalue(site) / "topics/index.html").as_uri())
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    bar = page.locator(".masthead").bounding_box()
    assert bar
    assert bar["y"] <= 1
    assert bar["height"] <= SLIM
    assert page.get_by_role("button", name="Search", exact=True).is_visible()
