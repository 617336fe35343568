"""Wording that two sources share, as facts without the words: paragraphs, word counts, shares."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from build_tools.model.base import Slug, Written
from build_tools.model.passages import BODY_PATTERN

SharedId = Annotated[
    str,
    StringConstraints(
        pattern=rf"^(?:{BODY_PATTERN}|h[1-9][0-9]{{0,4}}|(?:title|standfirst|caption)(?:[1-9][0-9]{{0,4}})?)$"
    ),
]
"""A passage that was compared: of the body, crosshead (`h1`…), title, standfirst or caption (`caption2`…)."""


class Direction(StrEnum):
    """Who had it first, where the dates can tell."""

    FORWARD = "left first"
    BACKWARD = "right first"
    UNKNOWN = "cannot be told"


class Aligned(Written):
    """A passage of the left source aligned with one of the right."""

    left: SharedId
    right: SharedId
    words: Annotated[int, Field(ge=1, le=10**9)]
    """Words that stand in both, in order."""
    longest: Annotated[int, Field(ge=1, le=10**9)]
    """Words of the longest run that is equal, within the two passages."""
    ratio: Annotated[float, Field(ge=0, le=1)]
    """Twice the shared words over the words of both passages: 1 is identical."""


class Reuse(Written):
    """Two sources that share wording. `left` is the slug that sorts first."""

    left: Slug
    right: Slug
    direction: Direction
    words: Annotated[int, Field(ge=1, le=10**9)]
    """Words in shared runs of three or more, each counted once; the smaller of both sources' counts."""
    left_share: Annotated[float, Field(ge=0, le=1)]
    """Share of the words of the left source's numbered paragraphs that stand in those runs."""
    right_share: Annotated[float, Field(ge=0, le=1)]
    passages: tuple[Aligned, ...]
    """In order of the left source."""
