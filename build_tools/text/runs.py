"""Text → its runs of letters and digits in lower case, because a text without a phrase’s words cannot say it.

A look into a set of runs costs a hundredth of a search for the phrase. It must never say no where a search in
any case would find something; so it is only used on letters whose other case is one letter and the same
everywhere. Of other texts nothing is told, and they are searched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_TEXTS = 1 << 13
"""Texts whose runs are remembered: more than the passages of the longest source, for each annotator asks."""

_OTHER = re.compile(
    "[^\0-\xb4\xb6-\u012f\u0132-\u0148\u014a-\u017e\u0300-\u0344\u0346-\u036f\u0400-\u0481\u048a-\u052f"
    "\u0590-\u109f\u2000-\u206f\u20a0-\u20bf\u2116\u2122\u2190-\u22ff\u2500-\u27bf\u3000-\u9fff"
    "\uac00-\ud7a3\uff00-\uff20\ufffd\U0001f300-\U0001faff]"
)
"""All but Latin, Cyrillic, scripts without cases, and marks; and `µ İ ı ŉ ſ`, the other case of others."""
_WORD = re.compile(r"\w+")
# letters apart from digits, or the tables’ words would not be found in `IK17`
_RUN = re.compile(r"[^\W\d_]+|\d+")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Runs:
    """What a text is made of."""

    words: tuple[tuple[str, int], ...]
    """Runs of letters, digits and low lines (`\\w`), with their positions, in order."""
    said: frozenset[str]
    """The same without positions."""
    letters: frozenset[str]
    """Runs of letters or of digits: `IK17` is two."""
    digit: bool
    """Whether a digit stands in it."""


@dataclass(frozen=True, slots=True)
class Need:
    """What a text must have for a search to find anything in it."""

    digit: bool
    """Whether it must have a digit."""
    words: frozenset[str] | None = None
    """Runs of letters of which it must have one; None where that cannot be told."""

    def may_be_met(self, runs: Runs | None) -> bool:
        """Whether a search is worth its time."""
        if runs is None:
            return True
        lacking = self.words is not None and self.words.isdisjoint(runs.letters)
        return (runs.digit or not self.digit) and not lacking


def is_simple(text: str) -> bool:
    """Whether two of its letters are the same in any case if, and only if, their lower cases are."""
    return text.isascii() or not _OTHER.search(text)


@lru_cache(maxsize=_TEXTS)
def find_runs(text: str) -> Runs | None:
    """The runs of a text; None where they cannot tell what a search in any case would find."""
    if not is_simple(text):
        return None
    lower = text.lower()
    words = tuple((match.group(), match.start()) for match in _WORD.finditer(lower))
    said = frozenset(word for word, _ in words)
    return Runs(words, said, frozenset(_RUN.findall(lower)), _DIGIT.search(text) is not None)


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
