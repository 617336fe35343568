"""Light and dark follow the system, and a reader's own choice before it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from tests.browsing import Reader

STORED = "Object.entries(localStorage)"
PAPER = "getComputedStyle(document.documentElement).getPropertyValue('--paper')"
TOKENS = Path("overrides/assets/stylesheets/tokens.css")


def test_a_choice_holds_and_is_taken_back(
    demo_site: Path, served: Callable[[Path], str], reader: Callable[..., Reader]
) -> None:
    """Nothing else is stored; it holds on the next page, and leaves nothing when the system decides again."""
    page = reader(scheme="light").page
    page.goto(served(demo_site))
    light = page.evaluate(PAPER)
    assert page.evaluate(STORED) == []
    page.get_by_role("button", name="dark", exact=True).click()
    dark = page.evaluate(PAPER)
    assert dark != light
    assert page.evaluate(STORED) == [["archive.colours", "dark"]]
    page.goto(f"{served(demo_site)}findings/")
    assert page.evaluate(PAPER) == dark
    assert page.get_by_role("button", name="dark", exact=True).get_attribute("aria-pressed") == "true"
    page.emulate_media(media="print")
    assert page.evaluate(PAPER) == "#fff"
    page.emulate_media(media="screen")
    page.get_by_role("button", name="as the system has them").click()
    assert page.evaluate(PAPER) == light
    assert page.evaluate(STORED) == []


def test_light_can_be_chosen_on_a_dark_system(demo_site: Path, reader: Callable[..., Reader]) -> None:
    """Opened from a folder, too."""
    page = reader(scheme="dark").page
    page.goto((demo_site / "index.html").as_uri())
    dark = page.evaluate(PAPER)
    page.get_by_role("button", name="light", exact=True).click()
    assert page.evaluate(PAPER) != dark


def test_dark_is_one_set_of_colours() -> None:
    """That of the system and that of the choice are written twice, and are the same."""
    css = TOKENS.read_text("utf-8")
    chosen = r'(?:not\(\[data-colours="light"\]\)|\[data-colours="dark"\])'
    blocks = re.findall(rf"{chosen}\) \{{(.*?)\}}", css, re.DOTALL)
    of_system, of_choice = (dict(re.findall(r"(--[\w-]+): ([^;]+);", block)) for block in blocks)
    assert of_system == of_choice
    assert len(of_system) >= 8
