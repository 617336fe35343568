"""Seed → stories: which sources tell the same, what they share, and what each tells alone.

A story is what newsrooms take from one another: two to eight reports, the origins that they retell, facts
that several of them state, and points on which they differ. Only vocabulary and outlets join two stories.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from benchmarks.scale.vocabulary import Entry, World
from benchmarks.scale.words import happens

FINDINGS, DISAGREEMENTS, ORIGINS = 4.138, 2.0, 2.0
"""For each source."""
_STORY: Final = (2, 8)
"""Sources of a story, fewest and most."""
_CLAIMS: Final = (8, 22)
"""Claims of a source; fifteen on the whole."""
_TOLD_BY: Final = ((2, 29), (3, 3), (4, 2), (6, 2), (8, 1))
"""How many claims a finding has, and how many of the real archive's findings have so many."""
_UNITS: Final = 40
"""Different things that figures count."""
_MENTIONS: Final = ((0, 5), (1, 43), (2, 33), (3, 14), (4, 5))
"""Names of a claim, in per cent: 1.7 on the whole."""


@dataclass(frozen=True, slots=True)
class Fact:
    """What one claim or several state."""

    finding: int | None
    """Number within the story of the finding that its claims make; None if one source tells it alone."""
    topics: tuple[Entry, ...]
    mentions: tuple[Entry, ...]
    value: int | None
    """The figure in it, if there is one."""
    unit: str
    """What the figure counts."""
    place: Entry | None
    """Where it does."""


@dataclass(frozen=True, slots=True)
class Story:
    """Sources that take from one another."""

    number: int
    first: int
    """Number of its first source in the archive."""
    told: tuple[tuple[Fact, ...], ...]
    """Source by source, what it states, in its own order."""
    findings: int
    disagreements: int
    origins: int
    """How many of each the story has."""


def plan_stories(sources: int, world: World) -> Iterator[Story]:
    """All stories of an archive; the same for the same world."""
    dice = world.dice("stories")
    first = number = 0
    while first < sources:
        size = _size_story(dice, sources - first)
        counts = [_count_between(share, first, size) for share in (FINDINGS, DISAGREEMENTS, ORIGINS)]
        told = _share_out(size, counts[0], _Newsroom.of_story(number, world))
        yield Story(number, first, told, *counts)
        first, number = first + size, number + 1


def _size_story(dice: random.Random, left: int) -> int:
    """No source stays alone at the end, unless the archive has but one."""
    size = dice.randint(*_STORY)
    return left if left <= size or left == size + 1 else size


def _count_between(share: float, first: int, size: int) -> int:
    """How many belong to these sources, so that all stories together have exactly the share."""
    return round(share * (first + size)) - round(share * first)


def _share_out(size: int, findings: int, newsroom: _Newsroom) -> tuple[tuple[Fact, ...], ...]:
    """Facts of the findings first, to those who have most room; then each source's own."""
    dice = newsroom.dice
    room = [dice.randint(*_CLAIMS) for _ in range(size)]
    told: list[list[Fact]] = [[] for _ in room]
    sizes, weights = zip(*_TOLD_BY, strict=True)
    for number in range(findings):
        fact = newsroom.invent_fact(number)
        tellers = sorted(range(size), key=lambda n: (len(told[n]) - room[n], dice.random()))
        for teller in tellers[: dice.choices(sizes, weights)[0]]:
            told[teller].append(fact)
    for facts, most in zip(told, room, strict=True):
        facts.extend(newsroom.invent_fact(None) for _ in range(most - len(facts)))
        dice.shuffle(facts)
    return tuple(map(tuple, told))


@dataclass(frozen=True, slots=True)
class _Newsroom:
    """What a story is about: some names, some topics, things that are counted."""

    dice: random.Random
    names: Sequence[Entry]
    topics: Sequence[Entry]
    places: Sequence[Entry]
    units: Sequence[str]

    @classmethod
    def of_story(cls, number: int, world: World) -> _Newsroom:
        """Names that come often in the archive come in many stories."""
        dice, cast = world.dice("story", number), world.cast
        units = world.lexicon.words[:_UNITS]
        return cls(dice, cast.draw(dice, 60), dice.sample(cast.topics, 6), cast.of_kind("place"), units)

    def invent_fact(self, finding: int | None) -> Fact:
        """One statement's content."""
        dice = self.dice
        sizes, weights = zip(*_MENTIONS, strict=True)
        mentions = dice.sample(self.names, min(len(self.names), dice.choices(sizes, weights)[0]))
        topics = dice.sample(self.topics, dice.choice((1, 1, 1, 2, 2)))
        value = round(10 ** dice.uniform(1, 5)) if happens(dice, 0.36) else None
        place = dice.choice(self.places) if happens(dice, 0.84) else None
        return Fact(finding, tuple(topics), tuple(mentions), value, dice.choice(self.units), place)
