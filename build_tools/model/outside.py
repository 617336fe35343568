"""What the archive does not hold but was looked at: evidence for notes, links of chains, origins, changes.

Shared by records and by the files beside them, because how far a remark can be trusted depends on what was
seen, by whom it can be seen again, and on which day.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from build_tools.model.base import Text, Url, Written
from build_tools.model.edtf import Edtf


class Extent(StrEnum):
    """How much of a text was seen."""

    WHOLE = "whole"
    OPENING = "opening"
    """From its beginning up to some point."""
    EXCERPT = "excerpt"
    """Passages, or what somebody else quotes of it."""
    UNSEEN = "not seen"


class Evidence(Written):
    """One thing outside the archive that a remark rests on. At least one of `url` and `title` is there."""

    url: Url | None = None
    """Its address, where it has one."""
    title: Text | None = None
    """What it is, where it is no web page or where the address does not say it."""
    archived_url: Url | None = None
    """A public web archive's copy, where one is known."""
    seen: Edtf | None = None
    """When it was looked at; left out where nobody wrote it down."""
    extent: Extent
    """How much of it was seen."""
    use: Annotated[Text, Field(max_length=400)]
    """What it is used for here, in our own words."""

    @model_validator(mode="after")
    def _names_something(self) -> Evidence:
        if self.url is None and self.title is None:
            raise ValueError("evidence has a url or a title")
        return self
