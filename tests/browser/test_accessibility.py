"""axe on every page type, at both widths, light and dark: WCAG 2.2 AA and best practice.

The size of targets, which WCAG 2.2 asks for, has to be switched on by name.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import page_types
from tests.browsing import NARROW, WIDE, Reader
from tests.site.tiny import LINKED

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
RUN = """async options => (await axe.run(document, {resultTypes: ['violations'], ...options})).violations
    .map(v => ({id: v.id, help: v.help, nodes: v.nodes.map(n => n.html.slice(0, 160))}))"""
LESS: dict[str, Any] = {"selectors": False, "preload": False}
"""A selector for every element that is looked at is a quarter of the work; only the element itself is told.
Stylesheets are fetched for a rule that is off."""
ALL: dict[str, Any] = {**LESS, "rules": {"target-size": {"enabled": True}}}
COLOUR_RULES = ("color-contrast", "link-in-text-block")
"""By scheme, styles set nothing else than colours (tests/site/test_styles.py holds that)."""
COLOURS: dict[str, Any] = {**LESS, "runOnly": {"type": "rule", "values": [*COLOUR_RULES]}}
WITHOUT_COLOURS: dict[str, Any] = {
    **LESS,
    "rules": {"target-size": {"enabled": True}, **{rule: {"enabled": False} for rule in COLOUR_RULES}},
}
"""Contrast is two thirds of the work. What a phone alone shows stands in the bar and the menu, which the test
of the search looks at with all rules."""
WITHOUT_CAPTURE = "sources/packet-carrow-by-road/index.html"
PARTS = 2
"""So that no worker has all the work of a width."""


def _violations(page: Page, address: str, width: int) -> dict[str, list[dict[str, Any]]]:
    page.goto(address)
    page.evaluate(AXE)
    # colours depend on the scheme and not on the width, at which no more than their places change
    if width == NARROW:
        return {"light": page.evaluate(RUN, WITHOUT_COLOURS)}
    found = {"light": page.evaluate(RUN, ALL)}
    page.emulate_media(color_scheme="dark")
    found["dark"] = page.evaluate(RUN, COLOURS)
    page.emulate_media(color_scheme="light")
    return found


GUIDE = ("index.html", "tutorial/first-archive/index.html", "reference/fields/index.html")
"""Of the documentation: a list of ways, boxes of code, tables."""


def _choose(public: Path, demo: Path, guide: Path) -> list[tuple[Path, str]]:
    """One page of each kind: the invented archive has all but some pages written by hand."""
    types = {site: [page.relative_to(site) for page in page_types(site)] for site in (public, demo)}
    kinds = {(path.parts[0], len(path.parts)) for path in types[demo]}
    ours = [
        path
        for path in types[public]
        if path.parts[0] in {*LINKED, "index.html"} or (path.parts[0], len(path.parts)) not in kinds
    ]
    invented = [*types[demo], Path(WITHOUT_CAPTURE)]
    archives = [(demo, path.as_posix()) for path in invented] + [(public, path.as_posix()) for path in ours]
    return archives + [(guide, path) for path in GUIDE]


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_axe_finds_nothing(
    width: int,
    part: int,
    public_site: Path,
    demo_site: Path,
    guide_site: Path,
    reader: Callable[..., Reader],
    served: Callable[[Path], str],
) -> None:
    """A reader with a screen reader, a keyboard or weak sight is not shut out by any page type."""
    page = reader(width=width).page
    # over http, because axe reads the stylesheets, which a browser forbids a script on a disk to do
    addresses = [
        served(site) + name for site, name in _choose(public_site, demo_site, guide_site)[part::PARTS]
    ]
    told = [
        f"{address} ({scheme}): {v['id']} ({v['help']}) × {len(v['nodes'])}: {v['nodes'][0]}"
        for address in addresses
        for scheme, violations in _violations(page, address, width).items()
        for v in violations
    ]
    assert not told, "\n".join(told)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_axe_finds_nothing_while_searching(
    width: int, demo_site: Path, reader: Callable[..., Reader], served: Callable[[Path], str]
) -> None:
    """The search, which is not in sight until it is opened, is held to the same."""
    window = reader(width=width)
    window.page.goto(served(demo_site))
    window.page.get_by_role("button", name="Search", exact=True).click()
    window.page.keyboard.type("Pettimore")
    expect(window.page.locator("#search-results a").first).to_be_visible()
    window.page.evaluate(AXE)
    found = window.page.evaluate(RUN, ALL)
    assert not found, found
