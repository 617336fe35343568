"""Text → its words, because the limit on quotations and the search for leaks must count alike.

A word is a run of letters and digits; an apostrophe inside keeps it together, anything else ends it, so
that `20,000` and `pre-trial` are two words each: a count that errs on the side of too many.
"""

from __future__ import annotations

import re

from build_tools.text.plain_letters import INVISIBLE

QUOTATION_WORDS = 8
"""The most words in a row that the archive takes from a publisher's text."""

_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_JOINED = rf"(?:(?!_)[\w\u0300-\u036f{INVISIBLE}])"
_WORD_WITH_MARKS = re.compile(rf"[^\W_]{_JOINED}*(?:['’ʼ]{_JOINED}+)*")
"""The same for texts with what no reader sees, or with letters and marks apart; slower, and seldom needed."""
# decides which of the two is needed: the one above is slower
_PERHAPS_MARKED = re.compile(rf"[\u0300-\u036f{INVISIBLE}]")


def _match_words(text: str) -> re.Pattern[str]:
    return _WORD_WITH_MARKS if _PERHAPS_MARKED.search(text) else _WORD


def split_words(text: str) -> tuple[str, ...]:
    """The words as they stand, in order."""
    return tuple(_match_words(text).findall(text))


def locate_words(text: str) -> tuple[tuple[int, int], ...]:
    """Where the words begin and end, in characters, in order."""
    return tuple(match.span() for match in _match_words(text).finditer(text))


def is_too_long(quotation: str) -> bool:
    """Whether a quotation has more words than the archive takes."""
    return len(split_words(quotation)) > QUOTATION_WORDS
