"""Passages → their topics: by the topic's own rules in the capture, by the editor in the digest.

A paragraph whose words decide nothing is read as a reader would: by what stands before it. It keeps the
topic of the paragraph before if it has a word that means the topic in that place (`after`), or if it cannot
stand alone (it opens by pointing back, or is a single short sentence).
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.annotate.passages import Passage, mark
from build_tools.annotate.reading import Reading
from build_tools.annotate.rules import Rulebook
from build_tools.annotate.words import load_words
from build_tools.model.annotation import Annotation, Layer, Motivation
from build_tools.model.clean import Kind
from build_tools.text.words import words

OPENING = 6
"""Words within which a pointing word makes a paragraph lean on the one before."""
SHORT = 8
"""Words up to which a paragraph is taken for a link or an aside of the one before."""

Found = dict[str, str]
"""Topic → name of the rule that gave it."""


def topics(reading: Reading) -> Iterator[Annotation]:
    """One annotation of a whole passage for each of its topics."""
    yield from _by_rules(reading)
    yield from _by_editor(reading)


def _by_rules(reading: Reading) -> Iterator[Annotation]:
    before: Found = {}
    for passage in reading.passages:
        if passage.layer is not Layer.CAPTURE or passage.kind is Kind.TITLE:
            continue
        body = passage.kind is Kind.BODY
        found = classify(passage, reading.vocabulary.rules, before if body else {})
        before = found if body else before
        for topic, rule in found.items():
            yield mark(passage, (0, len(passage.text)), Motivation.CLASSIFYING, topic, rule)


def _by_editor(reading: Reading) -> Iterator[Annotation]:
    digest = {p.id: p for p in reading.passages if p.layer is Layer.DIGEST}
    for claim in reading.record.claims:
        passage = digest[claim.id]
        for topic in claim.topics:
            yield mark(passage, (0, len(passage.text)), Motivation.CLASSIFYING, topic, "editor")


def classify(passage: Passage, rulebook: Rulebook, before: Found) -> Found:
    """Topics of a passage, given those of the body paragraph before it (none for the first)."""
    said = rulebook.read(passage.folded)
    fired = [r for r in rulebook.concerned(said) if r.fire(said)]
    found = {r.topic: "phrases" for r in fired}
    if any(r.carries for r in fired):
        return found
    inherited = [r for r in rulebook.rules if r.carries and r.topic in before] if before else []
    found |= {r.topic: "phrases after" for r in inherited if r.follow(said)}
    if inherited and leans(passage):
        found |= {r.topic: "carried" for r in inherited if r.topic not in found}
    return found


def leans(passage: Passage) -> bool:
    """Whether a paragraph cannot stand alone: it is short, or opens with a word that points back."""
    spoken = [word.casefold() for word in words(passage.folded)]
    return len(spoken) <= SHORT or not load_words(passage.language).pointing.isdisjoint(spoken[:OPENING])
