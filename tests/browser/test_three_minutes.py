"""Readers who know nothing of the subject, or come from a link: three clicks and three minutes are enough."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.pages import from_folder
from tests.browsing import NARROW, Reader

SITES = ["public_site", "demo_site"]
WORDS_A_MINUTE = 230
MINUTES = 3
ATTRIBUTED = ("report", "said", "told", "wrote", "alleg", "according to", "spoke of")
"""Whoever reads a sentence without one of them may take it for the archive's own word."""


@dataclass
class Walk:
    """What a reader has read and clicked."""

    page: Page
    words: int = 0
    clicks: int = 0

    def read(self, part: Locator) -> str:
        """The text, once it is in sight."""
        expect(part).to_be_visible()
        text = part.inner_text()
        self.words += len(text.split())
        return text

    def follow(self, link: Locator) -> None:
        """One click, and the page that it leads to."""
        link.click()
        self.page.wait_for_load_state()
        self.clicks += 1


@pytest.mark.parametrize("width", [1440, NARROW])
@pytest.mark.parametrize("site", SITES)
def test_what_was_reported_on_how_many_origins_and_what_is_disputed(
    site: str, width: int, request: pytest.FixtureRequest, reader: Callable[..., Reader]
) -> None:
    """From home to the first topic, to the finding that it rests on; back, and to the first disagreement."""
    page = reader(width=width).page
    page.goto((request.getfixturevalue(site) / "index.html").as_uri())
    walk = Walk(page)
    story = walk.read(page.locator(".overture .lead"))
    assert any(word in story for word in ATTRIBUTED)
    walk.follow(page.locator(".told h3 a").first)
    told = walk.read(page.locator(".opening__words"))
    assert any(word in told for word in ATTRIBUTED)
    topic = page.url
    walk.follow(page.locator(".lead .checks a[href*='findings/']").first)
    counted = walk.read(page.locator(".opening__words .lead"))
    assert "say so" in counted or "says so" in counted
    walk.read(page.locator(".kicker"))
    assert page.locator(".opening__words .lead a").count() >= 1, "what the count rests on has a name"
    page.goto(topic)
    walk.follow(page.locator("h2#disagreements ~ h3 a").first)
    expect(page.locator(".kicker")).to_contain_text("Disagreement")
    walk.read(page.locator("h1"))
    walk.read(page.locator("h1 + p"))
    assert walk.clicks == 3
    assert walk.words <= WORDS_A_MINUTE * MINUTES


OPENING = """() => {
    const opening = document.querySelector('.opening__words')
    const words = part => opening.querySelector(part)?.innerText ?? ''
    const top = element => element?.getBoundingClientRect().y ?? null
    return {
        words: opening.innerText.toLowerCase(), lead: words('.lead'), about: words('.about-site'),
        seen: ['.kicker', '.lead', '.about-site', '.share a'].filter(part =>
            opening.querySelector(part)?.checkVisibility()),
        denied: Boolean(document.querySelector('#denials')), denial: top(opening.querySelector('.denial')),
        reports: top(document.querySelector('#reports')),
    }
}"""


def _one_of_each(site: Path) -> list[Path]:
    """Findings that are introduced in different words, denied or not; others of a kind open alike."""
    found: dict[tuple[str, bool], Path] = {}
    for path in from_folder(sorted((site / "findings").glob("*/index.html"))):
        text = path.read_text("utf-8")
        if kicker := re.search(r'class="kicker">([^<·]*)', text):
            found.setdefault((kicker[1], 'id="denials"' in text), path)
    return list(found.values())


@pytest.mark.parametrize("site", SITES)
def test_who_is_sent_a_finding_knows_what_it_is(
    site: str, request: pytest.FixtureRequest, reader: Callable[..., Reader]
) -> None:
    """What kind of statement, how many say so, who denies it, where one is, how to pass it on: all above."""
    page = reader().page
    findings = _one_of_each(request.getfixturevalue(site))
    assert findings
    for path in findings:
        page.goto(path.as_uri())
        for width in (1440, NARROW):
            page.set_viewport_size({"width": width, "height": 900})
            told = page.evaluate(OPENING)
            assert any(word in told["words"] for word in ("report", "established")), path
            assert told["seen"] == [".kicker", ".lead", ".about-site", ".share a"], path
            assert "so" in told["lead"], path
            assert "it does not say what is true" in told["about"], path
            assert told["reports"] is not None, path
            assert not told["denied"] or told["denial"] < told["reports"], path
    page.locator(".about-site a").first.click()
    expect(page.locator(".overture")).to_be_visible()


@pytest.mark.parametrize("site", SITES)
def test_two_numbers_are_compared_from_home(
    site: str, request: pytest.FixtureRequest, reader: Callable[..., Reader]
) -> None:
    """A door of the home page leads to what differs, side by side, with the editor's account above it."""
    page = reader().page
    page.goto((request.getfixturevalue(site) / "index.html").as_uri())
    page.locator(".doors a[href*='disagreements/']").first.click()
    expect(page.locator("h1 + p")).to_be_visible()
    assert page.locator(".side-by-side tbody tr").count() >= 2
