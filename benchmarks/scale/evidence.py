"""A story and its sources → origins, findings, disagreements, wanted: what stands behind claims."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Final

from benchmarks.scale.records import Source, invent_day, invent_evidence
from benchmarks.scale.stories import Story
from benchmarks.scale.vocabulary import World
from benchmarks.scale.words import Lexicon, happens, invent_sentence, invent_text
from benchmarks.scale.writing import Plain

_COMPARED: Final = ((1, 2), (2, 5), (3, 4), (4, 3), (5, 1), (6, 1), (7, 1), (8, 1))
"""How many claims a disagreement has, and how many of the real archive's have so many."""
_DIFFERENCES: Final = (
    "really different",
    "different scope",
    "different date",
    "rounding",
    "error in retelling",
)


def name_origins(story: Story) -> list[str]:
    """Ids of the origins that a story's sources retell."""
    return [f"origin-{story.number}-{n}" for n in range(1, story.origins + 1)]


def invent_origins(story: Story, world: World) -> list[Plain]:
    """Entries of `origins.yml`; one of twenty is background that nobody traced."""
    dice = world.dice("origins", story.number)
    return [_origin(name, dice, world) for name in name_origins(story)]


def _origin(name: str, dice: random.Random, world: World) -> Plain:
    lexicon = world.lexicon
    publisher = dice.choice(world.cast.of_kind("organisation"))
    address = f"https://{publisher.id}.example/{name}"
    titled: Mapping[str, Plain] = {"title": invent_sentence(lexicon, dice, 8).rstrip(".")}
    return {
        "id": name,
        **(titled if happens(dice, 0.5) else {}),
        "publisher": publisher.name,
        "entity": publisher.id,
        "published": {"date": invent_day(dice), "basis": "inferred"},
        **({"url": address} if happens(dice, 0.2) else {}),
        **({"kind": "background"} if happens(dice, 0.05) else {}),
        **({"copies": [invent_evidence(name, lexicon, dice)]} if happens(dice, 0.6) else {}),
        "description": invent_text(lexicon, dice, 50),
    }


def invent_findings(story: Story, sources: Sequence[Source], world: World) -> list[Plain]:
    """Entries of `findings`: the claims that state one fact; some are denied, some decided."""
    dice = world.dice("findings", story.number)
    told = _claims_by_fact(sources)
    alone = [ref for source in sources for ref, fact in source.refs if fact.finding is None]
    return [_finding(f"{story.number}-{n}", told[n], alone, dice, world.lexicon) for n in sorted(told)]


def _claims_by_fact(sources: Sequence[Source]) -> dict[int, list[str]]:
    told: dict[int, list[str]] = {}
    for source in sources:
        for ref, fact in source.refs:
            if fact.finding is not None:
                told.setdefault(fact.finding, []).append(ref)
    return told


def _finding(name: str, claims: list[str], alone: list[str], dice: random.Random, lexicon: Lexicon) -> Plain:
    speaker = dice.choice(lexicon.names)
    denied = alone and happens(dice, 0.13)
    decision: Plain = {"origins": 1, "reason": invent_sentence(lexicon, dice, 15)}
    return {
        "id": f"finding-{name}",
        "statement": f"{invent_sentence(lexicon, dice, 12).rstrip('.')}, {speaker} reported in 2031.",
        "modality": "reported",
        "said_by": speaker,
        "when": "2031",
        "claims": claims,
        "why": invent_text(lexicon, dice, 22),
        **({"denied_by": [_deny(dice.choice(alone), dice, lexicon)]} if denied else {}),
        **({"decision": decision} if happens(dice, 0.05) else {}),
        "added": "2031-05-02",
    }


def _deny(ref: str, dice: random.Random, lexicon: Lexicon) -> Plain:
    denies = f"that {invent_sentence(lexicon, dice, 7).rstrip('.')}"
    return {"claim": ref, "by": dice.choice(lexicon.names), "when": invent_day(dice), "denies": denies}


def invent_disagreements(story: Story, sources: Sequence[Source], world: World) -> list[Plain]:
    """Entries of `disagreements`: claims of the story; half of them dispute a finding."""
    dice = world.dice("disagreements", story.number)
    told = _claims_by_fact(sources)
    refs = [ref for source in sources for ref, _ in source.refs]
    return [
        _disagreement(f"{story.number}-{n}", told, refs, dice, world.lexicon)
        for n in range(1, story.disagreements + 1)
    ]


def _disagreement(
    name: str, told: Mapping[int, list[str]], refs: list[str], dice: random.Random, lexicon: Lexicon
) -> Plain:
    sizes, weights = zip(*_COMPARED, strict=True)
    number = dice.choice(sorted(told))
    claims = dict.fromkeys([dice.choice(told[number]), *dice.sample(refs, dice.choices(sizes, weights)[0])])
    disputed = {"findings": [_of_story(name, number)]} if happens(dice, 0.5) else {}
    links = [invent_evidence(name, lexicon, dice) for _ in range(dice.choice((0, 1, 2, 4)))]
    return {
        "id": f"disagreement-{name}",
        "title": invent_sentence(lexicon, dice, 9).rstrip("."),
        "differences": [dice.choice(_DIFFERENCES)],
        "claims": list(claims),
        **disputed,
        "note": invent_text(lexicon, dice, 49),
        **({"evidence": links} if links else {}),
        "added": "2031-05-02",
    }


def _of_story(name: str, number: int) -> str:
    return f"finding-{name.partition('-')[0]}-{number}"


def invent_wanted(story: Story, world: World) -> list[Plain]:
    """Entries of `wanted.yml`: one for each source. What is missing grows more slowly than what is there."""
    dice = world.dice("wanted", story.number)
    return [
        {
            "title": invent_sentence(world.lexicon, dice, 9).rstrip("."),
            "publisher": dice.choice(world.cast.outlets).name,
            "published": {"date": invent_day(dice), "basis": "stated"},
            "url": f"https://wanted.example/{story.number}/{n}",
            "topics": [dice.choice(world.cast.topics).id],
            "language": "en",
            "note": invent_sentence(world.lexicon, dice, 16),
        }
        for n in range(len(story.told))
    ]
