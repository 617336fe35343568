"""Numbers → short printable text, because a script holds text, and lists of numbers are long.

A number is written with a last digit of 62 and, before it, as many digits of 31 as it needs; the alphabets
share no character, so that numbers need nothing between them. The twin of the reader in
overrides/assets/javascripts/searching/lists.js.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

ALPHABET = "".join(chr(code) for code in range(32, 127) if chr(code) not in '"\\')
"""What stands in a string of JavaScript as it is."""
LAST = 62
"""The first so many characters end a number; even ones end even numbers."""
BEFORE = len(ALPHABET) - LAST


# distances and places are small numbers, the same ones again and again
@lru_cache(maxsize=1 << 14)
def encode_number(number: int) -> str:
    """Write a number that is not below 0; small ones take one character.

    >>> [encode_number(n) for n in (0, 61, 62, 1983)]
    [' ', '_', 'a ', 'a`_']
    """
    before, last = divmod(number, LAST)
    written = ALPHABET[last]
    while before:
        before, digit = divmod(before, BEFORE)
        written = ALPHABET[LAST + digit] + written
    return written


def decode_numbers(text: str) -> Iterator[int]:
    """Read what `encode_number` wrote, one after the other."""
    before = 0
    for digit in map(ALPHABET.index, chain.from_iterable(text)):
        if digit >= LAST:
            before = before * BEFORE + digit - LAST
        else:
            yield before * LAST + digit
            before = 0
