"""Bytes → how much that is, in words, because nobody reads seven digits."""

from __future__ import annotations

_STEP = 1000
"""As browsers and disks count today."""
_WHOLE = 10
"""From so many on, parts of a unit are left out."""
_UNITS = ("kB", "MB", "GB")


def size_words(size: int) -> str:
    """Two figures that count, or three.

    >>> [size_words(size) for size in (1, 999, 1_000, 12_345, 999_500, 1_250_000, 999_999_999_999)]
    ['1 byte', '999 bytes', '1 kB', '12 kB', '1 MB', '1.2 MB', '1000 GB']
    """
    if size < _STEP:
        return f"{size} byte{'' if size == 1 else 's'}"
    power = next((n for n in range(1, len(_UNITS)) if round(size / _STEP**n) < _STEP), len(_UNITS))
    in_units = size / _STEP**power
    number = f"{in_units:.0f}" if round(in_units, 1) >= _WHOLE else f"{in_units:.1f}".removesuffix(".0")
    return f"{number} {_UNITS[power - 1]}"
