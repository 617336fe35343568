"""A topic's written rules → a test of one paragraph, because a keeper changes rules and not code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_tools.annotate.phrases import Phrase, PhraseIndex, TopicPhrases
from build_tools.model.vocabulary import Topic, TopicRules
from build_tools.text.runs import find_runs

_GAP = " | "
"""Stands where struck words stood, so that the words around them do not meet."""


@dataclass(frozen=True, slots=True)
class SearchedParagraph:
    """A paragraph, and what its words let one expect of it."""

    folded: str
    possible: Mapping[TopicPhrases, Sequence[Phrase]] | None
    """Of each list the phrases that it may say; None where all of them have to be looked for."""
    struck: bool = False
    """Whether words were taken out, so that a word among `possible` may be gone."""

    def has_phrase(self, phrases: TopicPhrases) -> bool:
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
    any: TopicPhrases
    together: tuple[tuple[TopicPhrases, ...], ...]
    unless: TopicPhrases
    after: TopicPhrases
    carries: bool

    def is_met_by(self, said: SearchedParagraph) -> bool:
        """Whether a paragraph by itself is about the topic."""
        left = self._strike_out(said)
        return left.has_phrase(self.any) or any(all(map(left.has_phrase, each)) for each in self.together)

    def is_continued_by(self, said: SearchedParagraph) -> bool:
        """Whether a paragraph is about the topic if the one before it was."""
        return self._strike_out(said).has_phrase(self.after)

    def _strike_out(self, said: SearchedParagraph) -> SearchedParagraph:
        """What is left of a paragraph without what is struck out."""
        struck = self.unless.pattern if said.has_phrase(self.unless) else None
        return (
            SearchedParagraph(struck.sub(_GAP, said.folded), said.possible, struck=True) if struck else said
        )

    def list_triggers(self) -> Iterator[TopicPhrases]:
        """All that can bring the topic up by themselves or together."""
        yield self.any
        for each in self.together:
            yield from each


class Rulebook:
    """The rules of all topics."""

    def __init__(self, rules: Iterable[Rules]) -> None:
        self.rules = tuple(rules)
        """Of the topics that have rules, in order of id: the order of the file decides nothing."""
        self._topic = {phrases: at for at, rule in enumerate(self.rules) for phrases in rule.list_triggers()}
        others = (phrases for rule in self.rules for phrases in (rule.unless, rule.after))
        self._list = {phrase: some for some in (*self._topic, *others) for phrase in some.members}
        self._index = PhraseIndex(self._list)

    def search_paragraph(self, folded: str) -> SearchedParagraph:
        """Look which phrases a paragraph may say."""
        runs = find_runs(folded)
        if runs is None:
            return SearchedParagraph(folded, None)
        possible: dict[TopicPhrases, list[Phrase]] = {}
        for phrase in self._index.list_possible(runs):
            possible.setdefault(self._list[phrase], []).append(phrase)
        return SearchedParagraph(folded, possible)

    def list_concerned(self, said: SearchedParagraph) -> Iterable[Rules]:
        """The rules of which a phrase may be said, in their order."""
        if said.possible is None:
            return self.rules
        places = {self._topic[phrases] for phrases in said.possible if phrases in self._topic}
        return [self.rules[at] for at in sorted(places)]


def _compile_lists(lists: Iterable[Iterable[str]]) -> tuple[TopicPhrases, ...]:
    return tuple(phrases for phrases in map(TopicPhrases, lists) if phrases.members)


def compile_rules(topic: Topic) -> Rules:
    """Compile a topic's rules; a topic without rules never fires."""
    rules = topic.rules or TopicRules()
    return Rules(
        topic=topic.id,
        any=TopicPhrases(rules.any),
        together=tuple(lists for each in rules.together if (lists := _compile_lists(each))),
        unless=TopicPhrases(rules.unless),
        after=TopicPhrases(rules.after),
        carries=rules.carries,
    )
