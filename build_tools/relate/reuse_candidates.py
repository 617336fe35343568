"""Numbered texts → near-duplicates worth comparing, because all with all would take the square of the time.

Texts meet in their fingerprints only. A fingerprint that a crowd of texts shares pairs each of them with the
first alone; without that, one formula in a thousand texts would make half a million pairs. All steps take
time in proportion to the words and to the fingerprints that are shared.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from itertools import combinations, groupby, product

from build_tools.text.alignment import measure_run
from build_tools.text.shingles import list_fingerprints
from build_tools.text.words import QUOTATION_WORDS

ENOUGH = QUOTATION_WORDS + 1
"""Words in a row that are no chance: the archive itself takes one word fewer at most."""

SEVERAL = 3
"""Shorter runs in common that are worth a comparison: an edited passage is made of them."""

FINGERPRINT_CROWD = 16
"""Texts that may share a fingerprint and still be paired with one another."""

_REPEATED = 4
"""Places of a fingerprint in one text that are looked at: a deck may say what a paragraph says."""

_SHELVES = 64
"""Fingerprints are sorted by so many parts, so that only one of them needs to be unpacked at a time."""
_PLACE = 32
"""Bits for a position; the text's number stands above them."""

TextPlaces = tuple[int, ...]
"""Positions of a fingerprint in one text."""


def find_candidates(texts: Sequence[Sequence[int]]) -> tuple[tuple[int, int], ...]:
    """Pairs of texts by their numbers, the smaller first, sorted.

    Any two texts with ENOUGH equal words in a row are among them, unless a crowd shares those words, or one
    of the texts repeats them again and again.
    """
    pairs: set[tuple[int, int]] = set()
    short: dict[tuple[int, int], int] = {}
    for left, right, i, j in _find_meetings(texts):
        pair = (left, right)
        if pair in pairs:
            continue
        if any(measure_run(texts[left], texts[right], *at) >= ENOUGH for at in product(i, j)):
            pairs.add(pair)
        else:
            short[pair] = short.get(pair, 0) + 1
    return tuple(sorted(pairs.union(pair for pair, times in short.items() if times >= SEVERAL)))


def _find_meetings(texts: Sequence[Sequence[int]]) -> Iterator[tuple[int, int, TextPlaces, TextPlaces]]:
    """Two texts and the positions of a fingerprint that both have."""
    for numbers, places in _part_fingerprints(texts):
        order = sorted(range(len(numbers)), key=numbers.__getitem__)
        for _, group in groupby(order, key=numbers.__getitem__):
            by_text = _first_places(places[at] for at in group)
            for (left, i), (right, j) in _pair_places(by_text):
                yield left, right, i, j


def _part_fingerprints(texts: Sequence[Sequence[int]]) -> Iterator[tuple[array[int], array[int]]]:
    """All fingerprints and their places, in parts that no fingerprint is in two of."""
    shelves = [(array("Q"), array("Q")) for _ in range(_SHELVES)]
    for text, numbers in enumerate(texts):
        for fingerprint, at in list_fingerprints(numbers):
            prints, places = shelves[fingerprint % _SHELVES]
            prints.append(fingerprint)
            # both in one number: an array of them takes a fraction of what pairs take
            places.append(text << _PLACE | at)
    # taken off, so that a part’s memory is free as soon as it has been searched
    while shelves:
        yield shelves.pop()


def _first_places(places: Iterator[int]) -> list[tuple[int, TextPlaces]]:
    """Texts in their order, each with its first positions."""
    first: dict[int, list[int]] = {}
    for place in sorted(places):
        known = first.setdefault(place >> _PLACE, [])
        if len(known) < _REPEATED:
            known.append(place & (1 << _PLACE) - 1)
    return [(text, tuple(known)) for text, known in first.items()]


def _pair_places(
    places: list[tuple[int, TextPlaces]],
) -> Iterator[tuple[tuple[int, TextPlaces], tuple[int, TextPlaces]]]:
    if len(places) <= FINGERPRINT_CROWD:
        return combinations(places, 2)
    return ((places[0], later) for later in places[1:])
