"""What reading makes of the seeds: everything typed, each value's place remembered for faults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from build_tools.model.capture import Capture
from build_tools.model.clean import CleanText
from build_tools.model.custody import NO_LOG, CustodyLog
from build_tools.model.evidence import Disagreement, Finding, Origin, Wanted, Withdrawn
from build_tools.model.fault import Fault, Severity
from build_tools.model.moved import Moved
from build_tools.model.overviews import Overviews
from build_tools.model.protection import ProtectedPerson
from build_tools.model.record import Record
from build_tools.model.reuse import Reuse
from build_tools.model.vocabulary import Entity, Topic, WordGroup

Loc = tuple[str | int, ...]
"""The path of keys and positions to a value in a YAML document: `("claims", 3, "figures", 0, "value")`."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where each value of a YAML file stands."""

    path: str
    """As the user would type it."""
    marks: Mapping[Loc, tuple[int, int]] = field(default_factory=dict)
    """1-based line and column of every value."""

    def at(self, loc: Loc) -> tuple[int, int]:
        """Line and column of a value, or of the nearest value around it that was written."""
        while loc and loc not in self.marks:
            loc = loc[:-1]
        return self.marks.get(loc, (1, 1))

    def fault(
        self, loc: Loc, code: str, message: str, remedy: str = "", severity: Severity = Severity.ERROR
    ) -> Fault:
        """A fault at a value."""
        line, column = self.at(loc)
        return Fault(self.path, line, column, code, message, remedy, severity)


@dataclass(frozen=True, slots=True)
class Seed:
    """A record, its places, and its capture where one is at hand."""

    record: Record
    places: Places
    source: str
    """The record as written: the YAML text (part of the cache key, and a download)."""
    capture: Capture | None = None
    ledger: CleanText | None = None
    """The committed ledger `<record>.ledger.json`: the capture's ledger without a word of its text, so that a
    clone without the captures can still show how they were cleaned."""
    earlier: tuple[tuple[Capture | None, CleanText | None], ...] = ()
    """The same of each earlier capture: the capture where it is at hand, and the committed ledger."""
    custody: CustodyLog = NO_LOG
    """What was done with its captures."""


@dataclass(frozen=True, slots=True)
class Material:
    """The whole of a seeds folder. Tuples are in the order of their files."""

    seeds: tuple[Seed, ...]
    """By date of publication, then slug."""
    topics: tuple[Topic, ...] = ()
    entities: tuple[Entity, ...] = ()
    origins: tuple[Origin, ...] = ()
    findings: tuple[Finding, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()
    wanted: tuple[Wanted, ...] = ()
    moved: tuple[Moved, ...] = ()
    overviews: Overviews = field(default_factory=Overviews)
    thesaurus: tuple[WordGroup, ...] = ()
    reuse: tuple[Reuse, ...] = ()
    """The committed `reuse.json`: shared wording without a word of it, for clones without the captures."""
    protected: tuple[ProtectedPerson, ...] = ()
    """Whose names must not appear; what is here has roles in their place already."""
    overview_places: Places = field(default_factory=lambda: Places(""))
    """Of `overviews.yml`."""
    moved_places: Places = field(default_factory=lambda: Places(""))
    """Of `moved.yml`."""
    finding_places: Mapping[str, tuple[Places, Loc]] = field(default_factory=dict)
    """By finding: where its id stands. Findings may be in several files."""
