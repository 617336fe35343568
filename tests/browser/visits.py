"""A built site → what each type of its pages told when it was opened, because to open one costs most.

A page is opened once, scripts on, and made narrower and narrower, as by turning a phone; once more with
scripts off. What it tells at each width is written down for all tests and workers of the session.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock
from playwright.sync_api import Browser, Page

from tests.browser.pages import from_folder, page_types
from tests.browsing import NARROW, WIDE, open_context, open_reader

PROBES = Path(__file__).with_name("probes.js").read_text("utf-8")
ASK = f"""names => {{
    const probes = {PROBES}
    return Object.fromEntries(names.map(name => [name, probes[name]()]))
}}"""
SPACED = """() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`)
    document.adoptedStyleSheets = [sheet]
}"""
"""The text spacing of WCAG 1.4.12."""
ZOOMED = 320
"""A window of 1280 pixels at 400 %."""
BETWEEN = (1121, 961, 577)
"""The narrowest windows of the layouts between desk and phone: what fits in them fits in wider ones."""

AT_A_DESK = ("sideways", "frames", "moving", "waysOut", "stored")
FITTING = ("sideways", "frames")
ON_A_PHONE = ("sideways", "frames", "title", "waysOut", "stored")
IN_LARGE_LETTERS = ("sideways", "cut", "overlapping")


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """How the pages of a site are read, and what each is asked at which width, the widest first."""

    name: str
    widths: Mapping[int, tuple[str, ...]]
    scripts: bool = True


AT_ALL_WIDTHS = Way(
    "all-widths",
    {WIDE: AT_A_DESK, **dict.fromkeys(BETWEEN, FITTING), NARROW: ON_A_PHONE, ZOOMED: IN_LARGE_LETTERS},
)
"""For the invented archive, which has every kind of page."""
ON_PHONES = Way("phones", {NARROW: ON_A_PHONE, ZOOMED: IN_LARGE_LETTERS})
"""For the main archive, where the same kinds hold other words."""
PLAINLY = Way("plainly", {WIDE: ("headed", "words", "way")}, scripts=False)


@dataclass(frozen=True, slots=True)
class Told:
    """What one page told, by the width of the window."""

    page: str
    """Its path below the site."""
    answers: Mapping[str, Mapping[str, Any]]
    """Width (`390`, `320 spaced`) → probe → answer."""


@dataclass(frozen=True, slots=True)
class Walk:
    """What the pages of a site told on one walk, and what the browser saw them do."""

    told: tuple[Told, ...]
    asked: tuple[str, ...]
    """Requests to other hosts."""
    errors: tuple[str, ...]
    left: Mapping[str, Any]
    """What is in the browser's storage afterwards."""

    def answers(self, probe: str) -> Iterator[tuple[str, str, Any]]:
        """Page, width and answer, wherever the probe was asked."""
        for told in self.told:
            for width, answers in told.answers.items():
                if probe in answers:
                    yield told.page, width, answers[probe]

    def list_wrong(self, *probes: str, least: int = 0, most: int = WIDE) -> list[str]:
        """What probes named that should find nothing, at widths from `least` to `most`."""
        found = [
            f"{page} at {width}: {probe}: {wrong}"
            for probe in probes
            for page, width, answer in self.answers(probe)
            if least <= int(width.split()[0]) <= most
            for wrong in answer
        ]
        assert any(True for probe in probes for _ in self.answers(probe)), f"nobody asked for {probes}"
        return found


def _ask(page: Page, probes: tuple[str, ...]) -> dict[str, Any]:
    return dict(page.evaluate(ASK, list(probes)))


def _read(page: Page, address: str, widths: Mapping[int, tuple[str, ...]]) -> dict[str, dict[str, Any]]:
    """Open a page, then make the window narrower; no script asks for the width while it loads."""
    page.set_viewport_size({"width": max(widths), "height": 900})
    page.goto(address)
    answers = {}
    for width, probes in widths.items():
        page.set_viewport_size({"width": width, "height": 900})
        answers[str(width)] = _ask(page, probes)
    if ZOOMED in widths:
        page.evaluate(SPACED)
        answers[f"{ZOOMED} spaced"] = _ask(page, widths[ZOOMED])
    return answers


def walk(browser: Browser, site: Path, way: Way, only: tuple[Path, ...]) -> Walk:
    """Open one page of each type from the folder, or those that are named."""
    context = open_context(browser, javascript=way.scripts)
    with open_reader(context) as reader:
        told = tuple(
            Told(file.relative_to(site).as_posix(), _read(reader.page, file.as_uri(), way.widths))
            for file in only or from_folder(page_types(site))
        )
        left = dict(context.storage_state())
        walked = Walk(told, tuple(reader.foreign), tuple(reader.errors), left)
    context.close()
    return walked


def walk_once(browser: Browser, site: Path, way: Way, only: tuple[Path, ...] = (), *, kept: Path) -> Walk:
    """The walk, by the worker that comes first; the others wait, and read what it wrote down."""
    path = kept / f"walk-{site.parent.name}-{way.name}.json"
    with FileLock(f"{path}.lock"):
        if not path.exists():
            path.write_text(json.dumps(asdict(walk(browser, site, way, only))), "utf-8")
    read = json.loads(path.read_text("utf-8"))
    return Walk(**{**read, "told": tuple(Told(**told) for told in read["told"])})
