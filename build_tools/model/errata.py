"""A mistake of the archive's own, put right in public: when, what stood, what stands, why, by whom."""

from __future__ import annotations

from pydantic import model_validator

from build_tools.model.base import Text, Written
from build_tools.model.dated import Day


class Erratum(Written):
    """One correction of what the archive itself said."""

    day: Day
    """On which it was put right. (Not `on`: to many programs for YAML that word means “true”.)"""
    stood: Text
    """What the archive said, in our own words; of a source at most eight words, in quotation marks."""
    stands: Text
    """What it says now."""
    why: Text
    """The reason."""
    by: Text
    """Who put it right: a name, or the role in which somebody acts."""

    @model_validator(mode="after")
    def _correct_something(self) -> Erratum:
        if self.stood == self.stands:
            raise ValueError("what stood and what stands are the same")
        return self
