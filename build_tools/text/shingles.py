"""Text → numbered words → fingerprints, because equal wording must be found without comparing all with all.

Fingerprints are chosen by winnowing (Schleimer, Wilkerson and Aiken, 2003): of every few shingles in a row
the one with the smallest number is kept. Where two texts share a run of SURE words, they share a fingerprint,
for certain and wherever in the texts it stands. Numbers depend on the words alone, not on machine or run.
"""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b

from build_tools.text.fold import fold
from build_tools.text.plain_letters import read_plain
from build_tools.text.words import locate_words

SHINGLE = 5
"""Words in a shingle."""
WINDOW = 3
"""Of so many shingles in a row one is a fingerprint."""
SURE = SHINGLE + WINDOW - 1
"""Equal words in a row that give two texts a fingerprint in common, wherever they stand."""

# 2**64 over the golden ratio, as in Knuth’s multiplicative hashing
_BASE = 0x9E3779B97F4A7C15
"""Odd, so that no word's part is lost in 64 bits."""
# by so much the word that leaves a shingle was multiplied since it came in
_LEADING = pow(_BASE, SHINGLE, 2**64)
# Python’s numbers have no end; the hash is one of 64 bits
_MASK = 2**64 - 1


def even_words(text: str) -> tuple[str, ...]:
    """The words as they are compared: case, typography and compatibility forms evened out."""
    folded = fold(text)
    return tuple(_even_word(folded[start:end]) for start, end in locate_words(folded))


def _even_word(word: str) -> str:
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFKC", read_plain(word).text).casefold()


class Numbering:
    """Words → 64-bit numbers, the same in every run of the program; each word is reckoned once."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}

    def number_words(self, words: Iterable[str]) -> array[int]:
        """One number for each word."""
        known = self._known
        return array("Q", [known[word] if word in known else self._number_word(word) for word in words])

    def _number_word(self, word: str) -> int:
        # Python’s own hash is another in each run; lone surrogates stand for bytes that are no text
        digest = blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        self._known[word] = int.from_bytes(digest, "big")
        return self._known[word]


def list_fingerprints(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Fingerprints of a text with the positions of their first words, in order of position.

    A text shorter than a shingle has none.
    """
    shingles = list(_roll_shingles(numbers))
    width = min(WINDOW, len(shingles))
    last = -1
    for start in range(len(shingles) - width + 1 if width else 0):
        window = shingles[start : start + width]
        at = start + window.index(min(window))
        # windows beside each other mostly choose the same one
        if at != last:
            last = at
            yield shingles[at], at


def _roll_shingles(numbers: Sequence[int]) -> Iterator[int]:
    """The number of each shingle, from the one before it."""
    rolling = 0
    for at, number in enumerate(numbers):
        rolling = (rolling * _BASE + number) & _MASK
        if at >= SHINGLE:
            rolling = (rolling - numbers[at - SHINGLE] * _LEADING) & _MASK
        if at >= SHINGLE - 1:
            yield rolling
