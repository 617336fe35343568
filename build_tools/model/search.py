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
class SearchHints:
    """By what else a page is found, and what a result says of it."""

    title: str = ""
    """What a result says instead of the page's title; empty where it says that."""
    names: tuple[str, ...] = ()
    """What it is called besides its title: who types one of these wants this page first."""
    behind: str = ""
    """Words by which it is found, and of which no place on it can be shown: those of statements behind it, of
    its topics, of names in their own letters."""
    note: str = ""
    """What is to be known before it is opened: `2 reports, 1 origin`."""
    weight: int = 0
    """How many reports stand behind it: among equals the more come first."""


NO_HINTS = SearchHints()
"""For pages that are found by their own words."""


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
    hints: SearchHints = NO_HINTS
