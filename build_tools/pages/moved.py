"""A published address whose page has gone → the way to the new one, or what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.index import Index
from build_tools.model.moved import Moved
from build_tools.pages.page import Page, PageKind


@dataclass(frozen=True, slots=True)
class MovedView:
    """The page at an old address."""

    moved: Moved
    heading: str
    withdrawn: bool
    """Whether it leads to where a page was withdrawn, with which this one went."""


def make_moved_page(index: Index, key: str) -> Page:
    """What a reader finds at an old address."""
    moved = index.moved[key]
    told = index.moved.get(moved.new or "")
    withdrawn = told is not None and told.reason is not None
    heading = (
        "A page that was withdrawn" if withdrawn or not moved.new else "This page has another address now"
    )
    return Page(
        kind=MOVED_PAGE,
        address=key,
        title=heading,
        view=MovedView(moved, heading, withdrawn),
        about=moved,
        description=f"Withdrawn: {moved.reason}" if moved.reason else heading,
        facts={"moved_to" if moved.new else "withdrawn": moved.new or str(moved.day)},
        moved_to=moved.new or "",
    )


MOVED_PAGE = PageKind(
    name="moved",
    folder="moved/",
    label="Old address",
    list_keys=lambda index: index.moved,
    make_page=make_moved_page,
    searched=False,
)
