"""languages/*.yml → lookups, because what page chrome says is a matter of language and not of code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import Any

from build_tools.clean.blocks import Block, Blocks, normalise_words
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.model.page_words import ChromePhrases, ChromeWords
from build_tools.text.language_files import EVERY_LANGUAGE, load_all_languages, remember_for_languages
from build_tools.text.yaml_tables import read_table

ChromePhrase = tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Phrases:
    """The phrases of one kind of chrome, by where in a line they count."""

    whole: frozenset[ChromePhrase] = frozenset()
    """The line says this and nothing else."""
    start: frozenset[ChromePhrase] = frozenset()
    """A line of at most 40 words begins with this."""
    within: frozenset[ChromePhrase] = frozenset()
    """A line of at most 25 words contains this."""
    strong: frozenset[ChromePhrase] = frozenset()
    """A line of any length contains this."""
    bag: frozenset[str] = frozenset()
    """The line is made of these words only."""
    core: frozenset[str] = frozenset()
    """At least one of these must be among the words of `bag`."""

    def is_said_by(self, block: Block) -> bool:
        """Whether the block says one of the phrases, each where it counts."""
        words = block.words
        return (
            words in self.whole
            or self.is_opening_of(block)
            or (block.weight <= THRESHOLDS.within_words and self._within.is_said_by(block))
            or self._strong.is_said_by(block)
            or self.is_made_of_bag(words)
        )

    def find_said(self, blocks: Blocks) -> frozenset[int]:
        """The places of the blocks that say one of the phrases: few blocks have a word that begins one."""
        known = blocks.answers.get(self)
        if known is None:
            places = blocks.places_by_word
            may = sorted({at for word in self._beginnings for at in places.get(word, ())})
            known = frozenset(at for at in may if self.is_said_by(blocks[at]))
            blocks.answers[self] = known
        return known

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        """Words of which a block must have one, or none at all, to say one of the phrases."""
        phrases = self.whole | self.start | self.within | self.strong
        return self.core | {phrase[0] if phrase else "" for phrase in phrases}

    def is_opening_of(self, block: Block) -> bool:
        """Whether the block begins with a phrase; a single word must begin a short line."""
        words = block.words
        if block.weight > THRESHOLDS.start_words or words[:1] not in self._openings:
            return False
        # a single word opens a longer line only as a label: “Photo: …”, not “Photo …”
        labelled = block.text[len(words[0]) :].startswith(":")
        shortest = 1 if block.weight <= THRESHOLDS.single_word_words or labelled else 2
        return any(words[:size] in self.start for size in range(shortest, THRESHOLDS.longest_phrase))

    @cached_property
    def _openings(self) -> frozenset[ChromePhrase]:
        """The first word of each phrase of `start`: most blocks begin with none of them."""
        return frozenset(phrase[:1] for phrase in self.start)

    @cached_property
    def _within(self) -> _PhraseSearch:
        return _PhraseSearch(self.within)

    @cached_property
    def _strong(self) -> _PhraseSearch:
        return _PhraseSearch(self.strong)

    def is_made_of_bag(self, words: ChromePhrase) -> bool:
        """Whether the words are all of the bag, and one of the core among them."""
        return self.bag.issuperset(words) and not self.core.isdisjoint(words)


class _PhraseSearch:
    """Phrases that may stand anywhere in a line, by their first words: few lines have one of those."""

    def __init__(self, phrases: frozenset[ChromePhrase]) -> None:
        self._by_first: dict[str, list[ChromePhrase]] = {}
        for phrase in phrases:
            self._by_first.setdefault(phrase[0], []).append(phrase)
        self._first = frozenset(self._by_first)

    def is_said_by(self, block: Block) -> bool:
        """Whether one of them stands in the block."""
        if self._first.isdisjoint(block.words):
            return False
        words = block.words
        return any(
            words[at : at + len(phrase)] == phrase
            for at, word in enumerate(words)
            for phrase in self._by_first.get(word, ())
        )


@dataclass(frozen=True)
class ChromeTable:
    """What is said and written around articles, in one language or all."""

    kinds: Mapping[str, Phrases]
    zone_of: Mapping[str, str]
    """Word of a class or id → zone."""
    zone_tags: frozenset[str]
    """Elements that are a zone by name."""


@remember_for_languages
def load_chrome_table(language: str | None = None) -> ChromeTable:
    """English and the language's own phrases; every language's if it is None or its pages are not known."""
    known = {code: facts.chrome for code, facts in load_all_languages().items() if facts.chrome}
    chosen = {EVERY_LANGUAGE, "en", str(language)} if language in known else known.keys()
    spoken = [chrome for code, chrome in known.items() if code in chosen]
    zones: dict[str, Any] = read_table((files(__package__) / "zones.yml").read_text(encoding="utf-8"))
    return ChromeTable(
        kinds={
            kind: _join_phrases([getattr(chrome, kind) for chrome in spoken])
            for kind in ChromeWords.model_fields
        },
        zone_of={word: zone for zone, words in zones["zones"].items() for word in words.split()},
        zone_tags=frozenset(zones["zone_tags"].split()),
    )


def _join_phrases(tables: Sequence[ChromePhrases]) -> Phrases:
    """What several languages say in one kind of chrome."""
    return Phrases(
        whole=_split_phrases(phrase for table in tables for phrase in table.whole),
        start=_split_phrases(phrase for table in tables for phrase in table.start),
        within=_split_phrases(phrase for table in tables for phrase in table.within),
        strong=_split_phrases(phrase for table in tables for phrase in table.strong),
        bag=_spread(word for table in tables for word in table.bag),
        core=_spread(word for table in tables for word in table.core),
    )


def _split_phrases(phrases: Iterable[str]) -> frozenset[ChromePhrase]:
    return frozenset(map(normalise_words, phrases))


def _spread(words: Iterable[str]) -> frozenset[str]:
    return frozenset(token for word in words for token in normalise_words(word))
