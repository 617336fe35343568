"""axe on every page type, at both widths, light and dark: WCAG 2.2 AA and best practice.

The size of targets, which WCAG 2.2 asks for, has to be switched on by name.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import expect

from tests.browser.pages import page_types
from tests.browsing import NARROW, WIDE, Reader

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
RUN = """async () => (await axe.run(document,
        {resultTypes: ['violations'], rules: {'target-size': {enabled: true}}})).violations
    .map(v => ({id: v.id, help: v.help, nodes: v.nodes.map(n => n.html.slice(0, 160))}))"""


def _violations(window: Reader, address: str) -> list[dict[str, Any]]:
    window.page.goto(address)
    window.page.evaluate(AXE)
    return window.page.evaluate(RUN)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("site", ["public_site", "demo_site"])
def test_axe_finds_nothing(
    site: str,
    width: int,
    scheme: Literal["light", "dark"],
    request: pytest.FixtureRequest,
    reader: Callable[..., Reader],
    served: Callable[[Path], str],
) -> None:
    """A reader with a screen reader, a keyboard or weak sight is not shut out by any page type."""
    folder: Path = request.getfixturevalue(site)
    window = reader(width=width, scheme=scheme)
    names = [page.relative_to(folder).as_posix() for page in page_types(folder)]
    # over http, because axe reads the stylesheets, which a browser forbids a script on a disk to do
    found = {name: _violations(window, served(folder) + name) for name in names}
    told = [
        f"{page}: {v['id']} ({v['help']}) × {len(v['nodes'])}: {v['nodes'][0]}"
        for page, violations in found.items()
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
    found = window.page.evaluate(RUN)
    assert not found, found
