"""Two vocabularies → the texts that one of them annotates otherwise: the others need not be read again.

Rather too many than too few: a text is concerned where a form that came or went may begin in it, or where a
topic whose rules are others may come up in it. What pages tell of names and topics is not asked: texts have
none of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from build_tools.annotate.name_forms import find_first_run, list_first_runs
from build_tools.annotate.phrases import Phrase, PhraseIndex, TopicPhrases
from build_tools.annotate.target_passages import TargetPassage, list_target_passages
from build_tools.model.annotation import Layer
from build_tools.model.archive import Document
from build_tools.model.vocabulary import Entity, Topic, TopicRules
from build_tools.text.digests import digest_strings
from build_tools.text.plain_letters import fold_plain
from build_tools.text.runs import find_runs

FormFacts = tuple[str, str, bool, tuple[str, ...]]
"""How a text names an entity, its id, whether nothing inside is a mention, and in which sources."""


@dataclass(frozen=True)
class SearchedVocabulary:
    """What of a vocabulary texts are searched for."""

    forms: frozenset[FormFacts]
    rules: Mapping[str, TopicRules]
    """By topic, of those that have rules."""

    @classmethod
    def gather(cls, topics: Iterable[Topic], entities: Iterable[Entity]) -> SearchedVocabulary:
        """From topics and entities."""
        forms = (
            (form.text, entity.id, form.whole, form.only_in) for entity in entities for form in entity.forms
        )
        return cls(frozenset(forms), {topic.id: topic.rules for topic in topics if topic.rules})

    @classmethod
    def open_plain(cls, plain: Any) -> SearchedVocabulary:
        """From what `write_plain` gave."""
        forms, rules = plain
        return cls(
            frozenset((text, entity, whole, tuple(only_in)) for text, entity, whole, only_in in forms),
            {topic: TopicRules.model_validate_json(written) for topic, written in rules.items()},
        )

    def write_plain(self) -> Any:
        """The same in lists and texts."""
        return [sorted(self.forms), {t: self.rules[t].model_dump_json() for t in sorted(self.rules)}]

    @cached_property
    def digest(self) -> str:
        """SHA-256 of all of it, in hexadecimal."""
        return digest_strings(repr(self.write_plain()))


class VocabularyChange:
    """What is different between two vocabularies, ready to be looked for."""

    def __init__(self, before: SearchedVocabulary, now: SearchedVocabulary) -> None:
        self._sources: dict[str, list[tuple[str, ...]]] = {}
        """First run of a form that came or went → the sources in which it means an entity; none: in all."""
        for text, _, _, only_in in before.forms ^ now.forms:
            if first := find_first_run(fold_plain(text)):
                self._sources.setdefault(first, []).append(only_in)
        self._phrases = PhraseIndex(_list_changed_phrases(before.rules, now.rules))
        self._has_phrases = before.rules != now.rules

    def may_concern(self, document: Document) -> bool:
        """Whether the text may be annotated otherwise now."""
        slug = document.record.slug
        concerned = any(
            self._may_name(passage, slug) or self._may_classify(passage)
            for passage in list_target_passages(document.record, document.clean)
        )
        find_runs.cache_clear()  # of no use for another source, and large
        return concerned

    def _may_name(self, passage: TargetPassage, slug: str) -> bool:
        folded = passage.folded
        # most texts have none of these letters in a row, and need not be taken apart
        if not any(first in folded for first in self._sources):
            return False
        found = self._sources.keys() & list_first_runs(folded)
        return any(not only_in or slug in only_in for first in found for only_in in self._sources[first])

    def _may_classify(self, passage: TargetPassage) -> bool:
        # our own words have the topics that their editor gives them
        if not self._has_phrases or passage.layer is not Layer.CAPTURE:
            return False
        runs = find_runs(passage.folded)
        return runs is None or bool(self._phrases.list_possible(runs))


def _list_changed_phrases(
    before: Mapping[str, TopicRules], now: Mapping[str, TopicRules]
) -> Iterator[Phrase]:
    """Phrases of which one must stand in a text for a changed topic to come up, or to have come up."""
    none = TopicRules()
    for topic in sorted(before.keys() | now.keys()):
        old, new = before.get(topic, none), now.get(topic, none)
        if old.model_copy(update={"any": new.any}) == new:
            # one that came or went; those that stayed bring it up as they did
            yield from _compile({*old.any} ^ {*new.any})
        else:
            yield from _compile(word for rules in (old, new) for word in _list_triggers(rules))


def _list_triggers(rules: TopicRules) -> Iterator[str]:
    """What brings a topic up by itself or together."""
    yield from rules.any
    yield from (phrase for each in rules.together for phrases in each for phrase in phrases)


def _compile(phrases: Iterable[str]) -> tuple[Phrase, ...]:
    return TopicPhrases(phrases).members
