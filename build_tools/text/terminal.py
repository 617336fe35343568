"""Any value → one short line that is safe on a terminal, because faults quote what they find."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache
from heapq import nlargest

from build_tools.text.acting_characters import name_code_point

# leaves room for place, code and remedy of a fault on a line or two
_LONGEST = 60
_CLOSE = 0.6
"""How alike a word must be to be offered, after `difflib`."""
_MOST_COMPARED = 64
"""Words that are looked at closely, those with the most letters in common: comparing all with all takes
minutes where an archive has thousands of names that are alike."""
_LONGEST_COMPARED = 200
"""Characters; what is longer is no slip of the pen."""
_KINDS = 64
"""Letters that are told apart; where two share a place, more words are looked at, and none is passed over."""
# control, format, surrogate, private and unassigned characters, separators of lines and paragraphs
_LONGEST_ERROR = 200
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def show_hidden(text: str) -> str:
    """The text on one line, with the code point of every character that cannot be seen.

    More are shown than on a page: in a file that a keeper wrote, a soft hyphen is a mistake as well.
    """
    return text if text.isprintable() else "".join(map(_show_hidden, text))


def word_error(error: BaseException) -> str:
    """What an error says of itself, on one line. It may quote its whole input."""
    return show_hidden(" ".join(str(error).split())[:_LONGEST_ERROR])


def _show_hidden(character: str) -> str:
    return name_code_point(character) if unicodedata.category(character) in _HIDDEN else character


def find_line_and_column(text: str, at: int) -> tuple[int, int]:
    """Where the character at this place stands, as editors count: both from 1."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def quote_value(value: object) -> str:
    """The value in quotation marks, shortened, on one line, without a control character."""
    text = value if isinstance(value, str) else repr(value)
    short = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return f"“{show_hidden(short)}”"


def did_you_mean(given: str, known: Iterable[str]) -> str:
    """`Did you mean “…”?` for the closest of the known words, or nothing."""
    letters, length = _mask_letters(given), len(given)
    bounds = (
        (2 * (letters & _mask_letters(word)).bit_count() / (length + len(word) or 1), word) for word in known
    )
    possible = [
        word for _, word in nlargest(_MOST_COMPARED, (bound for bound in bounds if bound[0] >= _CLOSE))
    ]
    close = get_close_matches(given[:_LONGEST_COMPARED], possible, n=1, cutoff=_CLOSE)
    return f"Did you mean {quote_value(close[0])}?" if close else ""


@lru_cache(maxsize=1 << 16)
def _mask_letters(word: str) -> int:
    """The word's letters as bits, the second `a` another than the first.

    Two words are never more alike than the letters that they share, in any order: so thousands that are
    unlike need no closer look.
    """
    seen: dict[int, int] = {}
    bits = 0
    for character in word:
        kind = ord(character) % _KINDS
        bits |= 1 << kind + _KINDS * seen.get(kind, 0)
        seen[kind] = seen.get(kind, 0) + 1
    return bits


def join_with_and(values: Iterable[str]) -> str:
    """`a, b and c`."""
    *head, last = values
    return f"{', '.join(head)} and {last}" if head else last
