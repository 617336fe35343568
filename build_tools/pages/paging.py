"""A long list → pages of so many rows, because a phone reads no page of a hundred thousand.

The first page has the list's own address, the others a number below it; a short list is one page. What a
reader does with scripts, such as filtering, goes over the whole list by other means.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from build_tools.index.tables import STRETCH

_Row = TypeVar("_Row")

ROWS_PER_PAGE = STRETCH
"""Rows of one page: of statements some 200 kB of HTML, 45 kB as transferred; 500 took too long."""
_NUMBERED = re.compile(r"(?<=/)pages/[0-9]+/$")
"""What `page_address` adds."""
_STEPS = (1, 2, 5)
"""Steps to other pages of a long list, and ten, a hundred … times as much: any page is a few steps away, and
no page has links to all."""


@dataclass(frozen=True, slots=True)
class PageLink:
    """One page of a list, as the others lead to it."""

    number: int
    address: str


@dataclass(frozen=True, slots=True)
class ListPart(Generic[_Row]):
    """One page of a list."""

    rows: Sequence[_Row]
    number: int
    """From 1."""
    pages: tuple[PageLink, ...]
    """The pages that it leads to, in order, itself among them; all of a short list."""
    first: int
    """The number of its first row in the whole list, from 1; 0 where there is none."""
    total: int
    """Rows of the whole list."""

    @property
    def last(self) -> int:
        """The number of its last row in the whole list."""
        return self.first + len(self.rows) - 1 if self.rows else 0

    @property
    def place(self) -> str:
        """`501–1,000 of 1,200`."""
        return f"{self.first:,}–{self.last:,} of {self.total:,}"


def count_pages(total: int, rows: int = ROWS_PER_PAGE) -> int:
    """How many pages a list has; an empty one, too, has one."""
    # rounded up
    return max(1, -(-total // rows))


def list_page_keys(total: int, rows: int = ROWS_PER_PAGE) -> Iterable[str]:
    """Keys of the pages of a list: none for the first, then `2`, `3` and so on."""
    return ("" if number == 1 else str(number) for number in range(1, count_pages(total, rows) + 1))


def page_address(address: str, key: str) -> str:
    """The address of one page of a list; no source, topic or finding can have it, for it has a part more."""
    return f"{address}pages/{key}/" if key else address


def first_page(address: str) -> str:
    """The address of a list's first page, from that of any of its pages.

    >>> first_page("topics/fires/pages/2/"), first_page("topics/fires/")
    ('topics/fires/', 'topics/fires/')
    """
    return _NUMBERED.sub("", address)


def find_list_page(address: str, row: int, rows: int = ROWS_PER_PAGE) -> str:
    """The address of the page that holds a row, counted from 0."""
    return page_address(address, str(row // rows + 1) if row >= rows else "")


def name_list_page(title: str, key: str) -> str:
    """The title of one page of a list: `Findings, page 2`."""
    return f"{title}, page {key}" if key else title


def list_page_links(address: str, number: int, pages: int) -> tuple[PageLink, ...]:
    """The first and the last page of a list, those near a page, and ever fewer of those further away.

    >>> [link.number for link in list_page_links("x/", 40, 100)]
    [1, 20, 30, 35, 38, 39, 40, 41, 42, 45, 50, 60, 90, 100]
    >>> [link.number for link in list_page_links("x/", 1, 5)]
    [1, 2, 3, 4, 5]
    """
    near = {1, number, pages}
    scale = 1
    while scale < pages:
        near |= {number + sign * step * scale for step in _STEPS for sign in (-1, 1)}
        # the steps again in the next power: 10, 20, 50
        scale *= 10
    there = sorted(n for n in near if 1 <= n <= pages)
    # a page that alone is left out between two looks lost
    alone = (before + 1 for before, after in pairwise(there) if after == before + 2)
    shown = sorted({*there, *alone})
    return tuple(PageLink(n, page_address(address, "" if n == 1 else str(n))) for n in shown)


def take_part(every: Sequence[_Row], address: str, key: str, rows: int = ROWS_PER_PAGE) -> ListPart[_Row]:
    """The page of a key."""
    number = int(key or 1)
    # pages are numbered from 1, and the first has no key
    start = (number - 1) * rows
    return make_part(every[start : start + rows], address, number, len(every), rows)


def make_part(
    taken: Sequence[_Row], address: str, number: int, total: int, rows: int = ROWS_PER_PAGE
) -> ListPart[_Row]:
    """A page of a list whose rows somebody else has taken."""
    links = list_page_links(address, number, count_pages(total, rows))
    return ListPart(taken, number, links, (number - 1) * rows + 1 if taken else 0, total)
