"""Passages → where entities are named, by their surface forms."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.annotate.passages import mark
from build_tools.annotate.reading import Reading
from build_tools.model.annotation import Annotation, Motivation


def entities(reading: Reading) -> Iterator[Annotation]:
    """One annotation for each mention; nested mentions of different entities each have their own."""
    for passage in reading.passages:
        for found in reading.mentions(passage):
            span = (found.start, found.end)
            yield mark(passage, span, Motivation.IDENTIFYING, found.entity, "surface form")
