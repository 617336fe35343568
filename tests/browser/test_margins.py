"""Margins: level with their paragraph where there is room, folded under it where there is none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browsing import NARROW, WIDE, Reader

SOURCE = "sources/listok-salt/index.html"
RECORD = "sources/packet-carrow-by-road/index.html"

LEVEL = """() => [...document.querySelectorAll('.passage:has(> .margin)')].map(passage => {
    const text = passage.querySelector('.captured, .digest').getBoundingClientRect()
    const margin = passage.querySelector('.margin > :not(summary)').getBoundingClientRect()
    return {name: passage.querySelector('h3').id, apart: Math.abs(margin.top - text.top),
        beside: margin.left >= text.right, shown: margin.height > 0}
})"""
LETTERS = 12
"""Pixels: a line of small type stands a little lower than one of large type beside it."""


@pytest.mark.parametrize("javascript", [True, False])
def test_the_margin_is_level_with_its_paragraph(
    *, javascript: bool, demo_site: Path, reader: Callable[..., Reader]
) -> None:
    """Who reads a sentence sees beside it what the editor has against it, folded or not, scripts or none."""
    page = reader(width=WIDE, javascript=javascript).page
    page.goto((demo_site / SOURCE).as_uri())
    rows = page.evaluate(LEVEL)
    assert len(rows) >= 7
    assert not [row for row in rows if row["apart"] > LETTERS or not row["beside"] or not row["shown"]]
    expect(page.locator(".passage .margin > summary >> visible=true")).to_have_count(0)
    expect(page.locator(".catalogue dl")).to_be_visible()


@pytest.mark.parametrize("width", [NARROW, 1024])
def test_without_room_it_is_folded_under_the_paragraph(
    width: int, demo_site: Path, reader: Callable[..., Reader]
) -> None:
    """The sentence comes first; the fold says what it holds, a correction before all else."""
    page = reader(width=width, javascript=False).page
    page.goto((demo_site / SOURCE).as_uri())
    passage = page.locator(".passage:has(.note.correction)").first
    fold = passage.locator("details.margin > summary")
    expect(passage.locator(".note").first).to_be_hidden()
    assert fold.inner_text().lower().startswith("1 correction")
    text, under = passage.locator(".captured").bounding_box(), fold.bounding_box()
    assert text
    assert under
    assert under["y"] >= text["y"] + text["height"] - 1
    fold.click()
    expect(passage.locator(".note").first).to_be_visible()
    expect(passage.locator(".marks a").first).to_be_visible()
    expect(page.locator(".catalogue dl")).to_be_hidden()


def test_a_listener_hears_the_sentence_first(demo_site: Path, reader: Callable[..., Reader]) -> None:
    """In the page's own order the text follows its number at once."""
    page = reader(javascript=False).page
    second = "ps => ps.map(p => p.children[1].className)"
    for source, words in ((SOURCE, "captured"), (RECORD, "digest")):
        page.goto((demo_site / source).as_uri())
        assert set(page.locator(".passage").evaluate_all(second)) == {words}
