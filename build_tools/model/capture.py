"""A capture as it lies on the disk: bytes and their digest, nothing interpreted."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Capture:
    """The text of a report as it was taken."""

    file: str
    """Name of the file, without its folder: the folder is the reader's, not the archive's."""
    content: bytes
    sha256: str
    """Hexadecimal, lower case: the capture's fixity, and how a record recognises it."""
