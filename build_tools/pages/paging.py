"""A long list → pages of so many rows, because a phone reads no page of a hundred thousand.

The first page has the list's own address, the others a number below it; a short list is one page. What a
reader does with scripts, such as filtering, goes over the whole list by other means.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

ROWS = 500
"""Rows of one page: some 250 kB of HTML, 30 kB as transferred."""


@dataclass(frozen=True, slots=True)
class ListPart(Generic[T]):
    """One page of a list."""

    rows: Sequence[T]
    number: int
    """From 1."""
    pages: tuple[str, ...]
    """Addresses of all pages of the list, in order; one for a short list."""
    first: int
    """The number of its first row in the whole list, from 1; 0 where there is none."""
    total: int
    """Rows of the whole list."""

    @property
    def last(self) -> int:
        """The number of its last row in the whole list."""
        return self.first + len(self.rows) - 1 if self.rows else 0


def list_page_keys(total: int, rows: int = ROWS) -> Iterable[str]:
    """Keys of the pages of a list: none for the first, then `2`, `3` and so on."""
    return ("" if number == 1 else str(number) for number in range(1, max(1, -(-total // rows)) + 1))


def page_address(address: str, key: str) -> str:
    """The address of one page of a list."""
    return f"{address}{key}/" if key else address


def find_list_page(address: str, row: int, rows: int = ROWS) -> str:
    """The address of the page that holds a row, counted from 0."""
    return page_address(address, str(row // rows + 1) if row >= rows else "")


def name_list_page(title: str, key: str) -> str:
    """The title of one page of a list: `Findings, page 2`."""
    return f"{title}, page {key}" if key else title


def take_part(every: Sequence[T], address: str, key: str, rows: int = ROWS) -> ListPart[T]:
    """The page of a key."""
    number = int(key or 1)
    start = (number - 1) * rows
    pages = tuple(page_address(address, other) for other in list_page_keys(len(every), rows))
    taken = every[start : start + rows]
    return ListPart(taken, number, pages, start + 1 if taken else 0, len(every))
