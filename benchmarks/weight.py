"""A built site → what a first visit transfers and shifts, seen in Chromium, because guesses forget the fonts.

Prints, for the heaviest page of each type, the bytes that travel by kind (compressed as on GitHub Pages, with
headers), how much the page shifts while loading, and what opening the search fetches on top (last column).
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from benchmarks.chromium import find_chromium, launch
from benchmarks.serving import Sent, serve
from benchmarks.typical import typical

MOST = 120_000
"""Bytes that the first visit of a source may transfer in all."""
INDEX = "search/index.js"
"""Ends the address of the largest of what search fetches."""
PHONE: ViewportSize = {"width": 390, "height": 844}
KINDS = (".html", ".css", ".js")

_SHIFTS = """() => {
  window.shifted = 0
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
}"""
_OPEN_SEARCH = "document.querySelector('.masthead__search').click()"


@dataclass(frozen=True, slots=True)
class Visit:
    """What one first visit did."""

    sent: tuple[Sent, ...]
    """Before search is opened."""
    shift: float
    """Cumulative layout shift."""
    searched: tuple[Sent, ...]
    """Once search is opened."""

    @property
    def total(self) -> int:
        """Bytes in all."""
        return sum(one.size for one in self.sent)

    def of(self, kind: str) -> int:
        """Bytes of files with this ending."""
        return sum(one.size for one in self.sent if one.kind == kind)


def visit(browser: Browser, site: Path, path: str) -> Visit:
    """Open a page in a fresh window as on a phone, wait until nothing is loading, then open search.

    Each visit has a server of its own: what an earlier window still asks for is not told of this one.
    """
    sent: list[Sent] = []
    with serve(site, sent) as address:
        context = browser.new_context(viewport=PHONE)
        page = context.new_page()
        page.add_init_script(f"({_SHIFTS})()")
        page.goto(address + path.removesuffix("index.html"), wait_until="networkidle")
        shift = float(page.evaluate("window.shifted"))
        first = tuple(sent)
        with page.expect_event("requestfinished", lambda request: request.url.endswith(INDEX)):
            page.evaluate(_OPEN_SEARCH)
        context.close()
    return Visit(first, shift, tuple(sent[len(first) :]))


def main(site: Path) -> int:
    """Print the table; 1 where a source is too heavy."""
    executable = find_chromium()
    if executable is None:
        print("The weight is measured in Chromium, and there is none.", file=sys.stderr)
        return 2
    heavy = False
    with sync_playwright() as playwright:
        browser = launch(playwright, executable)
        columns = (*KINDS, "in all", "requests", "shift")
        print(f"{'bytes':10}{''.join(f'{name:>10}' for name in columns)}  when search is opened")
        for name, path in typical(site).items():
            seen = visit(browser, site, path)
            heavy |= name == "source" and seen.total > MOST
            numbers = "".join(
                f"{number:>10,}" for number in (*map(seen.of, KINDS), seen.total, len(seen.sent))
            )
            later = ", ".join(f"{one.path} {one.size:,}" for one in seen.searched)
            print(f"{name:10}{numbers}{seen.shift:>10.3f}  {later}")
        browser.close()
    return int(heavy)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "site")))
