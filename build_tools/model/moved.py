"""A published address where a page no longer stands: it leads to another, or tells what became of it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from build_tools.model.base import Text, Written
from build_tools.model.dated import Day
from build_tools.model.declarations import Unique

_ADDRESS = r"^([a-z0-9]+(-+[a-z0-9]+)*/)+$"

PageAddress = Annotated[str, Field(pattern=_ADDRESS, max_length=240)]
"""A folder below the site, `sources/harbour-ferry/`."""


class Moved(Written):
    """An address that goes on to work though its page has gone, to `new` or by `reason`."""

    old: Annotated[PageAddress, Unique("V106", "address")]
    """The address that was published."""
    new: PageAddress | None = None
    """Where its page stands now; left out where it was withdrawn."""
    day: Day
    """The day of the renaming or the withdrawal."""
    title: Text | None = None
    """What stood there, where that may be repeated."""
    reason: Text | None = None
    """Why it was withdrawn."""

    @model_validator(mode="after")
    def _lead_or_tell(self) -> Moved:
        if (self.new is None) == (self.reason is None):
            raise ValueError("an address that moved has `new`, one that was withdrawn `reason`")
        if self.new == self.old:
            raise ValueError("an address cannot lead to itself")
        return self
