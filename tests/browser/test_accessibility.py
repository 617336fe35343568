"""axe on every page type, at both widths, light and dark: WCAG 2.2 AA and best practice.

The size of targets, which WCAG 2.2 asks for, has to be switched on by name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.pages import own_kinds, page_types
from tests.browsing import NARROW, WIDE, Reader, open_context, open_reader

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
RUN = """async options => (await axe.run(document, {resultTypes: ['violations'], ...options})).violations
    .map(v => ({id: v.id, help: v.help, nodes: v.nodes.map(n => n.html.slice(0, 160))}))"""
MARK = """known => {
    const states = ['class', 'type', 'rel', 'open', 'role', 'aria-current', 'aria-pressed', 'aria-expanded']
    const names = new Map([[null, '']])
    const name = e => {
        if (!names.has(e)) {
            const told = states.filter(state => e.hasAttribute(state)).map(s => `${s}=${e.getAttribute(s)}`)
            names.set(e, `${name(e.parentElement)}>${e.localName}[${told}]`)
        }
        return names.get(e)
    }
    const looked = e => e.matches('a, button, summary, label, input, select, textarea, [tabindex]')
        || [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim())
    const told = new Set(known)
    for (const e of document.body.querySelectorAll('*')) {
        const kind = `${name(e)}${Math.min(e.textContent.trim().length, 4)}`
        const added = looked(e) && e.checkVisibility() && !told.has(kind)
        if (added) told.add(kind)
        e.toggleAttribute('data-new', added)
    }
    axe.configure({rules: [
        {id: 'color-contrast', selector: '[data-new]'},
        {id: 'link-in-text-block', selector: 'a[href][data-new]'},
        {id: 'target-size', selector: '[data-new]'},
    ]})
    return [...told]
}"""
"""Words in the same elements, of the same classes and states, have the same colours, and room around them,
but where they are so short that what is clicked may be small. Of a thousand cells of a table one of each kind
is looked at, and of all pages' feet one. The three rules were three quarters of the work."""
LESS: dict[str, Any] = {"selectors": False, "preload": False}
"""A selector for every element that is looked at is a quarter of the work; only the element itself is told.
Stylesheets are fetched for a rule that is off."""
ALL: dict[str, Any] = {**LESS, "rules": {"target-size": {"enabled": True}}}
WITHOUT_CAPTURE = "sources/packet-carrow-by-road/index.html"
PARTS = 2
"""So that no worker has all the work."""


Scheme = Literal["light", "dark"]
VIEWS: tuple[tuple[int, Scheme], ...] = ((WIDE, "light"), (NARROW, "dark"))
"""What depends on the width and what on the scheme are not the same: by scheme, styles set nothing else than
colours (tests/site/test_styles.py holds that). So either is looked at once."""


@dataclass
class Audit:
    """A window in which pages are looked at, and the kinds of words seen so far, by colour scheme."""

    page: Page
    known: dict[Scheme, list[str]] = field(default_factory=lambda: {"light": [], "dark": []})

    def look(self, address: str) -> Iterator[str]:
        """What axe finds in both views; to open a page costs as much as to look at it."""
        answer = None
        for width, scheme in VIEWS:
            self.page.set_viewport_size({"width": width, "height": 900})
            self.page.emulate_media(color_scheme=scheme)
            if answer is None:
                answer = self.page.goto(address)
                assert answer is not None
                assert answer.ok, f"{address}: {answer.status}"
                self.page.evaluate(AXE)
            self.known[scheme] = self.page.evaluate(MARK, self.known[scheme])
            for v in self.page.evaluate(RUN, ALL):
                found = f"{v['id']} ({v['help']}) × {len(v['nodes'])}: {v['nodes'][0]}"
                yield f"{address} at {width}, {scheme}: {found}"


GUIDE = ("index.html", "tutorial/first-archive/index.html", "explanation/speed/index.html")
"""Of the documentation: a list of ways, boxes of code, tables."""


def _choose(public: Path, demo: Path, guide: Path) -> list[tuple[Path, str]]:
    """One page of each kind: the invented archive has all but some pages written by hand."""
    invented = [(demo, page.relative_to(demo).as_posix()) for page in page_types(demo)]
    ours = [(public, page.relative_to(public).as_posix()) for page in own_kinds(public, demo)]
    return [*invented, (demo, WITHOUT_CAPTURE), *ours, *((guide, path) for path in GUIDE)]


@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing(
    part: int,
    public_site: Path,
    demo_site: Path,
    guide_site: Path,
    still_browser: Browser,
    served: Callable[[Path], str],
) -> None:
    """A reader with a screen reader, a keyboard or weak sight is not shut out by any page type.

    Over http, because axe reads the stylesheets, which a browser forbids a script on a disk to do. So it is
    held as well that page types open as on the web: nothing is missing there, nothing asked elsewhere.
    """
    with closing(open_context(still_browser)) as context, open_reader(context) as reader:
        audits = {site: Audit(reader.page) for site in (public_site, demo_site, guide_site)}
        audits[public_site] = audits[demo_site]  # the same styles
        told = [
            wrong
            for site, name in _choose(public_site, demo_site, guide_site)[part::PARTS]
            for wrong in audits[site].look(served(site) + name.removesuffix("index.html"))
        ]
        assert not told, "\n".join(told)
        reader.assert_quiet()


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
