"""A file that the generator made: where it goes and its bytes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Artifact:
    """One generated file; the writer decides how it reaches the disk."""

    path: str
    """POSIX path below the folder it is written to, e.g. `sources/<slug>.md`."""
    content: bytes


@dataclass(frozen=True, slots=True)
class FilePiece:
    """A piece of a file that can be kept while the file around it changes."""

    key: str
    """Unique within the file: what the piece is about."""
    make: Callable[[], bytes]
    """Its bytes, out of rows of the index that are read while it runs, and of nothing else."""


@dataclass(frozen=True, slots=True)
class FilePlan:
    """A file before it is made: pieces, each as new as what it reads, and what stands between them."""

    path: str
    """POSIX path below the site."""
    parts: tuple[FilePiece | bytes, ...]
    """In their order; bytes are made for every build."""
    end: Callable[[Sequence[bytes]], bytes] | None = None
    """What comes last, where it follows from the bytes of all parts and from nothing else."""

    def finish(self, parts: Sequence[bytes]) -> bytes:
        """The whole file, of these parts."""
        return b"".join((*parts, self.end(parts)) if self.end else parts)

    def make(self) -> Artifact:
        """The file, every piece made anew."""
        parts = [part if isinstance(part, bytes) else part.make() for part in self.parts]
        return Artifact(self.path, self.finish(parts))
