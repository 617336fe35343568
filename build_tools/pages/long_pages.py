"""The lists of a name, a topic or an origin → pages of so many rows, as those of a long list.

All lists of such a page count as one, in the order in which they stand there. So a short page stays whole;
of a long one the first page keeps the address, the head, of the lists what has room, and the places that
links lead to: of a list that begins on a later page it has the heading, and says where.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from build_tools.model.base import ClaimRef
from build_tools.pages.paging import ListPart, PageLink, list_page_keys, make_part, page_address

ROWS_PER_LONG_PAGE = 200
"""Findings, sources with their statements, and other rows: some 200 kB of HTML, 20 kB as transferred."""


@dataclass(frozen=True, slots=True)
class LongPagePart:
    """What one page shows of several lists."""

    part: ListPart[Any]
    rows: Mapping[str, Sequence[Any]]
    """Of each list its rows here, by its name; may be none."""
    later: Mapping[str, PageLink]
    """On the first page: lists of which nothing stands here yet, and where they begin."""


def split_key(key: str) -> tuple[str, str]:
    """`fires/2` → what the page is about, and which of its pages it is; the first one has no number.

    >>> split_key("fires"), split_key("fires/2")
    (('fires', ''), ('fires', '2'))
    """
    name, _, number = key.partition("/")
    return name, number


def list_long_keys(numbers: Iterable[tuple[str, int]]) -> Iterator[str]:
    """Keys of all pages of things, of each of which it is known how many rows it has."""
    for name, total in numbers:
        for key in list_page_keys(total, ROWS_PER_LONG_PAGE):
            yield f"{name}/{key}" if key else name


def take_rows(lists: Mapping[str, Sequence[Any]], address: str, number: str) -> LongPagePart:
    """What the page of that number shows; `address` is that of the first one."""
    at = int(number or 1)
    start, total = (at - 1) * ROWS_PER_LONG_PAGE, sum(map(len, lists.values()))
    end, before = start + ROWS_PER_LONG_PAGE, 0
    rows: dict[str, Sequence[Any]] = {}
    later: dict[str, PageLink] = {}
    for name, every in lists.items():
        # of each list what lies between the page's first row and its last
        rows[name] = every[max(start - before, 0) : max(end - before, 0)]
        if every and at == 1 and before >= end:
            on = before // ROWS_PER_LONG_PAGE + 1
            later[name] = PageLink(on, page_address(address, str(on)))
        before += len(every)
    taken = [row for part in rows.values() for row in part]
    return LongPagePart(make_part(taken, address, at, total, ROWS_PER_LONG_PAGE), rows, later)


def divide_by_source(refs: Iterable[ClaimRef]) -> tuple[tuple[ClaimRef, ...], ...]:
    """Refs in the archive's order, where those of one source stand together → a row for each source."""
    return tuple(tuple(run) for _, run in groupby(refs, key=lambda ref: ref.slug))
