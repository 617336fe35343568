"""What stands behind and between claims: origins, findings, disagreements."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from build_tools.model.base import ClaimRef, Slug, Text, Url, Whole, Written
from build_tools.model.dated import Day, in_order
from build_tools.model.record import Published


class Origin(Written):
    """A report that sources retell, and that the archive does not hold."""

    id: Slug
    title: Text | None = None
    """As printed; left out where unknown."""
    publisher: Text
    entity: Slug | None = None
    """The publisher's page, if it has one."""
    published: Published | None = None
    url: Url | None = None
    copies: tuple[Url, ...] = ()
    """Where its text, or a part of it, can be read if not at `url`."""
    after: tuple[Slug, ...] = ()
    """Origins that this report itself takes from."""
    description: Text
    """What is known of it, and how well."""


class Decision(Written):
    """An editor's overruling of a computed count, shown as such."""

    origins: Annotated[Whole, Field(ge=0)]
    reason: Text


class Finding(Written):
    """Claims that say the same."""

    id: Slug
    """The page's address: `findings/<id>/`."""
    statement: Text
    """What they say, in one sentence that is true of all of them."""
    claims: Annotated[tuple[ClaimRef, ...], Field(min_length=1)]
    why: Text
    """Why the editor thinks that they say the same."""
    denied_by: tuple[ClaimRef, ...] = ()
    """Claims that deny the statement."""
    decision: Decision | None = None
    added: Day | None = None
    """The day that it came into the archive, which may be long after its sources did."""
    changed: Day | None = None
    """The day that it last changed in a way that readers should know of; a source's change is not its own."""

    _in_order = model_validator(mode="after")(in_order)


class Difference(StrEnum):
    """What kind of difference a disagreement is."""

    REAL = "really different"
    SCOPE = "different scope"
    DATE = "different date"
    ROUNDING = "rounding"
    RETELLING = "error in retelling"
    COMPATIBLE = "compatible"


class Disagreement(Written):
    """Claims that do not agree, kept side by side."""

    id: Slug
    title: Text
    differences: Annotated[tuple[Difference, ...], Field(min_length=1)]
    claims: tuple[ClaimRef, ...] = ()
    findings: tuple[Slug, ...] = ()
    """Findings whose statement is itself at issue, not only something else that their claims say."""
    note: Text
    """The editor's account: what differs, why, and what a reader can rely on."""
    links: tuple[Url, ...] = ()
    added: Day | None = None
    """The day that it came into the archive."""
    changed: Day | None = None
    """The day that it last changed in a way that readers should know of."""

    _in_order = model_validator(mode="after")(in_order)


class Wanted(Written):
    """A source that the archive knows of and does not describe yet."""

    title: Text
    publisher: Text
    published: Published | None = None
    url: Url
    topics: tuple[Slug, ...] = ()
    language: str
    note: Text | None = None
