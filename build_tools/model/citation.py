"""A work as it is cited: what every style and every format is written from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from build_tools.model.edtf import Edtf


class Work(StrEnum):
    """What is cited. A report and this archive's record of it are two works by two hands."""

    REPORT = "report"
    """The original, as its outlet published it."""
    RECORD = "record"
    """The archive's description of it."""
    STATEMENT = "statement"
    """One claim of the record."""
    FINDING = "finding"
    """What several claims say, with what stands behind it."""


@dataclass(frozen=True, slots=True)
class Name:
    """An author: a person's name in its two parts, or a name that is not taken apart."""

    family: str
    """The part that lists are ordered by; the whole name where `given` is empty."""
    given: str = ""

    @property
    def whole(self) -> str:
        """As it is read: `Ada Quill`."""
        return f"{self.given} {self.family}" if self.given else self.family

    @property
    def inverted(self) -> str:
        """As it is listed: `Quill, Ada`."""
        return f"{self.family}, {self.given}" if self.given else self.family


@dataclass(frozen=True, slots=True)
class Citation:
    """One work. Strings are plain text; what is not known is empty."""

    key: str
    """Its name in bibliographies: lower-case ASCII letters, digits and hyphens."""
    work: Work
    title: str
    authors: tuple[Name, ...]
    container: str
    """The outlet of a report; the archive's name for all else."""
    issued: Edtf | None
    """When it was published; for the archive's own works, the day that they came in or last changed."""
    url: str
    """Full address; empty for the archive's own works where the archive's address is not known."""
    path: str = ""
    """Where it stands in the archive: `sources/<slug>/#p3c2`."""
    language: str = ""
    genre: str = ""
    """What kind of thing it is, where the title does not tell: `Record of a report in …`."""
    locator: str = ""
    """The passage meant, in words: `para. 3`."""
    abstract: str = ""
    """In the archive's own words."""
    keywords: tuple[str, ...] = ()
    held: str = ""
    """For a report: the archive that describes it."""

    @property
    def where(self) -> str:
        """The full address, or the path where the archive's address is not known."""
        return self.url or self.path
