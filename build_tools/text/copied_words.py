"""Captured texts + another text → the words in a row that it repeats, save facts of a catalogue.

Titles, names of outlets, bylines and addresses are printed in captures and in every catalogue. A run of
captured words that is made of them, in whatever order, with a few words of a page between, is nobody's text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from build_tools.model.clean import CleanText, Kind
from build_tools.model.evidence import Origin, Wanted
from build_tools.model.record import Record
from build_tools.text.folded_words import fold_words
from build_tools.text.names.guard import NameGuard
from build_tools.text.run_search import LEAK_WORDS, FoundRun, RunSearch
from build_tools.text.terminal import find_line_and_column
from build_tools.text.words import locate_words

_TITLES = frozenset({Kind.TITLE, Kind.DUPLICATE_TITLE})
_TELLING = 4
"""Words in a row of a fact by which it is known where it is cut, as in a list; and what a fact must have to
part what stands on its two sides. A name of two words may stand in any sentence, and parts none."""
_BESIDE = 60
"""Words on either side of a run that are looked at with it: no title or address is longer."""


@dataclass(frozen=True)
class CatalogueFacts:
    """What may be repeated of reports, because a catalogue cannot do without it."""

    phrases: tuple[str, ...] = ()
    """Of any of them: titles, outlets, names."""
    by_source: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Slug → what is told of that source, of which a page may also print a part."""

    @cached_property
    def _phrases_by_word(self) -> Mapping[str, tuple[tuple[str, ...], ...]]:
        found: dict[str, list[tuple[str, ...]]] = {}
        for phrase in {fold_words(text) for text in self.phrases}:
            if phrase:
                found.setdefault(phrase[0], []).append(phrase)
        return {first: tuple(sorted(phrases)) for first, phrases in found.items()}

    def part_run(self, words: tuple[str, ...], start: int, end: int, slug: str) -> Iterator[tuple[str, ...]]:
        """What is left of `words[start:end]`, a run of the capture of a source, between facts."""
        first = max(start - _BESIDE, 0)
        around = words[first : end + _BESIDE]
        parts, known = self._mark_facts(around, slug)
        run = range(start - first, end - first)
        for is_fact, group in groupby(run, key=lambda at: parts[at]):
            places = [] if is_fact else _strip_known(list(group), known)
            # a byline and a day between two labels of ours are names, not a sentence
            if sum(not known[at] for at in places) * 2 > len(places):
                yield tuple(around[at] for at in places)

    def _mark_facts(self, words: tuple[str, ...], slug: str) -> tuple[list[bool], list[bool]]:
        """Of each word: whether it is of a fact that parts what stands beside it, and whether of any."""
        parts, known = [False] * len(words), [False] * len(words)
        # an earlier capture of a source is named after it
        told = self._list_pieces(slug.partition("/")[0])
        for at, word in enumerate(words):
            begun = self._phrases_by_word.get(word, ())
            size = max((len(p) for p in begun if words[at : at + len(p)] == p), default=0)
            if size < _TELLING and words[at : at + _TELLING] in told:
                size = _TELLING
            for place in range(at, at + size):
                known[place] = True
                parts[place] |= size >= _TELLING
        return parts, known

    def _list_pieces(self, slug: str) -> frozenset[tuple[str, ...]]:
        pieces = self._pieces.get(slug)
        if pieces is None:
            facts = (fold_words(fact) for fact in self.by_source.get(slug, ()))
            pieces = frozenset(f[at : at + _TELLING] for f in facts for at in range(len(f) - _TELLING + 1))
            self._pieces[slug] = pieces
        return pieces

    @cached_property
    def _pieces(self) -> dict[str, frozenset[tuple[str, ...]]]:
        """By slug, as they are asked for."""
        return {}


def _strip_known(places: list[int], known: list[bool]) -> list[int]:
    while places and known[places[0]]:
        places.pop(0)
    while places and known[places[-1]]:
        places.pop()
    return places


@dataclass(frozen=True)
class LeakGuard:
    """The runs of words that must not be repeated."""

    runs: Mapping[str, str]
    """Nine words joined by spaces → the slug of the source that they are from."""
    files: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of a capture → the slug of its source: a PDF or a saved page shows its words to no search."""
    facts: CatalogueFacts = field(default_factory=CatalogueFacts)
    """What may be repeated beside them."""
    names: NameGuard = field(default_factory=NameGuard)
    """Whose names must not appear either."""

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self.runs or self.files or self.names)

    @cached_property
    def search(self) -> RunSearch:
        """For the runs."""
        return RunSearch(self.runs)


def make_leak_guard(
    texts: Mapping[str, CleanText], titles: Iterable[str] = (), facts: CatalogueFacts | None = None
) -> LeakGuard:
    """The runs of the captures of these sources (by slug). Titles may be repeated; they are credits."""
    free = {run for title in titles for run in _list_runs(fold_words(title))}
    runs: dict[str, str] = {}
    for slug, text in texts.items():
        # each once: where nothing was removed, lines and paragraphs say the same
        for stretch in dict.fromkeys(_list_stretches(text)):
            for run in _list_runs(fold_words(stretch)):
                if run not in free:
                    runs.setdefault(run, slug)
    files = {text.sha256: slug for slug, text in texts.items()}
    return LeakGuard(runs, files, facts or CatalogueFacts())


def find_repeated_runs(text: str, guard: LeakGuard) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Slug and words of every run of a text that a capture has, runs that overlap joined, facts taken out."""
    yield from part_repeated(*guard.search.find_repeated(text), guard)


def part_repeated(
    found: tuple[str, ...], runs: Iterable[FoundRun], guard: LeakGuard
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The same of a text's words and of the runs that were found in it."""
    for slug, start, end in _join_runs(runs):
        for part in guard.facts.part_run(found, start, end, slug):
            if len(part) >= LEAK_WORDS:
                yield slug, part


_OF = " of the capture of "


def word_leak(slug: str, run: tuple[str, ...]) -> str:
    """What is said of a leak: it must not repeat more of the text than may be repeated."""
    return f"{len(run)} words in a row{_OF}{slug}, beginning “{' '.join(run[:4])} …”."


def name_leaking_source(message: str) -> str:
    """The slug of the source that such a message tells of."""
    return message.partition(_OF)[2].partition(",")[0].partition(" ")[0]


def list_catalogue_titles(
    records: Iterable[Record], origins: Iterable[Origin], wanted: Iterable[Wanted]
) -> Iterator[str]:
    """Titles of all reports that are named: they are no captured text."""
    yield from (record.title for record in records)
    yield from (origin.title for origin in origins if origin.title)
    yield from (work.title for work in wanted if work.title)


def place_run(text: str, run: tuple[str, ...]) -> tuple[int, int]:
    """Line and column, 1-based, at which a run of folded words begins in a text that has it."""
    places = [(word, start) for start, end in locate_words(text) for word in fold_words(text[start:end])]
    words = tuple(word for word, _ in places)
    # where invisible signs part what folding joins, the text as a whole is the place
    start = next((start for at, (_, start) in enumerate(places) if words[at : at + len(run)] == run), 0)
    return find_line_and_column(text, start)


def _join_runs(runs: Iterable[FoundRun]) -> Iterator[tuple[str, int, int]]:
    # runs that overlap are one leak: the longest stretch is what a keeper looks for
    start = end = -1
    slug = ""
    for at, source in runs:
        if source != slug or at > end:
            if slug:
                yield slug, start, end
            start, slug = at, source
        end = at + LEAK_WORDS
    if slug:
        yield slug, start, end


def _list_runs(found: tuple[str, ...]) -> Iterator[str]:
    return (" ".join(found[at : at + LEAK_WORDS]) for at in range(len(found) - LEAK_WORDS + 1))


def _list_stretches(text: CleanText) -> Iterator[str]:
    """What stands in a row in the capture, line by line and as paragraphs; titles part it."""
    stretch: list[str] = []
    for line in text.lines:
        if line.kind in _TITLES:
            yield " ".join(stretch)
            stretch = []
        elif line.text:
            stretch.append(line.text)
    yield " ".join(stretch)
    yield " ".join(p.text for p in text.paragraphs if p.kind not in _TITLES)
