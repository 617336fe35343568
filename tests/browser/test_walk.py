"""Chromium on the built site: nothing fails, nothing is asked of another host, nothing overflows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.pages import from_folder, own_kinds, page_types, widest_words
from tests.browser.visits import AT_ALL_WIDTHS, ON_PHONES, PLAINLY, Walk
from tests.browsing import NARROW, Reader


@pytest.fixture
def public_walk(public_site: Path, walked: Callable[..., Walk]) -> Walk:
    """The main archive on phones."""
    return walked(public_site, ON_PHONES)


@pytest.fixture
def demo_walk(demo_site: Path, walked: Callable[..., Walk]) -> Walk:
    """The invented archive at all widths."""
    return walked(demo_site, AT_ALL_WIDTHS)


@pytest.fixture(params=["public_walk", "demo_walk"])
def walk(request: pytest.FixtureRequest) -> Walk:
    """Every type of page, opened from a folder; test_links.py looks where links of every page lead."""
    found: Walk = request.getfixturevalue(request.param)
    assert len(found.told) > 25
    return found


def test_pages_open_from_a_folder(walk: Walk) -> None:
    """No error, on the console or of a script."""
    assert not walk.errors


def test_no_page_asks_another_host(walk: Walk) -> None:
    """Who reads is told to nobody."""
    assert not walk.asked


def test_nothing_is_stored(walk: Walk) -> None:
    """Reading leaves no cookie, and nothing in the browser's storage."""
    assert not walk.list_wrong("stored")
    assert walk.left == {"cookies": [], "origins": []}


def test_no_page_scrolls_sideways(walk: Walk) -> None:
    """At a desk, on a phone, and where there is no room for the margin, which then goes into the text."""
    assert not walk.list_wrong("sideways", least=NARROW)


def test_what_is_wider_than_its_frame_can_be_scrolled(walk: Walk) -> None:
    """With the arrow keys, and announced by name."""
    assert not walk.list_wrong("frames")


def test_large_letters_lose_nothing(walk: Walk) -> None:
    """At 400 %, its text spaced or not, no page scrolls sideways, cuts words or lays them over others."""
    assert not walk.list_wrong("sideways", "cut", "overlapping", most=NARROW - 1)


def test_nothing_moves_for_who_asks_for_rest(demo_walk: Walk) -> None:
    """With motion reduced, no element of any page type has an animation or a transition."""
    assert not demo_walk.list_wrong("moving")


def test_ways_out_are_marked(walk: Walk) -> None:
    """A link that leaves the site shows it by a sign, and takes neither opener nor referrer along."""
    links = [(page, link) for page, _, links in walk.answers("waysOut") for link in links]
    assert len(links) > 10
    for page, link in links:
        assert {"noopener", "noreferrer", "external"} <= set(link["rel"]), (page, link)
        assert "↗" in link["sign"], (page, link)


def test_the_longest_words_fit_on_a_phone(public_site: Path, walked: Callable[..., Walk]) -> None:
    """Pages of a type differ in their words: those with the longest go into a narrow window as well."""
    others = tuple(sorted({*widest_words(public_site)} - {*page_types(public_site)}))
    walk = walked(public_site, ON_PHONES, others)
    assert not walk.list_wrong("sideways", "cut", "overlapping")
    assert not walk.errors


def test_pages_read_without_scripts(public_site: Path, demo_site: Path, walked: Callable[..., Walk]) -> None:
    """With JavaScript off every page type shows its heading and its text."""
    ours = tuple(from_folder(own_kinds(public_site, demo_site)))
    for walk in (walked(demo_site, PLAINLY), walked(public_site, PLAINLY, ours)):
        assert not [page for page, _, headed in walk.answers("headed") if not headed]
        assert not [(page, words) for page, _, words in walk.answers("words") if words <= 20]
        assert not walk.errors


def test_links_can_be_followed_without_scripts(public_site: Path, reader: Callable[..., Reader]) -> None:
    """From a folder, where an address that a server would complete leads to a list of files."""
    page = reader(javascript=False).page
    page.goto((public_site / "index.html").as_uri())
    page.get_by_role("main").get_by_role("link").first.click()
    assert page.url.startswith("file:")
    assert page.url.partition("#")[0].endswith(".html")
