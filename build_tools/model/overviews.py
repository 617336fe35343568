"""What an overview says, and on what each sentence rests: a story that can be checked line by line."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import model_validator

from build_tools.model.base import ClaimRef, Text, Written
from build_tools.model.declarations import DisagreementId, FindingId, SourceId, TopicId, Unique


class Support(Written):
    """One thing that a sentence rests on, and its state when somebody last read the sentence beside it."""

    finding: FindingId | None = None
    """A finding that says it."""
    claim: ClaimRef | None = None
    """A statement that stands in no finding."""
    disagreement: DisagreementId | None = None
    """A disagreement that the sentence tells of."""
    source: SourceId | None = None
    """A report as a whole."""
    read: Text | None = None
    """How surely it is said, on how many reports and origins, as it was then: written by
    `archive overview --read`. Where it is another now, `archive check` asks to read the sentence again."""

    @model_validator(mode="after")
    def _name_one(self) -> Self:
        if sum(name is not None for name in (self.finding, self.claim, self.disagreement, self.source)) != 1:
            raise ValueError("one of finding, claim, disagreement and source is named, and no other")
        return self


class OverviewSentence(Written):
    """One sentence, in words that say who told it, when, and how surely."""

    text: Text
    """One sentence, which can be checked by what supports it."""
    rests_on: tuple[Support, ...] = ()
    """What it can be checked against: one thing at least."""


class Overview(Written):
    """What is known of a subject, and how well, in sentences that each can be checked."""

    opening: tuple[OverviewSentence, ...]
    """The two or three sentences that also stand for it on the home page and in the list of topics."""
    story: tuple[OverviewSentence, ...] = ()
    """What was reported, in its order."""
    weight: tuple[OverviewSentence, ...] = ()
    """On how much it rests, and what is disputed."""

    @property
    def paragraphs(self) -> tuple[tuple[OverviewSentence, ...], ...]:
        """Those that have a sentence."""
        return tuple(part for part in (self.opening, self.story, self.weight) if part)


class TopicOverview(Overview):
    """The overview of a topic."""

    topic: Annotated[TopicId, Unique("V106", "overview of")]
    """The topic at whose head it stands."""


class Door(Support):
    """A way into the archive: a question, and the page that answers it."""

    title: Text
    """A question or a few words: `Who says 20,000?`."""
    text: Text
    """One sentence on what is found there, which the page must bear out."""


class Overviews(Written):
    """The whole of `overviews.yml`."""

    archive: Overview | None = None
    """Of everything; it opens the home page."""
    doors: tuple[Door, ...] = ()
    """Where a reader who knows nothing may begin; the home page shows them in this order."""
    topics: tuple[TopicOverview, ...] = ()
    """The overviews of topics."""
