"""Text → its runs of letters and digits in lower case, because a text without a phrase’s words cannot say it.

A look into a set of runs costs a hundredth of a search for the phrase. It must never say no where a search in
any case would find something; so it is only used on letters whose other case is one letter and the same
everywhere. Of other texts nothing is told, and they are searched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

_TEXTS = 1 << 17
"""Texts whose runs are remembered: more than the passages a source may have, for each annotator asks."""

_OTHER = re.compile(
    "[^\0-\xb4\xb6-\u012f\u0132-\u0148\u014a-\u017e\u0300-\u0344\u0346-\u036f\u0400-\u0481\u048a-\u052f"
    "\u0590-\u109f\u2000-\u206f\u20a0-\u20bf\u2116\u2122\u2190-\u22ff\u2500-\u27bf\u3000-\u9fff"
    "\uac00-\ud7a3\uff00-\uff20\ufffd\U0001f300-\U0001faff]"
)
"""All but Latin, Cyrillic, scripts without cases, and marks; and `µ İ ı ŉ ſ`, the other case of others."""
_WORD = re.compile(r"\w+")
# letters apart from digits, or the tables’ words would not be found in `IK17`
_RUN = re.compile(r"[^\W\d_]+|\d+")
_PART = re.compile(rf"{_RUN.pattern}|[\W_]")
_DIGIT = re.compile(r"\d")
YEAR = r"(?:1[89]|20|21)\d\d"
"""Years that reports speak of; other numbers of four digits are amounts as often."""
_YEAR = re.compile(YEAR)


class Runs:
    """What a text is made of; of most texts no more is asked than what they say."""

    __slots__ = ("_text", "_words", "digit", "parts", "year")

    def __init__(self, text: str) -> None:
        self._text = text
        self._words: tuple[tuple[str, int], ...] | None = None
        self.parts: frozenset[str] = frozenset(_PART.findall(text.lower()))
        """Runs of letters, runs of digits (`IK17` is two), and signs."""
        self.digit: bool = _DIGIT.search(text) is not None
        """Whether a digit stands in it."""
        self.year: bool = self.digit and _YEAR.search(text) is not None
        """Whether four digits stand in it that may be a year, or part of a longer number."""

    @property
    def words(self) -> tuple[tuple[str, int], ...]:
        r"""Runs of letters, digits and low lines (`\w`), with their positions, in order."""
        if self._words is None:
            found = _WORD.finditer(self._text.lower())
            self._words = tuple((match.group(), match.start()) for match in found)
        return self._words


@dataclass(frozen=True, slots=True)
class Need:
    """What a text must have for a search to find anything in it."""

    digit: bool = False
    """Whether it must have a digit."""
    year: bool = False
    """Whether it must have four digits that may be a year."""
    parts: tuple[frozenset[str], ...] = ()
    """Runs of letters and signs: it must have one of each set."""

    def with_one_of(self, words: Iterable[str], signs: str = "") -> Need:
        """The same, and one of these words, or of these signs; no more where words cannot be told."""
        runs = telling_runs(words)
        return self if runs is None else replace(self, parts=(*self.parts, runs.union(signs)))

    def may_be_met(self, runs: Runs | None) -> bool:
        """Whether a search is worth its time."""
        if runs is None:
            return True
        if (self.digit and not runs.digit) or (self.year and not runs.year):
            return False
        return not any(parts.isdisjoint(runs.parts) for parts in self.parts)


def is_simple(text: str) -> bool:
    """Whether two of its letters are the same in any case if, and only if, their lower cases are."""
    return text.isascii() or not _OTHER.search(text)


@lru_cache(maxsize=_TEXTS)
def find_runs(text: str) -> Runs | None:
    """The runs of a text; None where they cannot tell what a search in any case would find."""
    if not is_simple(text):
        return None
    return Runs(text)


def telling_runs(words: Iterable[str]) -> frozenset[str] | None:
    """Of each word or phrase the longest run of letters: one of them stands wherever one of the words does.

    None where a word has no such run, or one that cannot be told.
    """
    longest: set[str] = set()
    for word in words:
        runs = _RUN.findall(word.lower()) if is_simple(word) else []
        if not runs:
            return None
        longest.add(max(runs, key=len))
    return frozenset(longest)
