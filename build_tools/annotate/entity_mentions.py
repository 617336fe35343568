"""Passages → where entities are named, by their surface forms."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.annotate.annotation_input import AnnotationInput
from build_tools.annotate.target_passages import annotate_span
from build_tools.model.annotation import Annotation, Motivation


def annotate_entities(reading: AnnotationInput) -> Iterator[Annotation]:
    """One annotation for each mention; nested mentions of different entities each have their own."""
    for passage in reading.passages:
        for mention in reading.find_mentions(passage):
            span = (mention.start, mention.end)
            yield annotate_span(passage, span, Motivation.IDENTIFYING, mention.entity, "surface form")
