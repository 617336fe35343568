"""What a build is made from: folders, edition, whether drafts are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from build_tools.model.archive import Edition
from build_tools.model.fault import Fault
from build_tools.model.kept_addresses import KeptAddresses
from build_tools.model.site import Site

WarningCallback = Callable[[Iterable[Fault]], None]
"""Called with what is doubtful, and stops nothing."""


@dataclass(frozen=True, slots=True)
class PipelineSettings:
    """What a build is made from."""

    seeds: Path
    """The folder of records."""
    captures: Path | None = None
    """Where captures lie that are not beside their records."""
    edition: Edition = Edition.PUBLIC
    workers: int = 1
    """How many processes may annotate; the result does not depend on it."""
    site: Site = field(default_factory=Site)
    """What the archive is called, and where it will stand."""
    drafts: bool = False
    """Whether drafts are shown though the edition is public: to the person who writes them."""
    kept: KeptAddresses = field(default_factory=KeptAddresses)
    """Addresses that must go on to work."""
    second_reader: bool = False
    """Whether nobody may check a record that they alone wrote."""
    private_names: Path | None = None
    """The list of names that must not appear, if it does not lie with the records."""

    @property
    def with_drafts(self) -> bool:
        """Whether drafts that lack nothing are among the sources."""
        return self.drafts or self.edition is Edition.READING
