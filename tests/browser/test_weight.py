"""Light: what a first visit transfers, when search is fetched, and that nothing moves while a page loads."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from benchmarks.typical import typical
from benchmarks.weight import INDEX, MOST, Visit, visit

SHIFT = 0.001
"""Less than this is rounding, not movement."""


@pytest.fixture(scope="module")
def visits(public_site: Path, browser: Browser) -> dict[str, Visit]:
    """A first visit of the heaviest page of each type, by type."""
    return {name: visit(browser, public_site, path) for name, path in typical(public_site).items()}


def test_a_first_visit_is_light(visits: dict[str, Visit]) -> None:
    """The heaviest source, with styles, scripts and all, stays under its budget; so do the other types."""
    heavy = {name: seen.total for name, seen in visits.items() if seen.total > MOST}
    assert not heavy, f"more than {MOST:,} bytes: {heavy}"


def test_search_is_fetched_when_it_is_opened(visits: dict[str, Visit]) -> None:
    """Who does not search does not pay for the index, nor for the program that reads it."""
    searching = ("/search/", "searching/")
    for name, seen in visits.items():
        assert not [one.path for one in seen.sent if any(part in one.path for part in searching)], name
        assert any(one.path.endswith(INDEX) for one in seen.searched), name


def test_nothing_moves_while_loading(visits: dict[str, Visit]) -> None:
    """What a reader has begun to read stays where it is."""
    moving = {name: seen.shift for name, seen in visits.items() if seen.shift > SHIFT}
    assert not moving, moving
