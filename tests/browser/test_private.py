"""Nobody learns that someone reads: no other host, no storage, a strict policy, marked ways out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from build_tools.site.html_tags import find_tags
from tests.browser.pages import pages
from tests.browsing import LOCAL_HOST, Reader

SITES = ["public_site", "demo_site"]
STORED = "[...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie].filter(Boolean)"


CONTROLS = "main :is(summary, button)"
KINDS = """controls => {
    const first = new Map()
    controls.forEach((e, n) => {
        const kind = `${e.parentElement.className} > ${e.localName}.${e.className}`
        if (e.checkVisibility() && !first.has(kind)) first.set(kind, n)
    })
    return [...first]
}"""
"""Kinds of what can be pressed on a page, and which is the first of each."""


def _use(page: Page, pressed: set[str]) -> None:
    """What readers do that could leave a trace: unfold, copy, sort. One of a kind acts as all others do."""
    controls = page.locator(CONTROLS)
    for kind, first in controls.evaluate_all(KINDS):
        if kind not in pressed and controls.nth(first).is_visible():
            controls.nth(first).click()
            pressed.add(kind)


WALKED = (
    "index.html",
    "explore/index.html",
    "figures/index.html",
    "findings/salt-without-account/index.html",
    "sources/index.html",
    "sources/lantern-night-crossings/index.html",
    "sources/lantern-night-crossings/cite/index.html",
    "topics/ferry-closure/index.html",
)
"""Each has something to press, or a script, that those before it have not; for all types see test_walk.py."""


@pytest.mark.parametrize("way", ["folder", "server"])
def test_a_walk_leaves_no_trace(
    way: str, demo_site: Path, served: Callable[[Path], str], reader: Callable[..., Reader]
) -> None:
    """Pressing one of everything that can be pressed: each request stays here, and nothing is kept."""
    window = reader(anew=True)
    asked: list[str] = []
    pressed: set[str] = set()
    window.context.on("request", lambda request: asked.append(request.url))
    start = f"{demo_site.as_uri()}/" if way == "folder" else served(demo_site)
    for path in WALKED:
        window.page.goto(start + path)
        _use(window.page, pressed)
    assert len(pressed) > 8, pressed
    window.page.goto(f"{start}index.html")
    window.page.get_by_role("button", name="Search", exact=True).click()
    window.page.get_by_role("textbox", name="Search").first.press_sequentially("Pettimore")
    expect(window.page.locator("#search-results a").first).to_be_visible()
    assert len(asked) > 20
    here = (start, "data:", "blob:", f"http://{LOCAL_HOST}")
    assert not [address for address in asked if not address.startswith(here)]
    assert window.page.evaluate(STORED) == []
    assert window.context.storage_state() == {"cookies": [], "origins": []}


def _told(site: Path, name: str) -> Iterator[tuple[Path, str]]:
    for page in pages(site):
        for tag in find_tags(page.read_text("utf-8")):
            named = tag.attributes.get("http-equiv") or tag.attributes.get("name")
            if tag.name == "meta" and named == name:
                yield page, tag.attributes.get("content", "")


@pytest.mark.parametrize("site", SITES)
def test_every_page_carries_a_strict_policy(site: str, request: pytest.FixtureRequest) -> None:
    """Nothing is allowed but what comes with the site; no inline script or style without its fingerprint."""
    folder: Path = request.getfixturevalue(site)
    policies = dict(_told(folder, "Content-Security-Policy"))
    assert set(policies) == set(pages(folder))
    for page, policy in policies.items():
        assert policy.startswith("default-src 'none'; "), page
        for word in ("unsafe", "http:", "https:", "*"):
            assert word not in policy, f"{page}: {policy}"


@pytest.mark.parametrize("site", SITES)
def test_no_page_tells_where_one_came_from(site: str, request: pytest.FixtureRequest) -> None:
    """Who follows a link to a publisher arrives without a referrer."""
    folder: Path = request.getfixturevalue(site)
    assert dict(_told(folder, "referrer")) == dict.fromkeys(pages(folder), "no-referrer")
