"""Runs of captured words + a text → where the text repeats one.

Every page is read in several ways, and pages have most of their lines in common, as the ways have. So a line
is parted into words once and remembered with what in it may be of a run. Of captures three words in every
seven are looked for, an anchor, of which each run has one; only around anchors is a text held against runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Final

from build_tools.text.folded_words import fold_line
from build_tools.text.words import QUOTATION_WORDS

LEAK_WORDS: Final = QUOTATION_WORDS + 1
"""Words in a row that make a leak."""
_ANCHOR: Final = 3
"""Words that are looked for first. Pages of the archive speak of the same as its captures: two words in a row
stand in both 400 times on a page, three 30 to 100 times; of four, more would go over the end of a line."""
_REACH: Final = LEAK_WORDS - _ANCHOR
"""Words of a run that may stand before its anchor."""
_MOST_LINES: Final = 1 << 14
"""So many lines are remembered, then none, and those that pages have in common soon are again: to tell which
was asked for last takes longer than to look one up."""

_LONGEST_LINE: Final = 1000
"""Letters of a line that is remembered: longer ones are data, and none is there twice."""

FoundRun = tuple[int, str]
"""Number of the word at which it begins, and the slug of the source that has it."""
SearchedLine = tuple[tuple[str, ...], tuple[int, ...]]
"""Its words, and the places of those with which an anchor may begin."""


class RunSearch:
    """The runs of some captures, ready to be looked for."""

    def __init__(self, runs: Mapping[str, str]) -> None:
        """`runs`: LEAK_WORDS words joined by spaces → the slug of the source that they are from."""
        self._runs = runs
        self._anchors = frozenset(_choose_anchors(runs))
        self._first = frozenset(first for first, *_ in self._anchors)
        self._known: dict[str, SearchedLine] = {}

    def __reduce__(self) -> tuple[type[RunSearch], tuple[Mapping[str, str]]]:
        """Another process gets the runs, and makes what is made of them itself."""
        return RunSearch, (self._runs,)

    def find_repeated(self, text: str) -> tuple[tuple[str, ...], list[FoundRun]]:
        """The text's words and the runs in it, in order; no words are told where there is no run."""
        return self.find_in_lines(self.tell_lines(text))

    def tell_lines(self, text: str) -> list[SearchedLine]:
        """The text's lines, as they are searched; of those that are alike, most are one value."""
        known = self._known
        return [known.get(line) or self._tell_line(line) for line in text.split("\n")]

    def find_in_lines(self, lines: list[SearchedLine]) -> tuple[tuple[str, ...], list[FoundRun]]:
        """The same of a text whose lines are told."""
        places = list(_place_anchors(lines))
        if not places:
            return (), []
        words = tuple(chain.from_iterable([said for said, _ in lines]))
        met = [at for at in places if words[at : at + _ANCHOR] in self._anchors]
        around = sorted({start for at in met for start in range(max(at - _REACH, 0), at + 1)})
        runs = ((start, self._runs.get(" ".join(words[start : start + LEAK_WORDS]))) for start in around)
        return words, [(start, slug) for start, slug in runs if slug is not None]

    def _tell_line(self, line: str) -> SearchedLine:
        words = fold_line(line)
        anchors, triples = self._anchors, tuple(zip(words, words[1:], words[2:], strict=False))
        # most lines have none, and a set goes through all of them faster than a loop
        none = anchors.isdisjoint(triples)
        places = [] if none else [at for at, three in enumerate(triples) if three in anchors]
        # one may go on in the next line
        tail = range(max(len(words) - _ANCHOR + 1, 0), len(words))
        told = words, (*places, *[at for at in tail if words[at] in self._first])
        if len(line) <= _LONGEST_LINE:
            if len(self._known) >= _MOST_LINES:
                self._known.clear()
            self._known[line] = told
        return told


def _choose_anchors(runs: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Three words in a row of every run, the same of as many as can be.

    Runs of a capture come one after the other, each a word further. Of the first the last three words are
    taken, which the next six have as well. In any other order there would be more, and each run has its own.
    """
    words: dict[str, str] = {}
    going_on, left = "", 0
    for run in runs:
        if left and run.startswith(going_on):
            left -= 1
        else:
            # of each word one string, however many anchors it stands in
            yield tuple(words.setdefault(word, word) for word in run.rsplit(" ", _ANCHOR)[-_ANCHOR:])
            left = _REACH
        going_on = f"{run.partition(' ')[2]} "


def _place_anchors(lines: list[SearchedLine]) -> Iterator[int]:
    """Numbers of the words of a text with which an anchor may begin."""
    before = 0
    for words, beginnings in lines:
        for at in beginnings:
            yield before + at
        before += len(words)
