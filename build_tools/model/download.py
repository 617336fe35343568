"""A download as readers are told of it, because pages offer what exports write and do not import them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Download:
    """One file of the whole archive for other programs."""

    name: str
    """What `archive export` calls it."""
    file: str
    """Its name below `downloads/`."""
    media_type: str
    label: str
    """What it is, for readers."""
    purpose: str
    """A sentence: what it is for."""
    captured: bool = False
    """Whether captured text is in it, as far as the edition may show it; the others hold own words alone."""

    @property
    def path(self) -> str:
        """Where it lies below the site."""
        return f"downloads/{self.file}"


@dataclass(frozen=True, slots=True)
class DownloadFact:
    """A download as it was written: what a reader needs to tell whether it came whole."""

    download: Download
    bytes: int
    sha256: str
    """In hexadecimal digits."""
