"""Spans → a mask of what they cover, because a hostile text may hold a hundred thousand of them."""

from __future__ import annotations

from collections.abc import Iterable

Span = tuple[int, int]
"""Start and end in characters, end excluded."""


class Mask:
    """Which characters of a text are covered; each question costs as much as the span is long."""

    def __init__(self, length: int, spans: Iterable[Span] = ()) -> None:
        self._covered = bytearray(length)
        for start, end in spans:
            self.add(start, end)

    def add(self, start: int, end: int) -> None:
        """Cover a span."""
        self._covered[start:end] = b"\1" * (end - start)

    def meets(self, start: int, end: int) -> bool:
        """Whether any character of the span is covered."""
        return 1 in self._covered[start:end]

    def holds(self, start: int, end: int) -> bool:
        """Whether all of the span is covered."""
        return 0 not in self._covered[start:end]
