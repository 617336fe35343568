"""Lexicon → topics and entities in the proportions of the real ones; nobody and nothing of it exists."""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import accumulate, count
from typing import Final

from benchmarks.scale.words import (
    Lexicon,
    chance_for,
    happens,
    invent_lexicon,
    invent_sentence,
    invent_text,
)
from benchmarks.scale.writing import Plain

ENTITIES, TOPICS = 300, 50
_KINDS: Final = (("organisation", 144), ("place", 72), ("person", 61), ("event", 23))
"""Of 300; the real archive has 38, 19, 16 and 6 of 79."""
_SECOND: Final = {
    "organisation": ("Courier", "Gazette", "Council", "Wire", "Union", "Office"),
    "event": ("Accord", "Act", "Vote", "Strike"),
}
_BRANCH: Final = 10
"""One topic of so many stands under another."""
_OUTLETS: Final = 30
"""Organisations that publish reports."""
_CYRILLIC: Final = str.maketrans("abdefghiklmnoprstuv", "абдефгхиклмнопрстув")


@dataclass(frozen=True, slots=True)
class Entry:
    """A topic or an entity as the rest of the archive needs it."""

    id: str
    name: str
    kind: str
    """Of an entity, its kind; `topic` of a topic."""


@dataclass(frozen=True, slots=True)
class Cast:
    """All that claims may name, the frequent ones first."""

    entities: tuple[Entry, ...]
    topics: tuple[Entry, ...]

    @property
    def outlets(self) -> tuple[Entry, ...]:
        """Who publishes reports."""
        return self.of_kind("organisation")[:_OUTLETS]

    def of_kind(self, kind: str) -> tuple[Entry, ...]:
        """The entities of one kind."""
        return tuple(entry for entry in self.entities if entry.kind == kind)

    def draw(self, chance: random.Random, how_many: int) -> list[Entry]:
        """Different entities; the first come far more often than the last, as names in the news do."""
        weights = list(accumulate(1 / rank for rank in range(1, len(self.entities) + 1)))
        return list(dict.fromkeys(chance.choices(self.entities, cum_weights=weights, k=how_many)))


@dataclass(frozen=True, slots=True)
class World:
    """What an archive is invented from."""

    seed: int
    lexicon: Lexicon
    cast: Cast

    def dice(self, *what: object) -> random.Random:
        """The dice of one thing."""
        return chance_for(self.seed, *what)


def invent_world(seed: int) -> World:
    """Words, topics and entities; the same ones for the same seed."""
    lexicon = invent_lexicon(seed)
    return World(seed, lexicon, _invent_cast(lexicon, chance_for(seed, "cast")))


def _invent_cast(lexicon: Lexicon, chance: random.Random) -> Cast:
    numbers = count()
    kinds = [kind for kind, share in _KINDS for _ in range(share)]
    chance.shuffle(kinds)
    entities = tuple(_named(lexicon, chance, kind, next(numbers)) for kind in kinds)
    labels = (" ".join(lexicon.words[1000 + 2 * n : 1002 + 2 * n]) for n in range(TOPICS))
    topics = tuple(Entry(label.replace(" ", "-"), label.capitalize(), "topic") for label in labels)
    return Cast(entities, topics)


def _named(lexicon: Lexicon, chance: random.Random, kind: str, number: int) -> Entry:
    """Two names for a person, one for a place; the first word is nobody else's."""
    first, last = lexicon.names[2 * number : 2 * number + 2]
    name = {"place": first, "person": f"{first} {last}"}.get(
        kind
    ) or f"{first} {chance.choice(_SECOND[kind])}"
    return Entry(name.lower().replace(" ", "-"), name, kind)


def describe_entities(world: World) -> list[Plain]:
    """`vocabulary/entities.yml`: 2.4 forms each, a name in other letters for four of ten."""
    return [_entity(entry, world.lexicon, world.dice("entity", entry.id)) for entry in world.cast.entities]


def _entity(entry: Entry, lexicon: Lexicon, chance: random.Random) -> Plain:
    words = entry.name.split()
    forms = [entry.name, f"{words[0]}’s", *({words[-1]} if entry.kind == "person" else ())]
    return {
        "id": entry.id,
        "name": entry.name,
        "kind": entry.kind,
        "type": f"invented {entry.kind}",
        "description": invent_sentence(lexicon, chance, 12),
        "forms": forms,
        **({"native": [_native(entry)]} if happens(chance, 0.4) else {}),
        **({"note": invent_sentence(lexicon, chance, 12)} if happens(chance, 0.14) else {}),
    }


def _native(entry: Entry) -> Plain:
    return {"text": entry.name.lower().translate(_CYRILLIC).title(), "language": "ru"}


def describe_topics(world: World) -> list[Plain]:
    """`vocabulary/topics.yml`: each with about 35 phrases, two neighbours, some under another."""
    return [_topic(n, world, world.dice("topic", n)) for n in range(len(world.cast.topics))]


def _topic(number: int, world: World, chance: random.Random) -> Plain:
    cast, lexicon = world.cast, world.lexicon
    entry = cast.topics[number]
    others = [other.id for other in chance.sample(cast.topics, 3) if other is not entry][:2]
    phrases = [" ".join(chance.sample(lexicon.words, 2)) for _ in range(19)]
    stems = [f"{word}*" for word in chance.sample(lexicon.words, 16)]
    rules: Plain = {"any": [*phrases, *stems[:6]], "together": [[stems[6:11], stems[11:]]]}
    under = number in range(_BRANCH - 1, TOPICS, _BRANCH)
    above: dict[str, Plain] = {"broader": cast.topics[number // _BRANCH].id} if under else {}
    return {
        "id": entry.id,
        "label": entry.name,
        "alternatives": [" ".join(chance.sample(lexicon.words, 2)) for _ in range(2)],
        "scope_note": invent_text(lexicon, chance, 40),
        **above,
        "related": others,
        "rules": rules,
    }
