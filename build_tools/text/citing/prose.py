"""What the three styles of prose share: italics, sentences that end once, lists of authors, dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.model.edtf import Edtf
from build_tools.text.dates import MONTHS, in_words

_ENDS = (".", "?", "!", "…", ".”", "?”", "!”")
_YEAR, _MONTH, _DAY = len("2022"), len("2022-08"), len("2022-08-10")


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a citation that are set alike."""

    text: str
    italic: bool = False


Line = tuple[Run, ...]
"""A citation in prose."""


def plain(line: Line) -> str:
    """The line without italics."""
    return "".join(run.text for run in line)


def roman(text: str) -> Line:
    """Upright words; none for none."""
    return (Run(text),) if text else ()


def italic(text: str) -> Line:
    """Words in italics; none for none."""
    return (Run(text, italic=True),) if text else ()


def quoted(title: str, end: str = ".") -> Line:
    """A title in quotation marks, its closing point within, as American styles have it."""
    inner = title.translate(_INNER)
    return roman(f"“{inner}{'' if inner.endswith(_ENDS) else end}”")


_INNER = {ord("“"): "‘", ord("”"): "’", ord('"'): "'"}
"""Quotation marks within quotation marks."""


def sentences(*parts: Line) -> Line:
    """Parts that each end with a point, parted by spaces; empty parts are left out."""
    whole: list[Run] = []
    for part in filter(None, parts):
        whole += [Run(" ")] if whole else []
        whole += part
        if not plain(part).endswith(_ENDS):
            whole.append(Run("."))
    return tuple(whole)


def joined(between: str, *parts: Line) -> Line:
    """Parts with something between them; empty parts are left out."""
    whole: list[Run] = []
    for part in filter(None, parts):
        whole += [Run(between)] if whole else []
        whole += part
    return tuple(whole)


def listed(names: Sequence[str], last: str, comma: str = ",") -> str:
    """`A`, `A, and B`, `A, B, and C`; `comma` stands before the last of two."""
    if len(names) < 2:  # noqa: PLR2004 - one is no list
        return "".join(names)
    before = comma if len(names) == 2 else ","  # noqa: PLR2004
    return f"{', '.join(names[:-1])}{before} {last} {names[-1]}"


def initials(given: str) -> str:
    """`Jean-Luc B.` → `J.-L. B.`."""
    words = (word.split("-") for word in given.split())
    return " ".join("-".join(f"{part[0]}." for part in parts if part) for parts in words)


@dataclass(frozen=True, slots=True)
class Day:
    """As much of a date as is known exactly; `words` where it is not of that kind."""

    year: int
    month: int = 0
    day: int = 0
    circa: bool = False
    words: str = ""
    """A season, an interval, a doubted date: as the archive says it."""


def day(when: Edtf) -> Day:
    """Year, month and day, as far as written."""
    text = when.text.rstrip("?~%").partition("T")[0]
    plain_date = text.replace("-", "").isdigit() and not when.interval and not when.uncertain
    first = when.earliest
    if plain_date and len(text) == _DAY:
        return Day(first.year, first.month, first.day, circa=when.approximate)
    if plain_date and len(text) == _MONTH and int(text[-2:]) <= len(MONTHS):
        return Day(first.year, first.month, circa=when.approximate)
    if plain_date and len(text) == _YEAR:
        return Day(first.year, circa=when.approximate)
    return Day(first.year, words=in_words(when))


def american(when: Edtf) -> str:
    """`October 2, 2024`; `ca. August 2022`."""
    parts = day(when)
    if parts.words:
        return parts.words
    month = f"{MONTHS[parts.month - 1]} " if parts.month else ""
    number = f"{parts.day}, " if parts.day else ""
    return f"{'ca. ' if parts.circa else ''}{month}{number}{parts.year}"
