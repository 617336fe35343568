"""Seed → invented words, names and sentences, because nobody's text may stand here."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_ONSETS: Final = (
    "b",
    "br",
    "d",
    "dr",
    "f",
    "g",
    "gl",
    "h",
    "k",
    "l",
    "m",
    "n",
    "p",
    "pl",
    "r",
    "s",
    "st",
    "t",
    "v",
)
_VOWELS: Final = ("a", "e", "i", "o", "u", "ai", "ea", "ou")
_ENDINGS: Final = ("", "", "l", "n", "r", "s", "rd", "nt", "sk", "m")
_SMALL: Final = tuple(
    "the the the of of and a to in in was that for on by at with from it is had not its as".split()  # noqa: SIM905
)
"""Small words are nearly half of a running text; without them no language would be recognised."""
_WORDS, _NAMES, _FREQUENT = 4000, 3000, 400
"""Words, names, and the words among them that come eight times as often as others."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The invented language of one archive."""

    words: tuple[str, ...]
    """Each once, in lower case."""
    names: tuple[str, ...]
    """Each once, with a capital; none of them is one of `words`."""
    running: tuple[str, ...]
    """Small words and words as often as they come in a text: what sentences are drawn from."""


def chance_for(*what: object) -> random.Random:
    """The dice of one thing: the same for the same seed, whatever was thrown for other things."""
    return random.Random("/".join(map(str, what)))  # noqa: S311 - nothing secret


def invent_lexicon(seed: int) -> Lexicon:
    """The words of an archive; the same ones for the same seed."""
    chance = chance_for(seed, "lexicon")
    made: dict[str, None] = {}
    while len(made) < _WORDS + _NAMES:
        made.setdefault("".join(_syllable(chance) for _ in range(chance.choice((2, 2, 3)))))
    words, names = tuple(made)[:_WORDS], tuple(made)[_WORDS:]
    running = (*words, *words[:_FREQUENT] * 8, *_SMALL * (_WORDS // len(_SMALL)))
    return Lexicon(words, tuple(name.capitalize() for name in names), running)


def happens(dice: random.Random, share: float) -> bool:
    """True as often as the share says."""
    return dice.random() < share


def _syllable(chance: random.Random) -> str:
    return chance.choice(_ONSETS) + chance.choice(_VOWELS) + chance.choice(_ENDINGS)


def invent_sentence(lexicon: Lexicon, chance: random.Random, length: int, names: Sequence[str] = ()) -> str:
    """A sentence of so many words, in which the names stand here and there."""
    drawn = chance.choices(lexicon.running, k=max(3, length))
    for at, name in enumerate(names, 1):
        drawn[at * len(drawn) // (len(names) + 1)] = name
    drawn[0] = drawn[0][0].upper() + drawn[0][1:]
    return f"{' '.join(drawn)}."


def invent_text(lexicon: Lexicon, chance: random.Random, length: int) -> str:
    """Sentences of about eighteen words, so many words in all."""
    count = max(1, round(length / 18))
    return " ".join(invent_sentence(lexicon, chance, length // count) for _ in range(count))
