"""Sorted words → ranges of a few kilobytes each, because a search loads the neighbours of a word and no more.

Ranges follow the first letters of words, so that one that grows is divided by itself and the others stay.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

_BEHIND = b"\xff\xff"
"""Greater than any letter."""


def sort_words(words: Iterable[str]) -> list[str]:
    """Sort as JavaScript compares: by UTF-16."""
    ordered = sorted(words)
    # up to there, and these are nearly all words there are, it is the order of Python's
    return ordered if max("".join(ordered), default="") < "\ud800" else sorted(ordered, key=encode_utf16)


def encode_utf16(word: str) -> bytes:
    """What JavaScript compares of a word."""
    return word.encode("utf-16-be")


def divide_words(words: Sequence[str], sizes: Sequence[int], most: int) -> Iterator[tuple[str, int, int]]:
    """Yield ranges: how they start, first word, end. `words` come from `sort_words`; `most` is their size.

    A word belongs to the last range that does not start behind it; the first range starts with nothing.
    """
    until = [0, *accumulate(sizes)]
    if words:
        first, *others = _divide_span(words, until, (0, len(words)), 0, most)
        yield from (("", *first[1:]), *others)


def _divide_span(
    words: Sequence[str], until: Sequence[int], span: tuple[int, int], depth: int, most: int
) -> Iterator[tuple[str, int, int]]:
    """Divide words that begin alike, up to `depth` letters."""
    begin, end = span
    if until[end] - until[begin] <= most or end - begin == 1:
        yield words[begin][: depth + 1], begin, end
        return
    open_at = begin
    for first, last in _group_by_prefix(words, span, depth + 1):
        if until[last] - until[open_at] <= most:
            continue
        if first > open_at:
            yield words[open_at][: depth + 1], open_at, first
        open_at = first
        if until[last] - until[first] > most:
            yield from _divide_span(words, until, (first, last), depth + 1, most)
            open_at = last
    if open_at < end:
        yield words[open_at][: depth + 1], open_at, end


def _group_by_prefix(words: Sequence[str], span: tuple[int, int], depth: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of words with the same first letters; a word that has no more letters stands alone."""
    first, end = span
    while first < end:
        alike = words[first][:depth]
        last = first + 1
        if len(alike) == depth:
            last = bisect_right(words, encode_utf16(alike) + _BEHIND, last, end, key=encode_utf16)
        yield first, last
        first = last
