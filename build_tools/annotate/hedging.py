"""Text + a language’s hedges → where they stand, each kind by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from build_tools.annotate.phrases import PhraseIndex, TopicPhrases
from build_tools.text.runs import find_runs

Hedge = tuple[int, int, str]
"""Start, end and kind."""


class Hedging:
    """The hedges of a language, by kind."""

    def __init__(self, kinds: Mapping[str, Iterable[str]]) -> None:
        self._kinds = {kind: TopicPhrases(phrases) for kind, phrases in kinds.items()}
        self._kind_of = {phrase: kind for kind, phrases in self._kinds.items() for phrase in phrases.members}
        self._index = PhraseIndex(self._kind_of)
        # a phrase whose first run cannot be told is in no index: then texts are searched for all
        self._told = all(phrase.beginning for phrase in self._kind_of)

    def find_hedges(self, folded: str) -> Iterator[Hedge]:
        """Every hedge; of one kind the first and longest where they overlap. In no order among kinds."""
        runs = find_runs(folded) if self._told else None
        if runs is None:
            yield from self._search_kinds(folded)
            return
        ends = dict.fromkeys(self._kinds, 0)
        for phrase, match in self._index.find_phrases(folded, runs):
            kind = self._kind_of[phrase]
            if match.start() >= ends[kind]:
                ends[kind] = match.end()
                yield *match.span(), kind

    def _search_kinds(self, folded: str) -> Iterator[Hedge]:
        for kind, phrases in self._kinds.items():
            for match in phrases.pattern.finditer(folded) if phrases.pattern else ():
                yield *match.span(), kind
