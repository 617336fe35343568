"""Stand-off annotations, after the W3C Web Annotation model: body, target, motivation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from build_tools.model.slots import fill_slots

MOST_MARKS = 20_000
"""Annotations of one kind that a capture has at most, in reading order; our own words have all of theirs.

Long reports have some hundreds; a capture of nothing but numbers would have half a million, and each costs
time and room on a page on which nobody could read them.
"""


class Motivation(StrEnum):
    """Why an annotation was made."""

    IDENTIFYING = "identifying"
    """An entity is named; the body's value is its id."""
    CLASSIFYING = "classifying"
    """The passage is about a topic; the body's value is its id."""
    FIGURE = "figure"
    """A number with its unit; the body's value is the number, normalised."""
    DATE = "date"
    """A date or time; the body's value is EDTF where it can be told."""
    HEDGE = "hedge"
    """Words that weaken a statement or hand it to someone else."""
    QUOTING = "quoting"
    """The quotation of a claim; the body's value is the claim's id."""


class Layer(StrEnum):
    """Which text of a source an annotation is on."""

    CAPTURE = "capture"
    """The cleaned text of the capture."""
    DIGEST = "digest"
    """Our own words: the passage's claims, joined by single spaces."""


@fill_slots
@dataclass(frozen=True, slots=True)
class Selector:
    """Where in a text: quote and position together, so that each checks the other."""

    layer: Layer
    passage: str
    """Id of the paragraph (capture) or of the claim (digest), e.g. `p3` or `p3c2`."""
    start: int
    """In characters from the beginning of the passage's text."""
    end: int
    exact: str
    """The words themselves: `text[start:end]`."""
    prefix: str
    """Up to 32 characters before."""
    suffix: str
    """Up to 32 characters after."""


@fill_slots
@dataclass(frozen=True, slots=True)
class Annotation:
    """One annotation; a whole passage is the target where start is 0 and end its length."""

    motivation: Motivation
    value: str
    target: Selector
    rule: str
    """What made it: a rule's name, or `editor`."""
