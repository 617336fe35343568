"""A built site → pictures of its pages as readers see them: a look cannot be asserted, only looked at.

Six pages, wide and narrow, light and dark, into `pictures/`; the two that the README shows into
`.github/pictures/` when asked with `--readme`.
"""

from __future__ import annotations

import sys
from itertools import product
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from benchmarks.chromium import find_chromium, launch
from benchmarks.typical import typical

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WIDTHS = (1440, 390)
PAGES = ("home", "source", "finding", "topic", "explore", "timeline")
OUT = Path("pictures")
TALLEST = 6000
"""Pixels; of longer pages the beginning is enough."""

README = Path(".github/pictures")
SHOWN: dict[str, tuple[str, Scheme, str]] = {
    "source": (
        "sources/dagens-20000-prisoners/index.html",
        "light",
        ".passage:has(#p1)",
    ),
    "timeline": ("timeline/index.html", "dark", ".plot"),
}
"""Name → page, scheme, and what to scroll to; a fold in it is opened."""
SMALL: ViewportSize = {"width": 1180, "height": 740}


_DRAWN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""Until what has come into the window is drawn."""


def shoot(browser: Browser, page: Path, out: Path, *, width: int, scheme: Scheme) -> None:
    """One page, from its top to its end, or to `TALLEST`."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    window = context.new_page()
    window.goto(page.resolve().as_uri())
    height = min(int(window.evaluate("document.documentElement.scrollHeight")), TALLEST)
    # Rows below the window are not drawn until they come into sight, so the window is as tall as the picture.
    window.set_viewport_size({"width": width, "height": height})
    window.evaluate(_DRAWN)
    window.screenshot(path=out)
    context.close()


_SHOW = """e => {
    const fold = e.querySelector('details.evidence')
    if (fold) fold.open = true
    e.scrollIntoView()
}"""


def for_readme(browser: Browser, site: Path) -> None:
    """The first screen of two pages, small enough to be committed."""
    README.mkdir(parents=True, exist_ok=True)
    for name, (path, scheme, place) in SHOWN.items():
        context = browser.new_context(viewport=SMALL, color_scheme=scheme, reduced_motion="reduce")
        window = context.new_page()
        window.goto((site / path).resolve().as_uri())
        window.locator(place).first.evaluate(_SHOW)
        window.screenshot(path=README / f"{name}.png")
        context.close()


def main(site: Path, *, readme: bool) -> int:
    """Make the pictures and print their names."""
    executable = find_chromium()
    if executable is None:
        print("Pictures are taken in Chromium, and there is none.", file=sys.stderr)
        return 2
    OUT.mkdir(exist_ok=True)
    found = typical(site)
    with sync_playwright() as playwright:
        browser = launch(playwright, executable)
        for name, width, scheme in product(PAGES, WIDTHS, SCHEMES):
            if name in found:
                out = OUT / f"{name}-{width}-{scheme}.png"
                shoot(browser, site / found[name], out, width=width, scheme=scheme)
                print(out)
        if readme:
            for_readme(browser, site)
        browser.close()
    return 0


if __name__ == "__main__":
    given = [argument for argument in sys.argv[1:] if argument != "--readme"]
    sys.exit(main(Path(given[0] if given else "site"), readme="--readme" in sys.argv))
