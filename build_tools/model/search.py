"""What search knows of a page: known when the page is made, and never read back out of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SearchPart:
    """A place on a page that a search may lead to."""

    anchor: str
    """Empty for what stands before the first heading."""
    name: str
    """As a reader calls it: `¶ 3`, `What it retells`."""
    text: str
    """Plain text."""


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A page as search knows it."""

    address: str
    """Its folder below the site, `sources/x/`; empty for the home page."""
    title: str
    kind: str
    """`Source`, `Person` …; empty for pages of no kind."""
    rank: int
    """Of its kind: the lower comes first among equals."""
    parts: tuple[SearchPart, ...]
    """In the order of the page."""
