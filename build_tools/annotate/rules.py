"""A topic's written rules → a test of one paragraph, because a keeper changes rules and not code."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.annotate.phrases import pattern
from build_tools.model.vocabulary import Topic, TopicRules

_GAP = " | "
"""Stands where struck words stood, so that the words around them do not meet."""

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one topic, compiled."""

    topic: str
    any: Pattern | None
    together: tuple[tuple[Pattern, ...], ...]
    unless: Pattern | None
    after: Pattern | None
    carries: bool

    def fire(self, folded: str) -> bool:
        """Whether a paragraph by itself is about the topic."""
        text = self._struck(folded)
        return _occurs(self.any, text) or any(all(p.search(text) for p in each) for each in self.together)

    def follow(self, folded: str) -> bool:
        """Whether a paragraph is about the topic if the one before it was."""
        return _occurs(self.after, self._struck(folded))

    def _struck(self, folded: str) -> str:
        return self.unless.sub(_GAP, folded) if self.unless else folded


def _occurs(phrases: Pattern | None, text: str) -> bool:
    return phrases is not None and phrases.search(text) is not None


def _patterns(lists: Iterable[Iterable[str]]) -> tuple[Pattern, ...]:
    return tuple(p for p in map(pattern, lists) if p is not None)


def ready(topic: Topic) -> Rules:
    """Compile a topic's rules; a topic without rules never fires."""
    rules = topic.rules or TopicRules()
    return Rules(
        topic=topic.id,
        any=pattern(rules.any),
        together=tuple(compiled for each in rules.together if (compiled := _patterns(each))),
        unless=pattern(rules.unless),
        after=pattern(rules.after),
        carries=rules.carries,
    )
