"""What a record says of lines that cleaning decided wrongly: which are of the report or not, and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator, StringConstraints

from build_tools.model.base import Text, Written

MOST_LINES = 10_000_000
"""Of a capture; no number in a record is higher."""
EDITOR = "editor"
"""How the ledger names what a record overruled, where it names the rule of other lines."""


def _write_number(value: object) -> object:
    # a single line is written as a number, and `true` is none
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


LineSpan = Annotated[
    str, BeforeValidator(_write_number), StringConstraints(pattern=r"^[1-9][0-9]{0,6}(-[1-9][0-9]{0,6})?$")
]


class OverruledLines(Written):
    """Lines of the capture, and why cleaning is overruled there."""

    lines: LineSpan
    """Their numbers as `archive clean` prints them: `12`, or `12-15` with both ends."""
    reason: Text
    """Why, in a sentence for readers; the ledger shows it."""

    def list_numbers(self) -> range:
        """The numbers of the lines; none where the last stands before the first."""
        first, _, last = self.lines.partition("-")
        return range(int(first), int(last or first) + 1)


class Overruling(Written):
    """Where the editor overrules cleaning. A paragraph that is joined out of lines goes with any of them."""

    keep: tuple[OverruledLines, ...] = ()
    """What cleaning removed, or took for a byline or a date, and is of the report: each line a paragraph."""
    remove: tuple[OverruledLines, ...] = ()
    """What cleaning kept and is not of the report."""

    def list_reasons(self) -> Iterator[tuple[int, str]]:
        """Each line's number with the reason."""
        for overruled in (*self.keep, *self.remove):
            yield from ((n, overruled.reason) for n in overruled.list_numbers())
