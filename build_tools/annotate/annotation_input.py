"""What every annotator is given: the passages of one source and the vocabulary made ready to search."""

from __future__ import annotations

from dataclasses import dataclass, field

from build_tools.annotate.name_forms import EntityMention, Lexicon, compile_lexicon, find_mentions
from build_tools.annotate.rules import Rulebook, compile_rules
from build_tools.annotate.target_passages import TargetPassage
from build_tools.model.record import Record
from build_tools.model.vocabulary import Entity, Topic


@dataclass(frozen=True, slots=True)
class CompiledVocabulary:
    """Topics and entities, compiled."""

    rules: Rulebook
    lexicon: Lexicon


@dataclass(frozen=True, slots=True)
class AnnotationInput:
    """One source as annotators see it."""

    record: Record
    passages: tuple[TargetPassage, ...]
    """Those of the digest first, then the capture's, each in their order."""
    vocabulary: CompiledVocabulary
    _mentions: dict[str, tuple[EntityMention, ...]] = field(default_factory=dict, repr=False, compare=False)

    def find_mentions(self, passage: TargetPassage) -> tuple[EntityMention, ...]:
        """Where entities are named in a passage; looked for once, because figures must know it too."""
        mentions = self._mentions.get(passage.folded)
        if mentions is None:
            mentions = find_mentions(passage.folded, self.vocabulary.lexicon, self.record.slug)
            self._mentions[passage.folded] = mentions
        return mentions


class _Compiled:
    """The last vocabulary compiled: all the sources of an archive come with the same two tuples."""

    def __init__(self) -> None:
        self._last: tuple[tuple[Topic, ...], tuple[Entity, ...], CompiledVocabulary] | None = None

    def compile_once(self, topics: tuple[Topic, ...], entities: tuple[Entity, ...]) -> CompiledVocabulary:
        """Compared by identity: comparing, or hashing, hundreds of entities for each source takes longer."""
        last = self._last
        if last is None or last[0] is not topics or last[1] is not entities:
            ordered = sorted(topics, key=lambda topic: topic.id)
            rules = tuple(compile_rules(topic) for topic in ordered if topic.rules)
            self._last = last = (
                topics,
                entities,
                CompiledVocabulary(Rulebook(rules), compile_lexicon(entities)),
            )
        return last[2]


_compiled = _Compiled()


def compile_vocabulary(topics: tuple[Topic, ...], entities: tuple[Entity, ...]) -> CompiledVocabulary:
    """Compile once for all the sources of an archive."""
    return _compiled.compile_once(topics, entities)
