"""Words of a file → a print of some hundred bytes, by which it is known which runs it cannot have.

Three words that follow one another set a bit. A run can only stand where all its threes have theirs; most
files are passed over by that, and the others are read. So a new capture is not looked for in each page again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final
from zlib import crc32

_BITS: Final = 8
"""For each three, so that one that is not there finds its bit set one time in eight, and the seven of a run
once in some million."""
_WORDS: Final = 1 << 16
"""Words whose numbers are remembered: those of most archives."""

_LINES: Final = 1 << 14
"""Lines of which the threes are remembered, and ends where two of them meet: pages have most in common."""


@lru_cache(maxsize=_WORDS)
def _number_word(word: str) -> int:
    # the same in every process, which `hash` is not
    return crc32(word.encode("utf-8", "surrogatepass"))


def number_triples(words: Sequence[str]) -> list[int]:
    """A number for each three words that follow one another."""
    numbers = list(map(_number_word, words))
    # of numbers it is the same in every process of one Python; prints of another one are not looked at
    return list(map(hash, zip(numbers, numbers[1:], numbers[2:], strict=False)))


_number_known = lru_cache(maxsize=_LINES)(lambda words: frozenset(number_triples(words)))


class TripleCollector:
    """Gathers the threes of the texts of one file, which have most of their lines in common."""

    def __init__(self) -> None:
        self._lines: dict[int, tuple[str, ...]] = {}
        """By identity: lines that are alike are mostly one value, and to compare them takes longer."""
        self._ends: set[tuple[str, ...]] = set()
        """Where one line ends and the next begins, two words of each."""

    def add_text(self, lines: Iterable[tuple[str, ...]]) -> None:
        """A text, as the words of its lines."""
        known, add_end = self._lines, self._ends.add
        before: tuple[str, ...] = ()
        for words in filter(None, lines):
            known[id(words)] = words
            add_end(before + words[:2])
            # a line of one word stands between three
            before = words[-2:] if len(words) > 1 else (before + words)[-2:]

    def make_print(self, before: bytes = b"") -> bytes:
        """The print of all of them, and of those of which another one is `before`."""
        found = set[int]().union(*map(_number_known, (*self._lines.values(), *self._ends)))
        return _set_bits(before or bytes(max(len(found), 1)), found)


def _set_bits(known: bytes, triples: Iterable[int]) -> bytes:
    """The print with further threes, as large as it was: the more of them, the less it tells."""
    bits, size = bytearray(known), len(known)
    for number in triples:
        place = number % (size * _BITS)
        bits[place >> 3] |= 1 << (place & 7)
    return bytes(bits)


class RunPrints:
    """Runs of words, ready to be held against prints."""

    def __init__(self, runs: Iterable[str]) -> None:
        """`runs`: words joined by blanks, three of them at least."""
        self._runs: dict[int, list[tuple[int, ...]]] = {}
        """By the smallest of its threes: runs that follow one another have that in common."""
        for run in runs:
            triples = tuple(number_triples(run.split(" ")))
            self._runs.setdefault(min(triples), []).append(triples)

    def __len__(self) -> int:
        return sum(map(len, self._runs.values()))

    def may_stand_in(self, known: bytes) -> bool:
        """Whether one of the runs may stand in what has this print."""
        places = len(known) * _BITS

        def has(number: int) -> bool:
            place = number % places
            return bool(known[place >> 3] >> (place & 7) & 1)

        return any(
            has(smallest) and any(all(map(has, triples)) for triples in alike)
            for smallest, alike in self._runs.items()
        )
