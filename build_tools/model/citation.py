"""A work as it is cited: what every style and every format is written from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from build_tools.model.edtf import Edtf
from build_tools.model.slots import fill_slots


class Work(StrEnum):
    """What is cited. A report and this archive's record of it are two works by two hands."""

    REPORT = "report"
    """The original, as its outlet published it."""
    PASSAGE = "passage"
    """One passage of the original, for what it states."""
    RECORD = "record"
    """The archive's description of it."""
    STATEMENT = "statement"
    """One claim of the record, in the archive's words."""
    FINDING = "finding"
    """What several claims say, with what stands behind it."""
    ARCHIVE = "archive"
    """The archive as a whole."""

    @property
    def original(self) -> bool:
        """Whether it is an outlet's work and not the archive's."""
        return self in (Work.REPORT, Work.PASSAGE)


@dataclass(frozen=True, slots=True)
class Name:
    """An author: a person's name in its parts, or a name that is not taken apart."""

    family: str
    """The part that lists are ordered by; the whole name where `given` is empty."""
    given: str = ""
    suffix: str = ""
    """`Jr.`, `III`."""

    @property
    def whole(self) -> str:
        """As it is read: `Ada Quill`."""
        return " ".join(filter(None, (self.given, self.family, self.suffix)))

    @property
    def inverted(self) -> str:
        """As it is listed: `Quill, Ada`; `Quill, Ada, Jr.`."""
        return ", ".join(filter(None, (self.family, self.given, self.suffix)))


@fill_slots
@dataclass(frozen=True, slots=True)
class Citation:
    """One work. Strings are plain text; what is not known is empty."""

    key: str
    """Its name in bibliographies: lower-case ASCII letters, digits, hyphens, at most one colon."""
    work: Work
    title: str
    """As printed; of a record, `Record of “…” (Outlet)`."""
    authors: tuple[Name, ...]
    container: str
    """The outlet of a report; the archive's name for all else but the archive itself."""
    issued: Edtf | None
    """When it was published; for the archive's own works, the day that they came in or last changed."""
    url: str
    """Full address; empty for the archive's own works where the archive's address is not known."""
    path: str = ""
    """Where it stands in the archive: `sources/<slug>/#p3c2`; a full address where that is known."""
    language: str = ""
    language_within: str = ""
    """Of a title that stands in a record's title."""
    outlet: str = ""
    """The outlet that a record's title names, which italics set apart."""
    genre: str = ""
    """What kind of thing it is, where the title does not tell: `Finding`. All styles print it."""
    locator: str = ""
    """The passage meant, in words: `para. 3`."""
    whole: Citation | None = None
    """Of a passage: the report that it stands in, which lists name in its stead."""
    abstract: str = ""
    """In the archive's own words."""
    keywords: tuple[str, ...] = ()
    held: str = ""
    """For a report: the archive that describes it."""
    note: str = ""
    """For programs alone: what no style prints."""
