"""What every annotator is given: the passages of one source and the vocabulary made ready to search."""

from __future__ import annotations

from dataclasses import dataclass, field

from build_tools.annotate.forms import Lexicon, Mention, lexicon, mentions
from build_tools.annotate.passages import Passage
from build_tools.annotate.rules import Rulebook, ready
from build_tools.model.record import Record
from build_tools.model.vocabulary import Entity, Topic


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Topics and entities, compiled."""

    rules: Rulebook
    lexicon: Lexicon


@dataclass(frozen=True, slots=True)
class Reading:
    """One source as annotators see it."""

    record: Record
    passages: tuple[Passage, ...]
    vocabulary: Vocabulary
    _mentions: dict[str, tuple[Mention, ...]] = field(default_factory=dict, repr=False, compare=False)

    def mentions(self, passage: Passage) -> tuple[Mention, ...]:
        """Where entities are named in a passage; looked for once, because figures must know it too."""
        found = self._mentions.get(passage.folded)
        if found is None:
            found = mentions(passage.folded, self.vocabulary.lexicon, self.record.slug)
            self._mentions[passage.folded] = found
        return found


class _Compiled:
    """The last vocabulary compiled: all the sources of an archive come with the same two tuples."""

    def __init__(self) -> None:
        self._last: tuple[tuple[Topic, ...], tuple[Entity, ...], Vocabulary] | None = None

    def of(self, topics: tuple[Topic, ...], entities: tuple[Entity, ...]) -> Vocabulary:
        """Compared by identity: comparing, or hashing, hundreds of entities for each source takes longer."""
        last = self._last
        if last is None or last[0] is not topics or last[1] is not entities:
            ordered = sorted(topics, key=lambda topic: topic.id)
            rules = tuple(ready(topic) for topic in ordered if topic.rules)
            self._last = last = (topics, entities, Vocabulary(Rulebook(rules), lexicon(entities)))
        return last[2]


_compiled = _Compiled()


def vocabulary(topics: tuple[Topic, ...], entities: tuple[Entity, ...]) -> Vocabulary:
    """Compile once for all the sources of an archive."""
    return _compiled.of(topics, entities)
