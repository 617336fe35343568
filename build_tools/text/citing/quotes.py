"""Quotation marks of a title → those that it takes in a citation: curly, and single within double ones.

Marks are paired before any is changed, because one sign opens in one language what it closes in another
(`„Nein“`), and a closing single mark is an apostrophe more often than not. What has no partner stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_CLOSES = {"“": "”", "„": "“”", "”": "”", '"': '"', "‘": "’", "‚": "‘’", "'": "'"}
"""What may open → what closes it."""

_SINGLE = "‘‚'’"
_MARKS = re.compile("[“„”\"‘‚'’]")
"""All that open or close; most titles have none."""
_ABBREVIATIONS = frozenset({"Co.", "Corp.", "Dr.", "Inc.", "Jr.", "Ltd.", "Mr.", "Mrs.", "Sr.", "St.", "vs."})
# two at least: a single letter and a full stop may end a sentence (Vitamin C.)
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}")
CLOSING = "”’“‘»"
"""Marks that may stand behind the end of a sentence."""
_ENDS = (".", "?", "!", "…")


@dataclass(frozen=True, slots=True)
class _Pair:
    start: int
    end: int
    depth: int
    """How many pairs it stands in."""


def curl_quotes(title: str) -> str:
    """Straight marks become curly ones; all else stays as printed."""
    if not _MARKS.search(title):
        return title
    chars = _curl_apostrophes(title)
    for pair in _list_pairs(title):
        if title[pair.start] in "\"'":
            double = title[pair.start] == '"'
            chars[pair.start], chars[pair.end] = ("“", "”") if double else ("‘", "’")
    return "".join(chars)


@lru_cache(maxsize=1024)  # a report's title is in its own citation, its record's, and each statement's
def nest_quotes(title: str, end: str = "") -> str:
    """As the title stands between double marks: its own are single, those within them double again.

    `end` is the point or comma that follows, which American styles put within every mark. A title that ends
    with a mark of its own takes no second one; a comma takes the place of a point.
    """
    core, after = _turn_marks(title) if _MARKS.search(title) else (title, "")
    if end == ",":
        core = strip_full_stop(core)
    takes_none = core.endswith(_ENDS) and not (end == "," and _is_abbreviation(core))
    return f"{core}{'' if takes_none else end}{after}"


def _turn_marks(title: str) -> tuple[str, str]:
    """The title with its marks turned; those that close it stand by themselves."""
    chars, pairs = _curl_apostrophes(title), _list_pairs(title)
    for pair in pairs:
        chars[pair.start], chars[pair.end] = ("“", "”") if pair.depth % 2 else ("‘", "’")
    closing = {pair.end for pair in pairs}
    at = len(chars)
    while at - 1 in closing:
        at -= 1
    return "".join(chars[:at]), "".join(chars[at:])


def is_ended(text: str) -> bool:
    """Whether words end with a mark that ends a sentence, within quotation marks or not."""
    return text.rstrip(CLOSING).endswith(_ENDS)


def strip_full_stop(title: str) -> str:
    """The title without the full stop that ends it, where a bracket or another mark follows."""
    # a point that is no part of a word or of `...`
    ended = title.endswith(".") and not title.endswith("..") and not _is_abbreviation(title)
    return title[:-1] if ended else title


def _is_abbreviation(text: str) -> bool:
    """Whether the last word is one like `U.S.` or `Inc.`, which keeps its point."""
    last = text.rsplit(" ", 1)[-1].lstrip("“‘(")
    return last in _ABBREVIATIONS or _INITIALS.fullmatch(last) is not None


def _curl_apostrophes(title: str) -> list[str]:
    return list(title.replace("'", "’"))


def _list_pairs(title: str) -> tuple[_Pair, ...]:
    return tuple(_pair_marks(title))


def _pair_marks(title: str) -> Iterator[_Pair]:
    opened = _OpenMarks(title)
    for mark in _MARKS.finditer(title):
        at, char = mark.start(), mark[0]
        before, after = title[at - 1 : at], title[at + 1 : at + 2]
        partner = opened.find_partner(char)
        apostrophe = char in "'’" and (after.isalnum() or not before.strip())
        if partner is not None and not apostrophe and before.strip():
            # what was opened within the pair and not closed there has no partner
            yield _Pair(opened.close_from(partner), at, partner)
        elif char in _CLOSES and not before.isalnum() and after.strip() and opened.may_be_closed(at):
            opened.add_mark(at)


class _OpenMarks:
    """The marks that are open at a place; each is found without a look at the others, or time is squared."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._places: list[int] = []
        self._by_mark: dict[str, list[int]] = {mark: [] for mark in _CLOSES}
        """Mark → which of the places have it."""
        self._last = {char: title.rfind(char) for char in frozenset("".join(_CLOSES.values()))}
        self._last_closing = {
            mark[0]: n
            for mark in _MARKS.finditer(title)
            if not title[(n := mark.start()) + 1 : n + 2].isalnum() and title[n - 1 : n].strip()
        }
        """Mark → the last place at which a single one may close."""

    def find_partner(self, char: str) -> int | None:
        """Which of the open marks it may close: the last."""
        waiting = (which[-1] for mark, which in self._by_mark.items() if which and char in _CLOSES[mark])
        return max(waiting, default=None)

    def close_from(self, which: int) -> int:
        """Close a mark and all that were opened after it; its place."""
        place = self._places[which]
        while len(self._places) > which:
            self._by_mark[self._title[self._places.pop()]].pop()
        return place

    def may_be_closed(self, at: int) -> bool:
        """Whether something may close it later."""
        closers = _CLOSES[self._title[at]]
        if self._title[at] not in _SINGLE:
            return any(self._last[char] > at for char in closers)
        return any(self._last_closing.get(char, 0) > at + 1 for char in closers)

    def add_mark(self, at: int) -> None:
        """Remember one that opens."""
        self._by_mark[self._title[at]].append(len(self._places))
        self._places.append(at)
