"""A finished page → its mark: what is known of a page that need not be opened.

What is made from all pages together asks little of most: a page that was taken over is opened for its mark
alone, once, and the marks of all pages of a build are kept in one row of the store.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from build_tools.model.rendered import RenderedPage
from build_tools.site.search_block import SearchPage, prepare_entry


class PageMark(NamedTuple):
    """A page without its words."""

    address: str
    updated: str
    """The newest day of what it is made of, as EDTF."""
    moved: bool
    """Whether it leads on to the page that took its place."""
    rank: int
    """Of its kind, for search."""
    shown: bytes
    """Digest of what search shows of it, from which follows what it is found by; empty where it is not."""
    places: bytes
    """Digests of all that a link to it may lead to."""


def find_searched(page: RenderedPage) -> SearchPage | None:
    """A page as search knows it; None where search passes it over."""
    return prepare_entry(page.search) if page.search else None


def mark_page(page: RenderedPage, searched: SearchPage | None) -> PageMark:
    """The mark of a page that search knows so."""
    anchored = (f"{page.address}#{anchor}" for anchor in page.anchors)
    return PageMark(
        page.address,
        page.metadata.updated,
        bool(page.moved_to),
        searched.rank if searched else 0,
        digest_shown(searched) if searched else b"",
        array("Q", map(digest_place, (page.address, *anchored))).tobytes(),
    )


def digest_shown(searched: SearchPage) -> bytes:
    """Of what search shows of a page."""
    return _digest(searched.shown, 16)


# pages beside one another lead to much the same: of half a million links, nine in ten are found here
@lru_cache(maxsize=1 << 14)
def digest_place(place: str) -> int:
    """Of an address, with its anchor or without: 64 bits, since of 10,000 sources there are a million."""
    return int.from_bytes(_digest(place, 8), sys.byteorder)


def list_places(marks: Iterable[PageMark]) -> set[int]:
    """Digests of all places of these pages."""
    places: set[int] = set()
    for mark in marks:
        places.update(array("Q", mark.places))
    return places


def _digest(text: str, size: int) -> bytes:
    # captured text may hold lone surrogates, which UTF-8 would refuse
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).digest()
