"""Text → the same text in one typography, character for character, so that positions stay the original's."""

from __future__ import annotations

_SAME = {
    "'": "’‘ʼ‛′`´",
    '"': "“”„‟«»″",
    "-": "‐‑‒–—−",
    " ": "\t\n\r\u00a0\u2007\u2009\u202f",
}
"""What is written in several ways and means one thing → the ways. Each is a single character."""

_FOLDED = str.maketrans({variant: plain for plain, variants in _SAME.items() for variant in variants})


def fold(text: str) -> str:
    """Return the text with apostrophes, quotation marks, dashes and spaces made alike.

    `len(fold(text)) == len(text)`, and every other character is untouched.
    """
    return text.translate(_FOLDED)
