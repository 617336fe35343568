"""A topic's written rules → a test of one paragraph, because a keeper changes rules and not code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_tools.annotate.phrases import Index, Phrase, Phrases
from build_tools.model.vocabulary import Topic, TopicRules
from build_tools.text.runs import find_runs

_GAP = " | "
"""Stands where struck words stood, so that the words around them do not meet."""


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph, and what its words let one expect of it."""

    folded: str
    possible: Mapping[Phrases, Sequence[Phrase]] | None
    """Of each list the phrases that it may say; None where all of them have to be looked for."""
    struck: bool = False
    """Whether words were taken out, so that a word among `possible` may be gone."""

    def says(self, phrases: Phrases) -> bool:
        """Whether one of the phrases stands in it."""
        if self.possible is None:
            return phrases.pattern is not None and phrases.pattern.search(self.folded) is not None
        possible = self.possible.get(phrases)
        return possible is not None and any(
            (phrase.alone and not self.struck) or phrase.pattern.search(self.folded) for phrase in possible
        )


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one topic, compiled."""

    topic: str
    any: Phrases
    together: tuple[tuple[Phrases, ...], ...]
    unless: Phrases
    after: Phrases
    carries: bool

    def fire(self, said: Said) -> bool:
        """Whether a paragraph by itself is about the topic."""
        left = self._left(said)
        return left.says(self.any) or any(all(map(left.says, each)) for each in self.together)

    def follow(self, said: Said) -> bool:
        """Whether a paragraph is about the topic if the one before it was."""
        return self._left(said).says(self.after)

    def _left(self, said: Said) -> Said:
        """What is left of a paragraph without what is struck out."""
        struck = self.unless.pattern if said.says(self.unless) else None
        return Said(struck.sub(_GAP, said.folded), said.possible, struck=True) if struck else said

    def lists(self) -> Iterator[Phrases]:
        """All that can bring the topic up by themselves or together."""
        yield self.any
        for each in self.together:
            yield from each


class Rulebook:
    """The rules of all topics."""

    def __init__(self, rules: Iterable[Rules]) -> None:
        self.rules = tuple(rules)
        """Of the topics that have rules, in order of id: the order of the file decides nothing."""
        self._topic = {phrases: at for at, rule in enumerate(self.rules) for phrases in rule.lists()}
        others = (phrases for rule in self.rules for phrases in (rule.unless, rule.after))
        self._list = {phrase: some for some in (*self._topic, *others) for phrase in some.members}
        self._index = Index(self._list)

    def read(self, folded: str) -> Said:
        """Look which phrases a paragraph may say."""
        runs = find_runs(folded)
        if runs is None:
            return Said(folded, None)
        possible: dict[Phrases, list[Phrase]] = {}
        for phrase in self._index.possible(runs):
            possible.setdefault(self._list[phrase], []).append(phrase)
        return Said(folded, possible)

    def concerned(self, said: Said) -> Iterable[Rules]:
        """The rules of which a phrase may be said, in their order."""
        if said.possible is None:
            return self.rules
        places = {self._topic[phrases] for phrases in said.possible if phrases in self._topic}
        return [self.rules[at] for at in sorted(places)]


def _lists(lists: Iterable[Iterable[str]]) -> tuple[Phrases, ...]:
    return tuple(phrases for phrases in map(Phrases, lists) if phrases.members)


def ready(topic: Topic) -> Rules:
    """Compile a topic's rules; a topic without rules never fires."""
    rules = topic.rules or TopicRules()
    return Rules(
        topic=topic.id,
        any=Phrases(rules.any),
        together=tuple(made for each in rules.together if (made := _lists(each))),
        unless=Phrases(rules.unless),
        after=Phrases(rules.after),
        carries=rules.carries,
    )
