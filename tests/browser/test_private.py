"""Nobody learns that someone reads: no other host, no storage, a strict policy, marked ways out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from build_tools.site.html_tags import find_tags
from tests.browser.pages import from_folder, page_types, pages
from tests.browsing import LOCAL_HOST, Reader

SITES = ["public_site", "demo_site"]
STORED = "[...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie].filter(Boolean)"


def _use(page: Page) -> None:
    """What readers do that could leave a trace: search, unfold, copy, sort."""
    for summary in page.locator("main summary >> visible=true").all()[:3]:
        summary.click()
    for button in page.locator("main button >> visible=true").all()[:3]:
        button.click()


@pytest.mark.parametrize("way", ["folder", "server"])
def test_a_walk_leaves_no_trace(
    way: str, demo_site: Path, served: Callable[[Path], str], reader: Callable[..., Reader]
) -> None:
    """Over all page types, pressing what can be pressed: each request stays here, and nothing is kept."""
    window = reader(anew=True)
    asked: list[str] = []
    window.context.on("request", lambda request: asked.append(request.url))
    start = f"{demo_site.as_uri()}/" if way == "folder" else served(demo_site)
    for file in from_folder(page_types(demo_site)):
        window.page.goto(start + file.relative_to(demo_site).as_posix())
        _use(window.page)
    window.page.goto(f"{start}index.html")
    window.page.get_by_role("button", name="Search", exact=True).click()
    window.page.get_by_role("textbox", name="Search").first.press_sequentially("Pettimore")
    expect(window.page.locator("#search-results a").first).to_be_visible()
    assert len(asked) > 100
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


def test_ways_out_are_marked(public_site: Path, reader: Callable[..., Reader]) -> None:
    """A link that leaves the site shows it by a sign, and takes neither opener nor referrer along."""
    page = reader(javascript=False).page
    seen = 0
    for file in from_folder(page_types(public_site)):
        page.goto(file.as_uri())
        links = page.evaluate("""() => [...document.querySelectorAll('a[href^="http"]')].map(a => ({
            to: a.href, rel: a.rel, sign: getComputedStyle(a, '::after').content}))""")
        seen += len(links)
        for link in links:
            assert {"noopener", "noreferrer", "external"} <= set(link["rel"].split()), link
            assert "↗" in link["sign"], f"{file}: {link}"
    assert seen > 10
