"""Prose → its language by the small words that no text does without, because a record asks for one."""

from __future__ import annotations

import re
from collections import Counter

_SMALL = {
    "en": (
        "the of and to in that is was for it with as on be at by this had not are but from or have "
        "an they which"
    ),
    "ru": (
        "и в не на что с по как это он к но из у за от так же для был его было а о ее который бы мы она они"
    ),
    "uk": (
        "і в не на що з як це він до але у за від так для був його було та про її який ми вона вони або щоб є"
    ),
    "de": (
        "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an er aus"
    ),
    "fr": (
        "de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il sont avec"
    ),
    "es": ("de la que el en y los se del las un por con no una su para es al lo como más pero sus le ha"),
    "it": ("di che e la il un a per in una sono mi ho non del si da le con i della come ma gli alla dei nel"),
    "pt": ("de que e o a do da em um para com não uma os no se na por mais as dos como mas foi ao ele das"),
}
_WORDS = {language: frozenset(words.split()) for language, words in _SMALL.items()}
_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 12
"""Small words that a text must have before its language is told."""
_AHEAD = 1.25
"""How far the language must be ahead of the next."""


def tell_language(text: str) -> str | None:
    """Return the primary subtag of the language (`en`, `ru` …), or None if the text does not tell."""
    counts = Counter(word.casefold() for word in _WORD.findall(text[:20_000]))
    found = {language: sum(counts[word] for word in words) for language, words in _WORDS.items()}
    first, second = sorted(found, key=lambda language: -found[language])[:2]
    told = found[first] >= _LEAST and found[first] > _AHEAD * found[second]
    return first if told else None
