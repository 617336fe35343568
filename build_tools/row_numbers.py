"""Rows → their numbers, for millions of rows: what a dictionary of them needs four times the memory for."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import Final

from build_tools.index import Read

UNKNOWN: Final = -1
"""The number of a row that has none."""
_NO_TABLE: Final = array("I")
_SPARE: Final = 8
"""A table that has to grow does so by an eighth, or each row would have all those before it moved."""


class RowNumbers:
    """Numbers of rows by table and key.

    Eight tables have a row for each statement: a key is held once, and each table is an array of numbers by
    the places of keys. With ten thousand sources, 1.8 million rows take some 100 MB.
    """

    def __init__(self) -> None:
        self._places: dict[str | None, int] = {}
        """Of each key of any table."""
        self._tables: dict[str, array[int]] = {}
        """Numbers plus one, as an array begins with zeros."""

    def find_numbers(self, reads: Iterable[Read]) -> list[int]:
        """The number of each row, or UNKNOWN."""
        places, tables = self._places, self._tables
        found = []
        for table, key in reads:
            place = places.get(key, UNKNOWN)
            numbers = tables.get(table, _NO_TABLE)
            found.append(numbers[place] - 1 if UNKNOWN < place < len(numbers) else UNKNOWN)
        return found

    def put_number(self, read: Read, number: int) -> None:
        """Give a row its number."""
        table, key = read
        place = self._places.setdefault(key, len(self._places))
        numbers = self._tables.setdefault(table, array("I"))
        if place >= len(numbers):
            more = place + 1 - len(numbers) + len(numbers) // _SPARE
            numbers.frombytes(bytes(more * numbers.itemsize))
        numbers[place] = number + 1
