"""What stands behind and between claims: origins, findings, disagreements."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from build_tools.model.base import ClaimRef, Text, Url, Whole, Written
from build_tools.model.capture_refs import EarlierCapture
from build_tools.model.dated import Day, check_changed_after_added
from build_tools.model.declarations import EntityId, FindingId, OwnId, TopicId
from build_tools.model.edtf import Edtf
from build_tools.model.errata import Erratum
from build_tools.model.outside import Evidence, Extent
from build_tools.model.record import Published


class OriginKind(StrEnum):
    """What an origin is."""

    REPORT = "report"
    STATEMENT = "statement"
    """Something said or published by one who is no news outlet: a ministry's update, a speech."""
    BACKGROUND = "background"
    """What an agency adds to its reports to explain them, from where it was not traced. Never counted as
    independent: nobody can tell whom it goes back to."""


class Origin(Written):
    """A report that sources retell, and that the archive does not hold."""

    id: OwnId
    """Its name in other files, and its address: `origins/<id>/`."""
    kind: OriginKind = OriginKind.REPORT
    """Whether it found out for itself (`report`), was said in public (`statement`), or goes back to
    nobody knows whom (`background`)."""
    title: Text | None = None
    """As printed; left out where unknown."""
    publisher: Text
    """Who published it."""
    entity: EntityId | None = None
    """The publisher's page, if it has one."""
    published: Published | None = None
    """When it appeared; left out where nobody knows."""
    url: Url | None = None
    """Its address, where it has one."""
    archived_url: Url | None = None
    """A public web archive's copy, where one is known."""
    extent: Extent | None = None
    """How much of its text was seen, at `url` or in the copies; left out: not said."""
    seen: Edtf | None = None
    """When it was looked at."""
    copies: tuple[Evidence, ...] = ()
    """Where its text, or a part of it, can be read if not at `url`."""
    description: Text
    """What is known of it, and how well."""


class Decision(Written):
    """An editor's overruling of a computed count, shown as such."""

    origins: Annotated[Whole, Field(ge=0, le=10_000)]
    """How many there are, by the editor."""
    reason: Text
    """Why the count by rule is not right; shown beside both."""


class Modality(StrEnum):
    """How far a finding's statement goes: what a reader may say that was done with it."""

    REPORTED = "reported"
    ESTIMATED = "estimated"
    ALLEGED = "alleged"
    PLANNED = "planned"
    ANNOUNCED = "announced"
    ESTABLISHED = "established"
    """Nobody disputes it, and it can be checked without these sources."""


class Denial(Written):
    """That somebody denies what a finding says, or a part of it."""

    claim: ClaimRef
    """The claim that tells of the denial."""
    by: Text
    """Who denies."""
    when: Edtf | None = None
    """When; left out where it is not known."""
    denies: Text
    """What of it is denied, as a clause: `that there are losses on such a scale`."""


class Since(Written):
    """What became known of a finding after its reports."""

    when: Edtf
    """When it happened or was said."""
    text: Text
    """What, in one or two sentences of our own that can be read alone."""
    evidence: tuple[Evidence, ...] = ()
    """What it rests on."""


class Finding(Written):
    """Claims that say the same."""

    id: OwnId
    """The page's address: `findings/<id>/`."""
    statement: Text
    """What they say, in one sentence that is true of all of them, can stand alone, and tells by whom, when
    and how surely it was said."""
    modality: Modality
    """How surely its statement may be said."""
    said_by: Text
    """Who is said to say it. The words stand in the statement."""
    when: Edtf
    """The time that it is about or was said. Its year stands in the statement."""
    claims: Annotated[tuple[ClaimRef, ...], Field(min_length=1)]
    """The statements that say it, of one source or several."""
    why: Text
    """Why the editor thinks that they say the same."""
    denied_by: tuple[Denial, ...] = ()
    """Denials of what the statement says; of other things that its claims say, none."""
    decision: Decision | None = None
    """A count of origins that the editor sets against the one by rule."""
    since: tuple[Since, ...] = ()
    """What came after, in the order of time: the reports of a finding do not know how it went on."""
    added: Day | None = None
    """The day that it came into the archive, which may be long after its sources did."""
    changed: Day | None = None
    """The day that it last changed in a way that readers should know of; a source's change is not its own."""
    change: Text | None = None
    """What changed on that day, in one sentence; left out where an erratum of that day tells it."""
    errata: tuple[Erratum, ...] = ()
    """What the archive itself had wrong here and put right, in the order of days."""
    # only a record has captures; what a model lacks it looks for as long as for a hundred others
    earlier: ClassVar[tuple[EarlierCapture, ...]] = ()

    _in_order = model_validator(mode="after")(check_changed_after_added)

    @model_validator(mode="after")
    def _since_goes_on(self) -> Finding:
        starts = [self.when.earliest, *(later.when.earliest for later in self.since)]
        if starts != sorted(starts):
            raise ValueError("what came since stands in the order of time, and not before the finding")
        return self

    @property
    def denials(self) -> tuple[ClaimRef, ...]:
        """Refs of the claims that tell of denials."""
        return tuple(denial.claim for denial in self.denied_by)


class Withdrawn(Written):
    """A finding that is one no more. Its address goes on to work, and says what became of it."""

    id: OwnId
    """The address that it had: `findings/<id>/`."""
    statement: Text | None = None
    """What it said, where that may be repeated."""
    withdrawn: Day
    """The day on which it was withdrawn."""
    reason: Text
    """Why it was none; shown at its address."""
    see: tuple[ClaimRef, ...] = ()
    """The statements that it was made of."""
    instead: FindingId | None = None
    """The finding that took its place."""


class DisagreementKind(StrEnum):
    """What stands against what. Each kind has a heading of its own."""

    SOURCES = "sources differ"
    MEASURES = "different measures"
    """Two true numbers of two things that look like one."""
    WITHIN = "within one article"
    RETELLING = "change in retelling"


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

    id: OwnId
    """Its name in other files, and its address: `disagreements/<id>/`."""
    kind: DisagreementKind = DisagreementKind.SOURCES
    """Who or what differs."""
    title: Text
    """What it is about, as its page is called."""
    differences: Annotated[tuple[Difference, ...], Field(min_length=1)]
    """Why the numbers differ: one or more of the reasons."""
    claims: tuple[ClaimRef, ...] = ()
    """The statements that stand side by side."""
    findings: tuple[FindingId, ...] = ()
    """Findings whose statement is itself at issue, not only something else that their claims say."""
    note: Text
    """The editor's account: what differs, why, and what a reader can rely on."""
    evidence: tuple[Evidence, ...] = ()
    """What the account rests on beside the claims."""
    added: Day | None = None
    """The day that it came into the archive."""
    changed: Day | None = None
    """The day that it last changed in a way that readers should know of."""
    change: Text | None = None
    """What changed on that day, in one sentence; left out where an erratum of that day tells it."""
    errata: tuple[Erratum, ...] = ()
    """What the archive itself had wrong here and put right, in the order of days."""
    # only a record has captures; what a model lacks it looks for as long as for a hundred others
    earlier: ClassVar[tuple[EarlierCapture, ...]] = ()

    _in_order = model_validator(mode="after")(check_changed_after_added)


class Wanted(Written):
    """A source that the archive knows of and does not describe yet."""

    title: Text
    """What it is called, as far as that is known."""
    publisher: Text
    """Who published it."""
    published: Published | None = None
    """When it appeared; left out where nobody knows."""
    url: Url | None = None
    """Left out where no address is known."""
    wanted_most: Annotated[Whole, Field(ge=1, le=10_000)] | None = None
    """Its place among the works that are wanted most; 1 comes first."""
    topics: tuple[TopicId, ...] = ()
    """What it would add to."""
    language: str
    """BCP 47 tag of its text."""
    note: Text | None = None
    """Why it is wanted, or where it was looked for."""
