"""What is in sight before anything is scrolled: the title on a phone, a report's first sentence on a desk."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Route

from tests.browser.pages import from_folder, pages
from tests.browser.visits import AT_ALL_WIDTHS, ON_PHONES, Walk, Way
from tests.browsing import NARROW, Reader

SITES = ["public_site", "demo_site"]
TITLE_BEGINS = 160
"""Pixels from the top at most, on a phone."""
SENTENCE_BEGINS = 900 - 24
"""A line of it is seen on a screen of 1440 by 900."""
SLIM = 48
"""One line."""


@pytest.mark.parametrize(("site", "way"), [("public_site", ON_PHONES), ("demo_site", AT_ALL_WIDTHS)])
def test_a_title_is_in_sight_on_a_phone(
    site: str, way: Way, request: pytest.FixtureRequest, walked: Callable[..., Walk]
) -> None:
    """On every kind of page, whatever leads to it."""
    titles = list(walked(request.getfixturevalue(site), way).answers("title"))
    assert len(titles) > 25
    assert not [(page, top) for page, _, top in titles if top > TITLE_BEGINS]


FIRST_SENTENCE = """() => {
    const root = document.documentElement, serif = getComputedStyle(root).getPropertyValue('--serif')
    const height = document.querySelector('.md-banner')?.getBoundingClientRect().height ?? 0
    const first = document.querySelector('.passage :is(.captured, .digest) p')
    return first && [serif, serif.replace('Vollkorn,', '')].map(family => {
        root.style.setProperty('--serif', family)
        return first.getBoundingClientRect().y - height
    })
}"""
"""Where it begins in the typeface, and in what the machine has instead."""


def _comes_in_time(route: Route) -> None:
    """The typeface, which else is left out where it is late."""
    answer = route.fetch()
    styles = answer.text().replace("font-display: optional", "font-display: block")
    route.fulfill(response=answer, body=styles)


@pytest.mark.parametrize("site", SITES)
def test_a_report_begins_in_sight(
    site: str,
    request: pytest.FixtureRequest,
    served: Callable[[Path], str],
    reader: Callable[..., Reader],
) -> None:
    """Under title, summary and what is on the page stands the first sentence of every report."""
    page = reader(width=1440).page
    page.route("**/*.css", _comes_in_time)
    built: Path = request.getfixturevalue(site)
    for file in from_folder(sorted((built / "sources").glob("*/index.html"))):
        page.goto(f"{served(built)}{file.parent.relative_to(built).as_posix()}/")
        page.evaluate("document.fonts.ready")
        if begins := page.evaluate(FIRST_SENTENCE):
            assert max(begins) <= SENTENCE_BEGINS, file


@pytest.mark.parametrize("site", SITES)
def test_the_bar_stays_and_is_slim(
    site: str,
    request: pytest.FixtureRequest,
    served: Callable[[Path], str],
    reader: Callable[..., Reader],
) -> None:
    """Name and search are there however far one has read; at a second visit, when the typeface is there."""
    page = reader(width=NARROW).page
    for _ in range(2):
        page.goto(f"{served(request.getfixturevalue(site))}topics/index.html")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    bar = page.locator(".masthead").bounding_box()
    assert bar
    assert bar["y"] <= 1
    assert bar["height"] <= SLIM
    assert page.get_by_role("button", name="Search", exact=True).is_visible()


TITLES = """titles => {
    const title = document.querySelector('h1'), root = document.documentElement
    const serif = getComputedStyle(root).getPropertyValue('--serif')
    const count = family => {
        root.style.setProperty('--serif', family)
        return titles.map(words => {
            title.textContent = words
            return Math.round(title.clientHeight / parseFloat(getComputedStyle(title).lineHeight))
        })
    }
    return [count(serif), count(serif.replace('Vollkorn,', ''))]
}"""
"""How many lines each title has in the typeface, and in what the machine has instead."""
FEW = 0.1
"""Alike wide on average, single words are not: one near the end of a line may go over. 0.03 are measured."""
HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)


@pytest.mark.parametrize("width", [1440, NARROW])
def test_a_title_has_as_many_lines_where_the_typeface_does_not_come(
    width: int,
    demo_site: Path,
    public_site: Path,
    served: Callable[[Path], str],
    reader: Callable[..., Reader],
) -> None:
    """What machines have instead is made as wide: few titles take a line more or less, and none takes two."""
    page = reader(width=width).page
    page.route("**/*.css", _comes_in_time)
    page.goto(f"{served(demo_site)}sources/lantern-night-crossings/")
    page.evaluate("document.fonts.ready")
    assert page.evaluate("document.fonts.check('20px Vollkorn')")
    found = {
        html.unescape(re.sub("<[^>]*>", "", title[1]))
        for site in (demo_site, public_site)
        for path in from_folder(pages(site))
        if (title := HEADING.search(path.read_text("utf-8")))
    }
    ours, others = page.evaluate(TITLES, sorted(found))
    assert max(ours) > 1
    apart = [abs(one - other) for one, other in zip(ours, others, strict=True)]
    assert max(apart) <= 1
    assert sum(apart) <= len(apart) * FEW, f"{sum(apart)} of {len(apart)}"
