"""What stands before a number and changes what it says: a minus, or the name of what it numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.model.language_facts import NumberWords
from build_tools.text.language_files import match_any
from build_tools.text.runs import is_simple

LOOK_BACK = 24
"""Characters before a number in which a sign or the name of what it numbers may stand."""
_DASHES = frozenset("-−")
_MINUS = re.compile(r"(?<![^\s(\[“‘\"'«/<>=])[-−]\Z")
"""A minus stands after a space or a bracket; between two words or numbers it is a hyphen or a dash."""
# the sign that is a minus and nothing else needs no space before it, but after a word it too is a dash
_MINUS_ALONE = re.compile(r"(?<!\w)−\Z")


@dataclass(frozen=True)
class WordsBefore:
    """A language's words before numbers, compiled."""

    minus: re.Pattern[str]
    """A word that makes the number after it negative: `minus`."""
    label: re.Pattern[str]
    """What a number that counts nothing stands after: `No. 5`, `статья 337`."""
    endings: tuple[str, ...]
    """How they end, in lower case: after anything else neither is searched for, which would take longest."""

    def read_sign(self, text: str, at: int, *, is_digits: bool) -> tuple[int, bool]:
        """Where the number at a place begins with its minus, and whether it has one."""
        first = max(0, at - LOOK_BACK)
        before = text[first:at]
        if self._may_be(before) and (word := self.minus.search(before)):
            return first + word.start(), True
        is_dash = is_digits and before[-1:] in _DASHES
        found = (_MINUS.search(before) or _MINUS_ALONE.search(before)) if is_dash else None
        return (first + found.start(), True) if found else (at, False)

    def names_number(self, text: str, at: int) -> bool:
        """Whether the number at a place is the number of a law or a road."""
        before = text[max(0, at - LOOK_BACK) : at]
        return self._may_be(before) and self.label.search(before) is not None

    def _may_be(self, before: str) -> bool:
        return before.rstrip().lower().endswith(self.endings) or not is_simple(before)


def compile_words_before(said: NumberWords) -> WordsBefore:
    """Compile a language's words for what stands before numbers."""
    numbered = [word for word in said.numbered if word[:1].isalnum()]
    signs = [word for word in said.numbered if not word[:1].isalnum()]
    label = rf"(?:(?<![\w-]){match_any(numbered)}|{match_any(signs)}|#)\s*\Z"
    return WordsBefore(
        minus=re.compile(rf"(?<!\w){match_any(said.minus)}\s+\Z", re.IGNORECASE),
        label=re.compile(label, re.IGNORECASE),
        endings=tuple(_list_endings((*said.minus, *said.numbered, "#"))),
    )


def _list_endings(words: Iterable[str]) -> Iterable[str]:
    """The last characters of each: an apostrophe in them may be another one."""
    return (word.lower().replace("’", "'").rsplit("'")[-1].split()[-1] for word in words)
