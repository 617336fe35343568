"""A record: what the archive says of one source, in its own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, model_validator

from build_tools.model.attribution import Chain, PrintedLink, printed_links
from build_tools.model.base import (
    MOST_PARAGRAPHS,
    ClaimId,
    Flag,
    Number,
    PassageId,
    Slug,
    Text,
    Url,
    Whole,
    Written,
)
from build_tools.model.capture_refs import CaptureRef, EarlierCapture
from build_tools.model.checking import CheckState, RecordCheck, digest_checked
from build_tools.model.dated import Day, check_changed_after_added
from build_tools.model.declarations import EntityId, FindingId, OriginId, OutletId, PlaceId, TopicId, Unique
from build_tools.model.edtf import Edtf
from build_tools.model.errata import Erratum
from build_tools.model.outside import Evidence, Extent
from build_tools.model.overruling import Overruling
from build_tools.model.passages import PassageUnit, order_passage, parse_body_passage


class Basis(StrEnum):
    """How a date is known."""

    STATED = "stated"
    TAG = "tag"
    ADDRESS = "address"
    INFERRED = "inferred"


class Published(Written):
    """When a report was published, and how that is known."""

    date: Edtf
    """EDTF; with the local time of day where the source gives it."""
    basis: Basis
    """`stated` in the text, from a `tag` of the page, read from the `address`, or `inferred`."""
    note: Text | None = None
    """What a reader should know before relying on it."""


class Publish(StrEnum):
    """How much of a source's text the public edition may show."""

    DIGEST = "digest"
    EXCERPT = "excerpt"
    FULL = "full"


class Rights(Written):
    """Who owns the text, and what we may therefore show."""

    publish: Publish = Publish.DIGEST
    """`full` and `excerpt` need an open licence or a permission on file, told in `note`."""
    holder: Text
    """The rights holder as far as known."""
    statement: Annotated[
        str,
        Field(
            pattern=r"^https?://(rightsstatements\.org/vocab|creativecommons\.org/(licenses|publicdomain))/[^\s<>\"]+$"
        ),
    ]
    """URI of a rights statement (rightsstatements.org) or a Creative Commons licence."""
    passages: tuple[PassageId, ...] = ()
    """With `excerpt`: the passages whose text the public edition may show; the others stay a digest."""
    note: Text | None = None
    """Notices seen on the page, photo credits, permissions."""


class How(StrEnum):
    """What a source does with an origin."""

    CITES = "cites"
    RETELLS = "retells"
    REPUBLISHES = "republishes"
    TRANSLATES = "translates"


class ChangeKind(StrEnum):
    """What happened to a statement on its way from the origin to the source."""

    DROPPED_HEDGE = "dropped hedge"
    HARDENED = "hardened"
    LOST_DENIAL = "lost denial"
    LOST_DETAIL = "lost detail"
    LOST_ATTRIBUTION = "lost attribution"
    WRONG_ATTRIBUTION = "wrong attribution"
    REWORDED_QUOTATION = "reworded quotation"
    WRONG_FACT = "wrong fact"
    ADDED = "added"


class Change(Written):
    """One thing that the source changed against its origin."""

    passage: PassageId
    """Where in this source it stands."""
    kind: ChangeKind
    """What sort of change it is."""
    text: Text
    """What was changed, in our own words."""
    by: OriginId | None = None
    """The origin that made the change on the way; left out where the source itself did."""
    seen: Extent | None = None
    """How much was seen of the text that the change is laid at, where it is not the source's own."""
    evidence: tuple[Evidence, ...] = ()
    """Where that can be checked."""


class Retelling(Written):
    """That this source retells an origin, how, and what it changed."""

    origin: OriginId
    """An entry of `origins.yml`."""
    how: How
    """Whether it names the origin for single statements, tells it in its own words, prints it, or
    translates it."""
    credited: Flag = True
    """Whether the source names the origin."""
    inferred: Flag = False
    """Whether the relation is our inference rather than stated."""
    note: Text | None = None
    """What else a reader should know of it; shown beside it."""
    changes: tuple[Change, ...] = ()
    """What it changed against the origin."""


FigureBasis = Literal["as_of", "unit", "place", "scope"]
"""What of a figure a passage may leave to be inferred."""


class Figure(Written):
    """A number that a claim states: exactly one of `value`, `range` and `vague`."""

    value: Number | None = None
    """A single number."""
    range: tuple[Number, Number] | None = None
    """Lowest and highest, both inclusive."""
    vague: Text | None = None
    """A number in words that gives no number: `hundreds`."""
    unit: Text
    """What is counted: `people`, `troops`, `US dollars per month`."""
    qualifier: Text | None = None
    """`around`, `at least`, `up to` …, as the source has it."""
    as_of: Edtf | None = None
    """The day or time that the number is about, not the day of publication."""
    place: PlaceId | None = None
    """The entity of kind place that it is about."""
    scope: Text | None = None
    """What is counted in and what not, where sources differ."""
    inferred: dict[FigureBasis, Text] = Field(default_factory=dict)
    """Which of these the passage does not state, and from what each is inferred."""

    @model_validator(mode="after")
    def _infer_what_is_there(self) -> Figure:
        if absent := [name for name in self.inferred if getattr(self, name) is None]:
            raise ValueError(f"`inferred` names what the figure does not have: {', '.join(absent)}")
        return self

    @model_validator(mode="after")
    def _one_number(self) -> Figure:
        given = [x for x in (self.value, self.range, self.vague) if x is not None]
        if len(given) != 1:
            raise ValueError("a figure has exactly one of value, range and vague")
        if self.range and self.range[0] > self.range[1]:
            raise ValueError("the range ends below its beginning")
        return self


class ClaimKind(StrEnum):
    """What a claim is about."""

    EVENT = "event"
    FIGURE = "figure"
    POLICY = "policy"
    LEGAL = "legal"
    QUOTE = "quote"
    """Words that somebody said, given as a quotation."""
    ALLEGATION = "allegation"
    """An accusation, and nothing else."""
    DENIAL = "denial"
    ASSESSMENT = "assessment"
    """A judgement of how things stand."""
    FORECAST = "forecast"
    BACKGROUND = "background"
    """What is told to explain, and not as news."""


class Claim(Written):
    """One proposition that a source makes, with one hedge and one chain.

    The claims of a passage, read in order, are its digest.
    """

    id: ClaimId
    """Passage and number: `p3c2`."""
    text: Text
    """One sentence in the archive's own words, true to the passage."""
    kind: ClaimKind
    """What sort of statement it is."""
    topics: tuple[TopicId, ...] = ()
    """Topics of `vocabulary/topics.yml`, narrowest that fit."""
    said_by: Text
    """Who makes the statement according to the source."""
    printed: tuple[PrintedLink, ...] | None = None
    """The attribution as printed, where the source is mistaken in it or the reconstruction differs from it.
    Left out: the links of the chain with `stated attribution`."""
    chain: Slug | Chain = ()
    """The attribution as reconstructed: the name of a chain of `chains`, or a chain."""
    figures: tuple[Figure, ...] = ()
    """The numbers that it states, each with what it counts."""
    when: Edtf | None = None
    """When the event took place that the statement tells of, if the statement itself dates it. The date of a
    number stands in its `as_of`."""
    when_basis: Text | None = None
    """From what `when` is inferred; left out where the passage states it."""
    mentions: tuple[EntityId, ...] = ()
    """Entities of `vocabulary/entities.yml` that the statement is about."""
    wording: Text
    """The hedge that the statement was printed with, or `stated flatly`."""
    quotation: Text | None = None
    """At most eight words as printed, found word for word in the passage."""
    note: Text | None = None
    """The editor's remark on this one statement."""
    decide: Text | None = None
    """What is still to be decided of it since the page was captured again: a fault until the line is out."""

    @property
    def passage(self) -> str:
        """The passage that it stands in: `p3` of `p3c2`."""
        return self.id.rpartition("c")[0]


class NoteKind(StrEnum):
    """Why the editor speaks."""

    CONTEXT = "context"
    CAUTION = "caution"
    CORRECTION = "correction"


class Note(Written):
    """An editor's note, anchored to a passage."""

    passage: PassageId
    """The paragraph beside which it stands."""
    kind: NoteKind
    """`correction`: the source is wrong; `caution`: it may mislead; `context`: what it does not say."""
    text: Text
    """In our own words, with the reason."""
    claims: tuple[ClaimId, ...] = ()
    """The statements of the passage that it concerns. Those of a correction count as corrected."""
    findings: tuple[FindingId, ...] = ()
    """With `correction`: the findings whose statement it touches. No other finding counts as corrected."""
    evidence: tuple[Evidence, ...] = ()
    """What the reason rests on. Left out: it is the editor's own reading of the source."""

    @model_validator(mode="after")
    def _mark_by_correction_only(self) -> Note:
        if self.findings and self.kind is not NoteKind.CORRECTION:
            raise ValueError("only a correction marks findings")
        return self


class Record(Written):
    """One source, described. Written by hand in `seeds/<name>.yml`."""

    slug: Annotated[Slug, Unique("R110", "slug")]
    """The page's address: `sources/<slug>/`."""
    draft: Flag = False
    """Whether it is still being written: then no build has it, and only you see it, marked (`archive serve`,
    the reading edition). Take the line out when you have read the record through."""
    title: Text
    """As printed; a long one may be shortened, with […] where words are left out."""
    outlet: OutletId
    """The entity (a news outlet) that published it."""
    authors: tuple[Text, ...] = ()
    """As printed; empty where no byline was seen."""
    published: Published
    """When it appeared, and where that is known from."""
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")]
    """BCP 47 tag of the text."""
    url: Annotated[Url, Unique("R112", "address")]
    """The original's address."""
    archived_url: Url | None = None
    """A public web archive's copy; left out where none is known, which the page then says."""
    mirrors: tuple[Url, ...] = ()
    """Other places where the same text stands."""
    rights: Rights
    """Whose text it is, and how much of it may be shown."""
    capture: CaptureRef | None = None
    """Left out where none is known; the record is whole without it."""
    earlier: tuple[EarlierCapture, ...] = ()
    """Captures of what stood at the address before, the oldest first (`archive recapture` writes them)."""
    cleaning: Overruling | None = None
    """Lines of the capture of which cleaning is overruled, each with the reason."""
    paragraphs: Annotated[Whole, Field(ge=1, le=MOST_PARAGRAPHS)]
    """How many numbered passages the article's body has."""
    passages: PassageUnit = PassageUnit.PARAGRAPHS
    """What they are: paragraphs (`p1`…), or, as the capture's form has them, paragraphs within `pages`
    (`pg4p2`), `times` of a recording (`t00-12-31`), `messages` (`m5477`)."""
    retells: tuple[Retelling, ...] = ()
    """The reports that it passes on."""
    chains: dict[Slug, Chain] = Field(default_factory=dict)
    """Chains that several claims share, by name."""
    claims: tuple[Claim, ...] = ()
    """In reading order."""
    notes: tuple[Note, ...] = ()
    """Editor's notes: context, cautions, corrections."""
    summary: Text
    """Two or three sentences: what kind of report this is and what it adds. Shown at the top of its page."""
    added: Day | None = None
    """The day that the record came into the archive; feeds and *What's new* order by it."""
    changed: Day | None = None
    """The day that it last changed in a way that readers should know of; feeds tell of it once more."""
    change: Text | None = None
    """What changed on that day, in one sentence; left out where an erratum of that day tells it."""
    errata: tuple[Erratum, ...] = ()
    """What the archive itself had wrong here and put right, in the order of days."""
    recorded_by: tuple[Text, ...] = ()
    """Who wrote the record: names, or the roles in which they acted."""
    checked: tuple[RecordCheck, ...] = ()
    """Who has held it against its source, in the order of days. `archive countersign` writes it: it knows the
    digest."""

    _in_order = model_validator(mode="after")(check_changed_after_added)

    @cached_property
    def standing_checks(self) -> tuple[RecordCheck, ...]:
        """The checks of the record as it is now; those of what it was before are not among them."""
        now = digest_checked(self) if self.checked else ""
        return tuple(check for check in self.checked if check.digest == now)

    @property
    def check_state(self) -> CheckState:
        """Whether anybody stands for it as it is now."""
        if self.standing_checks:
            return CheckState.STANDING
        return CheckState.CHANGED if self.checked else CheckState.NONE

    @cached_property
    def claim_places(self) -> Mapping[ClaimId, tuple[PassageId, int]]:
        """By claim: its passage, and the number that its id has there; 0 where it is the only one."""
        passages = {claim.id: claim.passage for claim in self.claims}
        total = Counter(passages.values())
        # the number of its id, which is published and cited: claims need not stand in its order
        return {
            claim: (passage, int(claim.rpartition("c")[2]) if total[passage] > 1 else 0)
            for claim, passage in passages.items()
        }

    @cached_property
    def used_topics(self) -> frozenset[TopicId]:
        """The topics of its claims."""
        return frozenset(topic for claim in self.claims for topic in claim.topics)

    @cached_property
    def body_passages(self) -> tuple[PassageId, ...]:
        """The numbered passages as far as the record tells them: all paragraphs, of other units the used."""
        if self.passages is PassageUnit.PARAGRAPHS:
            return tuple(f"p{n}" for n in range(1, self.paragraphs + 1))
        used = self.used_passages | {change.passage for retold in self.retells for change in retold.changes}
        return tuple(sorted(filter(parse_body_passage, used), key=order_passage))

    @property
    def used_passages(self) -> frozenset[PassageId]:
        """Those of which a statement or a note says something."""
        return frozenset(c.passage for c in self.claims) | {n.passage for n in self.notes}

    def chain_of(self, claim: Claim) -> Chain:
        """The claim's chain, whether written in place or by name; raises KeyError for an unknown name."""
        return self.chains[claim.chain] if isinstance(claim.chain, str) else claim.chain

    def printed_of(self, claim: Claim) -> tuple[PrintedLink, ...]:
        """Whom the source itself says that it has the claim from; raises KeyError as `chain_of` does."""
        return printed_links(self.chain_of(claim)) if claim.printed is None else claim.printed
