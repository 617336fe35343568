"""Passages → their topics: by the topic's own rules in the capture, by the editor in the digest.

A paragraph whose words decide nothing is read as a reader would: by what stands before it. It keeps the
topic of the paragraph before if it has a word that means the topic in that place (`after`), or if it cannot
stand alone (it opens by pointing back, or is a single short sentence).
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.annotate.annotation_input import AnnotationInput
from build_tools.annotate.language_tables import load_language_table
from build_tools.annotate.rules import Rulebook
from build_tools.annotate.target_passages import TargetPassage, annotate_span
from build_tools.model.annotation import Annotation, Layer, Motivation
from build_tools.model.clean import Kind
from build_tools.text.words import split_words

OPENING_WORDS = 6
"""Words within which a pointing word makes a paragraph lean on the one before."""
SHORT = 8
"""Words up to which a paragraph is taken for a link or an aside of the one before."""

PassageTopics = dict[str, str]
"""Topic → name of the rule that gave it."""


def annotate_topics(reading: AnnotationInput) -> Iterator[Annotation]:
    """One annotation of a whole passage for each of its topics, those of the digest first."""
    yield from _by_editor(reading)
    yield from _by_rules(reading)


def _by_rules(reading: AnnotationInput) -> Iterator[Annotation]:
    before: PassageTopics = {}
    for passage in reading.passages:
        if passage.layer is not Layer.CAPTURE or passage.kind is Kind.TITLE:
            continue
        body = passage.kind is Kind.BODY
        topics = classify_passage(passage, reading.vocabulary.rules, before if body else {})
        # a heading or a caption between two paragraphs does not part them
        before = topics if body else before
        for topic, rule in topics.items():
            yield annotate_span(passage, passage.whole, Motivation.CLASSIFYING, topic, rule)


def _by_editor(reading: AnnotationInput) -> Iterator[Annotation]:
    digest = {p.id: p for p in reading.passages if p.layer is Layer.DIGEST}
    for claim in reading.record.claims:
        passage = digest[claim.id]
        for topic in claim.topics:
            yield annotate_span(passage, passage.whole, Motivation.CLASSIFYING, topic, "editor")


def classify_passage(passage: TargetPassage, rulebook: Rulebook, before: PassageTopics) -> PassageTopics:
    """Topics of a passage, given those of the body paragraph before it (none for the first)."""
    said = rulebook.search_paragraph(passage.folded)
    if not before and said.possible is not None and not said.possible:
        return {}
    fired = [r for r in rulebook.list_concerned(said) if r.is_met_by(said)]
    topics = {r.topic: "phrases" for r in fired}
    if any(r.carries for r in fired):
        return topics
    inherited = [r for r in rulebook.rules if r.carries and r.topic in before] if before else []
    topics |= {r.topic: "phrases after" for r in inherited if r.is_continued_by(said)}
    if inherited and is_dependent(passage):
        topics |= {r.topic: "carried" for r in inherited if r.topic not in topics}
    return topics


def is_dependent(passage: TargetPassage) -> bool:
    """Whether a paragraph cannot stand alone: it is short, or opens with a word that points back."""
    spoken = [word.casefold() for word in split_words(passage.folded)]
    return len(spoken) <= SHORT or not load_language_table(passage.language).pointing.isdisjoint(
        spoken[:OPENING_WORDS]
    )
