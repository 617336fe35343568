"""Rows that pages and files have read → which of them are others now, because who read these is made anew.

A row is held against its state at the last build once, and not again for each of the pages that have read it.
These remember the numbers of rows; a row's number is its place among all that were ever read.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import Final

from build_tools.index import Index, Read
from build_tools.index.tables import TOLD_LATE
from build_tools.row_numbers import UNKNOWN, RowNumbers
from build_tools.site.page_store import PageStore
from build_tools.site.stored_rows import StoredRow

_BLOCK: Final = 4_096
"""Rows that are stored together: some 300 kB, which are written anew where one has changed."""
_OF_TABLES: Final = -1
"""Number of the block that has the states of whole tables."""


class RowStates:
    """The rows of one store, and what has become of them."""

    def __init__(self, index: Index, store: PageStore) -> None:
        self._index = index
        self._store = store
        self._readings = 0
        """How often a row was read, by all that was asked for here."""
        self._forget_rows()

    def _forget_rows(self) -> None:
        self._changed: set[int] = set()
        """Numbers of rows that were there at the last build and are other ones now."""
        self._stored = 0
        """How many were there."""
        self._tables: dict[str, bytes | None] = {}
        """States of tables: at the last build, and now where they have been compared."""
        self._same: dict[str, bool] = {}
        self._numbers = RowNumbers()
        self._blocks = 0
        """How many are full."""
        self._block: list[StoredRow] = []
        """The one after them."""

    def compare_rows(self) -> None:
        """Find the rows that have changed since the last build; the store then has them as they are."""
        blocks = self._store.count_blocks()
        self._tables = {table: state for table, _, state in self._store.find_block(_OF_TABLES) or ()}
        for number in range(blocks):
            block = self._store.find_block(number)
            if block is None:
                # nobody can tell any more what a number stands for
                self._store.forget_all()
                self._forget_rows()
                return
            self._block = self._compare_block(number, block)
            self._stored = number * _BLOCK + len(block)
            self._end_block()

    def _compare_block(self, number: int, block: list[StoredRow]) -> list[StoredRow]:
        """The block as it is now."""
        is_same = self._is_same
        now = [r if is_same(r[0]) else (r[0], r[1], self._digest_row((r[0], r[1]))) for r in block]
        numbers = range(number * _BLOCK, number * _BLOCK + len(block))
        self._changed.update(n for n, old, new in zip(numbers, block, now, strict=True) if old != new)
        self._changed.update(n for n, row in zip(numbers, now, strict=True) if row[0] in TOLD_LATE)
        for n, (table, key, _) in zip(numbers, now, strict=True):
            self._numbers.put_number((table, key), n)
        if now != block:
            self._store.put_block(number, now)
        return now

    def _is_same(self, table: str) -> bool:
        """Whether all rows of a table are as they were: most tables are, when one record has changed."""
        same = self._same.get(table)
        if same is None:
            state = None if table in TOLD_LATE else self._index.digest_table(table)
            same = self._same[table] = state is not None and state == self._tables.get(table)
            self._tables[table] = state
        return same

    def _digest_row(self, read: Read) -> bytes:
        # what is told late is taken for new in each build: nobody knows yet what it will be
        return b"" if read[0] in TOLD_LATE else self._index.digest_row(read)

    def is_fresh(self, reads: Sequence[int]) -> bool:
        """Whether none of these rows has changed."""
        self._readings += len(reads)
        # a number that is too high: its block is lost
        return self._changed.isdisjoint(reads) and max(reads, default=-1) < self._stored

    def number_reads(self, reads: Iterable[Read]) -> array[int]:
        """The numbers of rows that were read in this build."""
        rows = tuple(reads)
        numbers = self._numbers.find_numbers(rows)
        self._readings += len(rows)
        return array(
            "I", [self._add_row(r) if n == UNKNOWN else n for r, n in zip(rows, numbers, strict=True)]
        )

    def _add_row(self, read: Read) -> int:
        self._is_same(read[0])
        number = self._blocks * _BLOCK + len(self._block)
        self._numbers.put_number(read, number)
        self._block.append((*read, self._digest_row(read)))
        self._end_block()
        return number

    def _end_block(self) -> None:
        if len(self._block) == _BLOCK:
            self._store.put_block(self._blocks, self._block)
            self._blocks, self._block = self._blocks + 1, []

    def store_rows(self) -> None:
        """Let the store have all rows of this build, which everything has been asked for by now."""
        self._store.put_block(self._blocks, self._block)
        states = ((table, None, state) for table, state in self._tables.items() if state)
        self._store.put_block(_OF_TABLES, [*states])
        if self._blocks * _BLOCK + len(self._block) > self._readings:
            # more rows than were read: most are those of pages that are gone, and cost each build time
            self._store.forget_all()
