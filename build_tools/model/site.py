"""What the archive is called and where it stands: all that pages must know of the site that they become."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.model.edtf import Edtf


@dataclass(frozen=True, slots=True)
class Site:
    """The archive as others refer to it."""

    name: str = "Archive"
    """As it calls itself."""
    url: str = ""
    """Its address, ending in a slash; empty where it is not known, as in a clone or on a disk."""
    description: str = ""
    """One sentence."""
    licence: str = ""
    """Address of the licence under which its own words are given; empty where they are not."""

    repository: str = ""
    """Address of the repository that it is kept in; empty where it is not told."""
    guide: str = ""
    """Address of the generator's documentation; empty where it is not told."""
    contact: str = ""
    """A mail address or a page for what should not be public; empty where there is none."""
    period: Edtf | None = None
    """The time that the archive is about, where it says so."""
    searched_together: tuple[tuple[str, str], ...] = ()
    """Names of archives beside it that its search looks into, each with the way there from its own folder."""

    @property
    def issues(self) -> str:
        """Where errors are told in public, beside the repository."""
        return f"{self.repository.rstrip('/')}/issues" if self.repository else ""

    def address(self, path: str) -> str:
        """The full address of a path below the site; the path alone where the site's address is not known."""
        return f"{self.url}{path}"
