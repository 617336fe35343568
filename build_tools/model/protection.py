"""Whose names must not appear, and what stands in their place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field, model_validator

from build_tools.model.base import Text, Written
from build_tools.model.dated import Day
from build_tools.model.declarations import EntityId

PRIVATE_LIST = "private-names.yml"
"""The file of these people, where it lies among the records."""


class Protection(Written):
    """The mark of a person whose name must not appear, and why; it is published, the name is not."""

    role: Text
    """What stands in the place of the name: `a ferryman’s mother`. With its article, as within a sentence."""
    reason: Text
    """Why, in words that put nobody in danger: `asked us; her family lives where the war is`."""
    day: Day
    """Of the decision."""


class PrivateName(Written):
    """A person of the private list, `seeds/private-names.yml`, which is never committed."""

    names: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Every name that the person is known by, in full: `Mira Tollen`, a maiden name, a nickname. Cases, other
    alphabets and spellings, initials and the order of the words are found by themselves. A name of one word
    is found wherever that word is, so a surname alone is written only if it is rare."""
    entity: EntityId | None = None
    """The entity of the vocabulary that is the person, if there is one; its mark has role, reason, day."""
    role: Text | None = None
    """As in the vocabulary."""
    reason: Text | None = None
    """As in the vocabulary; for the keeper alone here."""
    day: Day | None = None
    """As in the vocabulary."""

    @model_validator(mode="after")
    def _say_why(self) -> PrivateName:
        if self.entity is None and None in (self.role, self.reason, self.day):
            raise ValueError("without an `entity`, an entry gives `role`, `reason` and `day` itself")
        return self


@dataclass(frozen=True, slots=True)
class ProtectedPerson:
    """A person whose name must not appear."""

    names: tuple[str, ...]
    role: str
