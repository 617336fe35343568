"""What becomes of every line of real pages: kind and rule, no word. What changes is a readable diff."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import cleaning
from benchmarks.baseline import describe_captures
from tests.clean import capture
from tests.clean.test_floors import need_articles

BASELINE = Path(__file__).parent / "baseline"
DEMO = Path(__file__).parents[2] / "examples/the-ferry/seeds"


@pytest.mark.articles
@pytest.mark.parametrize("form", ["text", "html"])
def test_lines_of_real_pages_stay_what_they_are(form: str, golden: Callable[[Path, str], None]) -> None:
    """An average may stay while pages change; each page is held by itself."""
    need_articles()
    golden(BASELINE / f"{form}.txt", describe_captures(page.capture for page in cleaning.pages(form)))


@pytest.mark.captures
def test_lines_of_the_captures_stay_what_they_are(
    captures: Path, golden: Callable[[Path, str], None]
) -> None:
    """Claims are anchored to these lines."""
    files = sorted(captures.glob("*.txt"))
    golden(BASELINE / "captures.txt", describe_captures(capture(p.read_bytes(), p.name) for p in files))


def test_lines_of_the_demo_stay_what_they_are(golden: Callable[[Path, str], None]) -> None:
    """The invented archive is at hand everywhere; who wrote its pages did not know the rules."""
    files = sorted(path for path in DEMO.iterdir() if path.suffix in {".txt", ".html"})
    golden(BASELINE / "demo.txt", describe_captures(capture(p.read_bytes(), p.name) for p in files))


def test_a_baseline_holds_no_word_of_its_captures() -> None:
    """It is committed, and the pages are their publishers'."""
    words = "Miller hears boards\n\nThe weir gave way on Thursday, and the mill race has been dry since then."
    told = describe_captures([capture(words)])
    assert not {word.strip(",.").casefold() for word in words.split()} & set(told.casefold().split())
    assert told.splitlines()[0] == "== capture.txt"
    assert "3-3 1x body body" in told
