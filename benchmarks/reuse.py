"""Invented documents in growing numbers → how long shared wording takes to find, beside what was planted.

`python -m benchmarks.reuse`. The documents have words as rare and as common as those of a language, stock
phrases that many of them use, and passages copied with and without edits. They come from a fixed seed: every
run measures the same ones.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from build_tools.model.edtf import Edtf
from build_tools.relate.wording_reuse import NumberedText, find_reuse_among
from build_tools.text.shingles import Numbering

SIZES = (1_000, 2_500, 5_000, 10_000)
"""How many documents."""
PARAGRAPHS, WORDS = 12, 50
"""Of a document; 600 words are a common length of a report."""
VOCABULARY = 60_000
STOCK = 400
"""Stock phrases of four to eight words, one in every other document; one in a hundred is longer."""
EDITED = 0.2
"""Share of words that are exchanged where a copy is edited."""
COPIES = 8
"""One document in so many takes a passage from an earlier one; every other time it edits it."""

Document = list[list[str]]


@dataclass(frozen=True, slots=True)
class Planted:
    """Documents, and which of them were made to share wording."""

    documents: list[Document]
    verbatim: frozenset[tuple[int, int]]
    """A run of 12 to 40 words, inside a paragraph that is otherwise another."""
    edited: frozenset[tuple[int, int]]
    """A whole paragraph with one word in five exchanged."""


def invent(size: int, seed: int = 1) -> Planted:
    """Make documents with planted copies."""
    chance = random.Random(seed)  # noqa: S311 - the same documents every time, nothing secret
    vocabulary = [_word(n) for n in range(VOCABULARY)]
    weights = list(accumulate(1 / (n + 2.7) for n in range(VOCABULARY)))

    def draw(count: int) -> list[str]:
        return chance.choices(vocabulary, cum_weights=weights, k=count)

    stock = [draw(chance.randint(4, 8)) for _ in range(STOCK)]
    formulas = [draw(12) for _ in range(10)]
    documents: list[Document] = []
    verbatim: set[tuple[int, int]] = set()
    edited: set[tuple[int, int]] = set()
    for number in range(size):
        made = [draw(WORDS) for _ in range(PARAGRAPHS)]
        if number % 2:
            _insert(chance, made, chance.choice(stock))
        if number % 100 == 0:
            _insert(chance, made, chance.choice(formulas))
        if number and number % COPIES == 0:
            earlier = chance.randrange(number)
            taken = chance.choice(documents[earlier])
            if number // COPIES % 2:
                start = chance.randrange(len(taken) - 12)
                _insert(chance, made, taken[start : start + chance.randint(12, 40)])
                verbatim.add((earlier, number))
            else:
                made[-1] = [draw(1)[0] if chance.random() < EDITED else word for word in taken]
                edited.add((earlier, number))
        documents.append(made)
    return Planted(documents, frozenset(verbatim), frozenset(edited))


def _word(number: int) -> str:
    letters = "aeioubdfghklmnprstvz"
    word = ""
    while number or len(word) < 2:  # noqa: PLR2004 - no word of one letter
        number, letter = divmod(number, len(letters))
        word += letters[letter]
    return word


def _insert(chance: random.Random, document: Document, words: list[str]) -> None:
    paragraph = chance.choice(document)
    at = chance.randrange(len(paragraph))
    paragraph[at:at] = words


def texts(documents: list[Document]) -> list[NumberedText]:
    """As the comparison takes them, with the time that numbering the words takes."""
    numbering = Numbering()
    made = []
    for n, document in enumerate(documents):
        starts = [0, *accumulate(map(len, document))]
        words = (word for paragraph in document for word in paragraph)
        made.append(
            NumberedText(
                slug=f"d{n:06}",
                published=Edtf.parse("2031"),
                passages=tuple(f"p{at}" for at in range(1, len(document) + 1)),
                starts=tuple(starts),
                numbers=numbering.number_words(words),
                body=frozenset(range(len(document))),
            )
        )
    return made


def measure() -> Iterator[str]:
    """Yield a line for each size: seconds of the processor, beside the size; recall of what was planted."""
    yield "documents   seconds   times the documents   times the seconds   pairs   verbatim   edited   MB"
    first: tuple[int, float] | None = None
    for size in SIZES:
        planted = invent(size)
        begun = time.process_time()
        found = {(int(r.left[1:]), int(r.right[1:])) for r in find_reuse_among(texts(planted.documents))}
        taken = time.process_time() - begun
        first = first or (size, taken)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        recall = _recall(found, planted.verbatim), _recall(found, planted.edited)
        yield (
            f"{size:9,}   {taken:7.2f}   {size / first[0]:19.1f}   {taken / first[1]:17.1f}   {len(found):5,}"
            f"   {recall[0]:8.3f}   {recall[1]:6.3f}   {memory:,.0f}"
        )


def _recall(found: set[tuple[int, int]], planted: frozenset[tuple[int, int]]) -> float:
    return len(found & planted) / len(planted) if planted else 1.0


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in measure())
