"""Wording that two sources share, as facts without the words: paragraphs, word counts, shares."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from build_tools.model.base import PassageId, Slug, Written


class Direction(StrEnum):
    """Who had it first, where the dates can tell."""

    FORWARD = "left first"
    BACKWARD = "right first"
    UNKNOWN = "cannot be told"


class Aligned(Written):
    """A passage of the left source aligned with one of the right."""

    left: PassageId
    right: PassageId
    words: Annotated[int, Field(ge=1)]
    """Words that stand in both, in order."""
    longest: Annotated[int, Field(ge=1)]
    """Words of the longest run that is equal."""
    ratio: Annotated[float, Field(ge=0, le=1)]
    """Twice the shared words over the words of both passages: 1 is identical."""


class Reuse(Written):
    """Two sources that share wording. `left` is the slug that sorts first."""

    left: Slug
    right: Slug
    direction: Direction
    words: Annotated[int, Field(ge=1)]
    """Shared words in all aligned passages."""
    left_share: Annotated[float, Field(ge=0, le=1)]
    """Share of the left source's body words that stand in shared runs."""
    right_share: Annotated[float, Field(ge=0, le=1)]
    passages: tuple[Aligned, ...]
    """In order of the left source."""
