"""Sorted words → ranges of a few kilobytes each, because a search loads the neighbours of a word and no more.

Ranges follow the first letters of words, so that one that grows is divided by itself and the others stay.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby


def sort_key(word: str) -> bytes:
    """Sort as JavaScript compares: by UTF-16."""
    return word.encode("utf-16-be")


def divide_words(words: Sequence[str], sizes: Sequence[int], most: int) -> Iterator[tuple[str, int, int]]:
    """Yield ranges: how they start, first word, end. `words` are sorted by `sort_key`; `most` is their size.

    A word belongs to the last range that does not start behind it; the first range starts with nothing.
    """
    until = [0, *accumulate(sizes)]
    if words:
        first, *others = _divide(words, until, (0, len(words)), 0, most)
        yield from (("", *first[1:]), *others)


def _divide(
    words: Sequence[str], until: Sequence[int], span: tuple[int, int], depth: int, most: int
) -> Iterator[tuple[str, int, int]]:
    """Divide words that begin alike, up to `depth` letters."""
    begin, end = span
    if until[end] - until[begin] <= most or end - begin == 1:
        yield words[begin][: depth + 1], begin, end
        return
    open_at = begin
    for first, last in _group(words, span, depth + 1):
        if until[last] - until[open_at] <= most:
            continue
        if first > open_at:
            yield words[open_at][: depth + 1], open_at, first
        open_at = first
        if until[last] - until[first] > most:
            yield from _divide(words, until, (first, last), depth + 1, most)
            open_at = last
    if open_at < end:
        yield words[open_at][: depth + 1], open_at, end


def _group(words: Sequence[str], span: tuple[int, int], depth: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of words with the same first letters; a word that has no more letters stands alone."""
    for _, alike in groupby(range(*span), key=lambda n: words[n][:depth]):
        numbers = list(alike)
        yield numbers[0], numbers[-1] + 1
