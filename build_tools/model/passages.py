"""How passages of a source are addressed: one kind of address, whatever form the report has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class PassageUnit(StrEnum):
    """What the numbered passages of a report are."""

    PARAGRAPHS = "paragraphs"
    """`p3`."""
    PAGES = "pages"
    """Paragraphs within pages: `pg4p2`."""
    TIMES = "times"
    """Of a recording, by the time at which they begin: `t00-12-31`."""
    MESSAGES = "messages"
    """By the number that their service gave them: `m5477`."""


_UNITS = (
    (PassageUnit.PAGES, re.compile(r"pg([1-9][0-9]{0,4})p([1-9][0-9]{0,4})")),
    (PassageUnit.PARAGRAPHS, re.compile(r"p([1-9][0-9]{0,4})")),
    (PassageUnit.TIMES, re.compile(r"t([0-9]{2,3})-([0-5][0-9])-([0-5][0-9])")),
    (PassageUnit.MESSAGES, re.compile(r"m([1-9][0-9]{0,14})")),
)
EARLIER = "earlier"
"""The passage of what stood in an earlier capture and does not stand in the present one."""
_NAMED = ("standfirst", "caption", "outside", EARLIER)
BODY_PATTERN = "|".join(pattern.pattern.replace("(", "(?:") for _, pattern in _UNITS)
"""How the address of a passage of the body is written, without a group."""
PASSAGE_PATTERN = f"({'|'.join([BODY_PATTERN, *_NAMED])})"
"""How an address is written, in one group."""

# the body stands after the caption and before what is outside
_PARTS = {"title": 0, "standfirst": 0, "caption": 1, "outside": 3, EARLIER: 4}
_BODY = 2


@dataclass(frozen=True, slots=True)
class BodyPassage:
    """The address of a passage of the body, taken apart."""

    unit: PassageUnit
    numbers: tuple[int, ...]
    """Of the paragraph; of page and paragraph; hours, minutes, seconds; of the message."""


# passages of all reports are called the same; as many as a report may have
@lru_cache(maxsize=1 << 17)
def parse_body_passage(passage: str) -> BodyPassage | None:
    """The parts of a body passage's address; None for other passages, and for what is no address."""
    for unit, pattern in _UNITS:
        if found := pattern.fullmatch(passage):
            return BodyPassage(unit, tuple(map(int, found.groups())))
    return None


def order_passage(passage: str) -> tuple[int, tuple[int, ...]]:
    """Where a passage stands in reading order, for sorting."""
    body = parse_body_passage(passage)
    return (_BODY, body.numbers) if body else (_PARTS.get(passage, 0), ())
