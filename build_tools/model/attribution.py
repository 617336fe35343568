"""Whom a statement comes from, in two layers: as the source prints it, and as the editor reconstructs it."""

from __future__ import annotations

from enum import StrEnum

from pydantic import model_validator

from build_tools.model.base import PassageId, Text, Written
from build_tools.model.declarations import EntityId, OriginId
from build_tools.model.outside import Evidence


class Ground(StrEnum):
    """On what a link of a chain rests."""

    STATED = "stated attribution"
    """The source itself names it, in the passage that the link gives."""
    ALIGNED = "aligned passage"
    """The passage runs parallel to that of the other report: order, facts, words."""
    DATE = "date order"
    """The other report was out first, and says the same."""
    EDITOR = "editor's decision"
    """None of these decides it; an editor does."""
    OPEN = "not established"
    """Nobody has said yet on what it rests. What a link has that says nothing."""


class PrintedLink(Written):
    """One link of an attribution as the source prints it, rightly or not."""

    who: Text
    """As a reader should see it: `anonymous military official`, `CNN`."""
    passage: PassageId
    """The passage of the source that names it."""
    named: Text | None = None
    """The words by which that passage names it, where they are not those of `who`."""
    entity: EntityId | None = None
    """The entity that this link is, if it has a page."""

    @property
    def printed_name(self) -> str:
        """What must be found in the passage."""
        return self.named or self.who


class Link(Written):
    """One link of a chain of attribution, as reconstructed."""

    who: Text
    """As a reader should see it: `anonymous military official`, `CNN`."""
    origin: OriginId | None = None
    """The report of `origins.yml` that this link published. The first such link of a chain is the claim's
    origin: from there on, others only pass on."""
    entity: EntityId | None = None
    """The entity that this link is, if it has a page."""
    ground: Ground = Ground.OPEN
    """On what the link rests. Left out: `not established`."""
    passage: PassageId | None = None
    """With `stated attribution`: the passage that names this link; `check` looks for the name there."""
    named: Text | None = None
    """The words by which that passage names it, where they are not those of `who`."""
    evidence: tuple[Evidence, ...] = ()
    """What was looked at for a link that the source does not show."""
    after: tuple[OriginId, ...] = ()
    """Origins from which this report may have the statement, where it cannot be told from which."""

    @property
    def is_stated(self) -> bool:
        """Whether the source itself shows this link."""
        return self.ground is Ground.STATED

    @property
    def doubt(self) -> str:
        """`inferred`, `not established` where nothing is said of the ground, or nothing for a stated link."""
        if self.is_stated:
            return ""
        # nobody inferred what nobody has said anything of
        return str(self.ground.value) if self.ground is Ground.OPEN else "inferred"

    @property
    def printed_name(self) -> str:
        """What must be found in the passage."""
        return self.named or self.who

    @model_validator(mode="after")
    def _name_the_passage(self) -> Link:
        if self.is_stated and self.passage is None:
            raise ValueError("a link with stated attribution gives the passage that names it")
        if not self.is_stated and (self.passage or self.named):
            raise ValueError("only a link with stated attribution is named in a passage")
        if self.after and self.origin is None:
            raise ValueError("only a report (a link with an origin) comes after others")
        return self


Chain = tuple[Link, ...]
"""First known speaker → … → the last link before the source's own outlet, which always ends the chain and is
therefore not written. Empty: the source speaks in its own voice and is its own origin."""


def printed_links(chain: Chain) -> tuple[PrintedLink, ...]:
    """The links of a chain that the source shows, which is what it prints unless it is mistaken."""
    return tuple(
        PrintedLink(who=link.who, passage=link.passage, named=link.named, entity=link.entity)
        for link in chain
        if link.is_stated and link.passage
    )
