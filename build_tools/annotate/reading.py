"""What every annotator is given: the passages of one source and the vocabulary made ready to search."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from build_tools.annotate.forms import Lexicon, lexicon
from build_tools.annotate.passages import Passage
from build_tools.annotate.rules import Rules, ready
from build_tools.model.record import Record
from build_tools.model.vocabulary import Entity, Topic


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Topics and entities, compiled."""

    rules: tuple[Rules, ...]
    """Of the topics that have rules, in order of id: the order of the file decides nothing."""
    lexicon: Lexicon


@dataclass(frozen=True, slots=True)
class Reading:
    """One source as annotators see it."""

    record: Record
    passages: tuple[Passage, ...]
    vocabulary: Vocabulary


@lru_cache(maxsize=4)
def vocabulary(topics: tuple[Topic, ...], entities: tuple[Entity, ...]) -> Vocabulary:
    """Compile once for all the sources of an archive."""
    ordered = sorted(topics, key=lambda topic: topic.id)
    return Vocabulary(tuple(ready(t) for t in ordered if t.rules), lexicon(entities))
