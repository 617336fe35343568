"""Runs of captured words + a text → where the text repeats one.

Every page is read in several ways, and pages have most of their lines in common, as the ways have. So a line
is parted into words once, is looked up once, and remembered with the places at which a run may begin in it;
only there is the text, over the ends of its lines, held against the runs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain
from typing import Final

from build_tools.text.folded_words import LONGEST_LINE, fold_line
from build_tools.text.words import QUOTATION_WORDS

LEAK_WORDS: Final = QUOTATION_WORDS + 1
"""Words in a row that make a leak."""
_OPENING: Final = 3
"""Words by which the beginning of a run is known. In pages of the archive, which speak of the same as its
captures, two of them stand 400 times, three 30 to 100 times; four would be tried at the end of more lines."""
_LINES: Final = 8192
"""So many lines are remembered: half as many would do for one site; twice as many take megabytes more."""

FoundRun = tuple[int, str]
"""Number of the word at which it begins, and the slug of the source that has it."""
_Line = tuple[tuple[str, ...], tuple[int, ...]]
"""Its words, and the places of those with which a run may begin."""


class RunSearch:
    """The runs of some captures, ready to be looked for."""

    def __init__(self, runs: Mapping[str, str]) -> None:
        """`runs`: LEAK_WORDS words joined by spaces → the slug of the source that they are from."""
        self._runs = runs
        words: dict[str, str] = {}
        # of each word one string, however many runs it stands in
        self._openings = frozenset(
            tuple(words.setdefault(word, word) for word in run.split(" ", _OPENING)[:_OPENING])
            for run in runs
        )
        self._first = frozenset(first for first, *_ in self._openings)
        self._tell_known_line = lru_cache(maxsize=_LINES)(self._tell_line)

    def __reduce__(self) -> tuple[type[RunSearch], tuple[Mapping[str, str]]]:
        """Another process gets the runs, and makes what is made of them itself."""
        return RunSearch, (self._runs,)

    def find_repeated(self, text: str) -> tuple[tuple[str, ...], list[FoundRun]]:
        """The text's words and the runs in it, in order; no words are told where there is no run."""
        lines = [
            self._tell_known_line(line) if len(line) <= LONGEST_LINE else self._tell_line(line)
            for line in text.split("\n")
        ]
        places = list(_place_beginnings(lines))
        if not places:
            return (), []
        words = tuple(chain.from_iterable([said for said, _ in lines]))
        return words, [(at, slug) for at in places if (slug := self._find_run(words, at)) is not None]

    def _tell_line(self, line: str) -> _Line:
        words = fold_line(line)
        openings, triples = self._openings, zip(words, words[1:], words[2:], strict=False)
        # most lines have none, and a set goes through all of them faster than a loop
        places = (
            []
            if openings.isdisjoint(triples)
            else [at for at in range(len(words) - 2) if words[at : at + _OPENING] in openings]
        )
        # the next line may go on with what the end of this one begins
        tail = range(max(len(words) - _OPENING + 1, 0), len(words))
        return words, (*places, *[at for at in tail if words[at] in self._first])

    def _find_run(self, words: tuple[str, ...], at: int) -> str | None:
        if words[at : at + _OPENING] not in self._openings:
            return None
        return self._runs.get(" ".join(words[at : at + LEAK_WORDS]))


def _place_beginnings(lines: list[_Line]) -> Iterator[int]:
    """Numbers of the words of a text with which a run may begin."""
    before = 0
    for words, beginnings in lines:
        for at in beginnings:
            yield before + at
        before += len(words)
