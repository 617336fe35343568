"""What other processes need → bytes that they get once, because an archive is too much for every message.

Processes of this machine read a file. Machines that share no disk with it are sent the bytes themselves; so
are all, where no file can be written.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Parcel:
    """Bytes on their way to other processes."""

    digest: str
    path: str
    """A file with them; empty where `content` has them."""
    content: bytes = field(default=b"", repr=False, compare=False)

    def read_content(self) -> bytes:
        """The bytes."""
        return self.content or Path(self.path).read_bytes()

    def discard(self) -> None:
        """Nobody will read it any more."""
        if self.path:
            Path(self.path).unlink(missing_ok=True)


def pack_parcel(content: bytes, path: Path | None) -> Parcel:
    """The bytes as a file, or, without a path and where none can be written, as they are."""
    digest = hashlib.sha256(content).hexdigest()
    if path is None:
        return Parcel(digest, "", content)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError:
        return Parcel(digest, "", content)
    return Parcel(digest, str(path))
