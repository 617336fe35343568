"""The archive as one value: everything that pages and exports are made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from build_tools.model.annotation import Annotation
from build_tools.model.attribution import Ground
from build_tools.model.base import ClaimRef
from build_tools.model.clean import CleanText
from build_tools.model.custody import NO_LOG, CustodyLog
from build_tools.model.download import Download
from build_tools.model.earlier_text import EarlierText
from build_tools.model.evidence import Disagreement, Finding, Origin, Wanted, Withdrawn
from build_tools.model.moved import Moved
from build_tools.model.overviews import Overviews
from build_tools.model.passages import EARLIER, PassageUnit
from build_tools.model.protection import ProtectedPerson
from build_tools.model.record import Claim, Record
from build_tools.model.reuse import Reuse
from build_tools.model.site import Site
from build_tools.model.vocabulary import Entity, Topic, WordGroup


class Edition(StrEnum):
    """Who the site is for."""

    PUBLIC = "public"
    """Own words, short quotations, links: safe to host."""
    READING = "reading"
    """With the captured text, for whoever holds the captures. Private."""


@dataclass(frozen=True, slots=True)
class CopiedWords:
    """Words in a row of a capture that a field of its record repeats."""

    loc: tuple[str | int, ...]
    """The field."""
    run: tuple[str, ...]
    """The words, as they are compared."""


@dataclass(frozen=True, slots=True)
class Document:
    """A source as far as it can be told by itself: record, cleaned text, annotations."""

    record: Record
    clean: CleanText | None
    """None where no capture is at hand."""
    ledger: CleanText | None
    """The ledger without text: from the capture where it is at hand, else as committed. Public pages use
    this one only, so that they are the same with and without the captures."""
    annotations: tuple[Annotation, ...]
    """On both layers, in order of passage and position."""
    copied: tuple[CopiedWords, ...] = ()
    """What the record repeats of its capture, against the rule; the stages that follow never see any."""
    earlier: tuple[EarlierText, ...] = ()
    """The captures that were replaced, the oldest first."""
    custody: CustodyLog = NO_LOG
    """What was done with its captures."""
    digest: str = field(default="", compare=False)
    """SHA-256 of all that it was made from; empty where nobody asked for it."""

    @property
    def body_passages(self) -> tuple[str, ...]:
        """The numbered passages in reading order: as the ledger has them, else as the record tells them."""
        if self.record.passages is PassageUnit.PARAGRAPHS or self.ledger is None:
            return self.record.body_passages
        return tuple(passage.id for passage in self.ledger.body)

    @property
    def told_passages(self) -> tuple[str, ...]:
        """In reading order: all of the body, and of those around it the used."""
        used = self.record.used_passages
        before = (name for name in ("standfirst", "caption") if name in used)
        return (*before, *self.body_passages, *(name for name in ("outside", EARLIER) if name in used))


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim with its source: what indexes are made of."""

    record: Record
    claim: Claim

    @property
    def ref(self) -> ClaimRef:
        """`<slug>#<claim id>`."""
        return ClaimRef.of(self.record.slug, self.claim.id)


@dataclass(frozen=True, slots=True)
class Shared:
    """What two sources have in common."""

    slug: str
    """The other source."""
    findings: tuple[str, ...]
    entities: tuple[str, ...]
    """Ids, those with the fewest sources first: a rare name binds more than a common one."""
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """A named speaker with whom most chains of a finding begin."""

    who: str
    """As the chains name the speaker."""
    entity: str
    chains: int
    """How many chains begin with the speaker …"""
    of: int
    """… of how many."""


@dataclass(frozen=True, slots=True)
class CountedReport:
    """One of the reports behind a finding, and what it goes back to."""

    slug: str
    origins: tuple[str, ...]
    """Those of the finding's counted origins that its statements come from; none where that is not traced."""
    is_sure: bool
    """Whether that is so without our inference."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many reports and how many independent origins stand behind a finding."""

    reports: int
    origins: tuple[str, ...]
    """Ids of origins, and slugs of sources that reported for themselves, with inferred links followed."""
    stated_origins: tuple[str, ...]
    """The same with inferred links left out: a chain then begins at the first link that the source shows."""
    lowest: int
    """How many origins there are at least, whichever of the inferred links hold."""
    highest: int
    """How many there may be at most: one inferred link may hold and another not."""
    untraced: tuple[str, ...] = ()
    """Ids of agencies' backgrounds among the origins; none of them is counted."""
    speaker: Speaker | None = None
    traced: tuple[CountedReport, ...] = ()
    """The reports, each with what it goes back to, in the order of their slugs."""

    @property
    def is_sure(self) -> bool:
        """Whether inferred links make no difference."""
        return self.lowest == self.highest


@dataclass(frozen=True, slots=True)
class Trace:
    """Where a claim comes from."""

    origin: str
    """Id of the origin that its chain leads to, or the source's slug where the source reported for itself."""
    stated: str
    """The same with inferred links left out."""
    grounds: tuple[tuple[Ground, tuple[str, ...]], ...]
    """On what it rests, each ground with the links of the chain; empty where the source speaks for itself."""


class Status(StrEnum):
    """What follows from a finding's evidence; the rules stand in `relate/status.py`."""

    # in this order on every page: those that need caution first
    DENIED = "denied"
    DISPUTED = "disputed"
    CORRECTED = "corrected"
    SEVERAL = "several origins"
    SINGLE = "single origin"
    UNTRACED = "origin not traced"


@dataclass(frozen=True, slots=True)
class StatusReason:
    """A status that a finding has, and why."""

    status: Status
    reason: str
    """A sentence: what of the evidence makes it so."""
    whole: bool = True
    """False for a correction that concerns some of the claims only."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Figures for one thing that differ, found by comparison and not yet judged by anyone."""

    claims: tuple[ClaimRef, ...]
    """In the archive's order."""
    unit: str
    finding: str
    """The finding that the claims stand in together."""


@dataclass(frozen=True, slots=True)
class Archive:
    """Everything, related. Order is by date, then slug; ids index the mappings."""

    edition: Edition
    documents: Sequence[Document]
    """A tuple of a few; of a large archive packed, see `model/packed_documents.py`."""
    statements: Mapping[ClaimRef, Statement]
    """Every claim, by ref, in order of date, source and passage."""
    topics: tuple[Topic, ...]
    entities: tuple[Entity, ...]
    origins: tuple[Origin, ...]
    findings: tuple[Finding, ...]
    disagreements: tuple[Disagreement, ...]
    withdrawn: tuple[Withdrawn, ...]
    wanted: tuple[Wanted, ...]
    moved: tuple[Moved, ...]
    by_topic: Mapping[str, tuple[ClaimRef, ...]]
    """Refs of the claims of a topic, narrower topics' claims included."""
    by_entity: Mapping[str, tuple[ClaimRef, ...]]
    """Refs of the claims that mention an entity, by the editor or by a surface form in the digest."""
    by_origin: Mapping[str, tuple[str, ...]]
    """Slugs of the sources that retell an origin."""
    shared: Mapping[str, tuple[Shared, ...]]
    """By slug; the closest first."""
    counts: Mapping[str, Count]
    """By finding."""
    traces: Mapping[ClaimRef, Trace] = field(default_factory=dict)
    """By ref."""
    standings: Mapping[str, tuple[StatusReason, ...]] = field(default_factory=dict)
    """By finding: its statuses, the primary one first."""
    corrected: frozenset[ClaimRef] = frozenset()
    """Refs of the claims that an editor's correction concerns."""
    clashes: tuple[Clash, ...] = ()
    """Differing figures that no disagreement speaks of."""
    reuse: tuple[Reuse, ...] = ()
    """Wording that sources share: computed where captures are at hand, else as committed."""
    overviews: Overviews = field(default_factory=Overviews)
    """What is told of it as a whole, sentence by sentence."""
    thesaurus: tuple[WordGroup, ...] = ()
    """Words that mean the same to a search."""
    site: Site = field(default_factory=Site)
    """What the archive is called, and where it stands."""
    downloads: tuple[Download, ...] = ()
    """What is offered of the whole of it for other programs."""
    doubtful: tuple[str, ...] = ()
    """Slugs of the sources whose captures were decoded by a guess, or not wholly."""
    protected: tuple[ProtectedPerson, ...] = ()
    """Whose names must not appear in what is made of it."""
