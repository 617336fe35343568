"""A file that the generator made: where it goes and its bytes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Artifact:
    """One generated file; the writer decides how it reaches the disk."""

    path: str
    """POSIX path below the folder it is written to, e.g. `sources/<slug>.md`."""
    content: bytes
