"""Any value → one short line that is safe on a terminal, because faults quote what they find."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

_LONGEST = 60
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def visible(text: str) -> str:
    """The text with every character that cannot be seen written as an escape."""
    return text if text.isprintable() else "".join(map(_visible, text))


def _visible(character: str) -> str:
    hidden = unicodedata.category(character) in _HIDDEN
    return f"\\u{{{ord(character):04X}}}" if hidden else character


def shown(value: object) -> str:
    """The value in quotation marks, shortened, on one line, without a control character."""
    text = value if isinstance(value, str) else repr(value)
    short = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return f"“{visible(short)}”"


def did_you_mean(given: str, known: Iterable[str]) -> str:
    """`Did you mean “…”?` for the closest of the known words, or nothing."""
    close = get_close_matches(given, sorted(known), n=1, cutoff=0.6)
    return f"Did you mean {shown(close[0])}?" if close else ""


def listed(values: Iterable[str]) -> str:
    """`a, b and c`."""
    *head, last = values
    return f"{', '.join(head)} and {last}" if head else last
