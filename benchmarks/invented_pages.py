"""A number of sources → as many pages as search would know of them, in invented words.

The proportions are those of the first archive: a source has 16 places of some 85 words, and eleven shorter
pages come with it. Words are as frequent as their rank tells; some have relatives with other endings.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from build_tools.model.search import SearchEntry, SearchPart

STEMS = 100_000
FLATNESS, STEEPNESS = 6, 1.25
"""Of Zipf's law in Mandelbrot's form: a hundred words are half of the text, as in the first archive."""
RELATED = 4
"""One word in so many has relatives with other endings."""
ENDINGS = ("", "s", "ed", "ing")
PLACES, LENGTH = 16, 85
SHORT_PAGES, SHORT_LENGTH = 11, 22
KINDS = ("Finding", "Person", "Organisation", "Place")
_SYLLABLES = tuple(
    first + second for first in "bcdfghklmnprstvw" for second in ("a", "e", "i", "o", "u", "ar", "en")
)


@cache
def invent_words() -> list[str]:
    """The vocabulary, most frequent first; the same every time."""
    chance = random.Random(7)  # noqa: S311 - nothing secret
    stems: dict[str, None] = {}
    while len(stems) < STEMS:
        # frequent words are short
        length = 2 + (len(stems) > 200) + (len(stems) > 6_000) * chance.randrange(2)  # noqa: PLR2004
        stems["".join(chance.choices(_SYLLABLES, k=length))] = None
    return list(stems)


def invent_entries(sources: int) -> Iterator[SearchEntry]:
    """Yield the pages; the same ones every time."""
    chance = random.Random(8)  # noqa: S311
    words = invent_words()
    weights = list(accumulate((rank + FLATNESS) ** -STEEPNESS for rank in range(len(words))))
    related = {word for rank, word in enumerate(words) if rank % RELATED == 0}

    def say(length: int) -> str:
        said = chance.choices(words, cum_weights=weights, k=length)
        ends = chance.choices(ENDINGS, (6, 2, 1, 1), k=length)
        text = " ".join(word + end * (word in related) for word, end in zip(said, ends, strict=True))
        return f"{text[:1].upper()}{text[1:]}, {chance.randrange(10, 90_000):,}."

    for number in range(sources):
        parts = [SearchPart(f"p{n}", f"¶ {n}", say(LENGTH)) for n in range(1, PLACES + 1)]
        yield SearchEntry(f"sources/report-{number}/", say(8), "Source", len(KINDS), tuple(parts))
        for n in range(SHORT_PAGES):
            rank = max(0, n - SHORT_PAGES + len(KINDS))
            page = f"{KINDS[rank].lower()}s/page-{number}-{n}/"
            text = SearchPart("", "", say(SHORT_LENGTH))
            yield SearchEntry(page, say(9 if rank == 0 else 2), KINDS[rank], rank, (text,))
