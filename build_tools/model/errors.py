"""What ends a command or a build in words instead of a trace: one base, because each knows its exit code."""

from __future__ import annotations

from typing import ClassVar


class ArchiveError(Exception):
    """Something that the keeper can mend; the words are for whoever typed the command."""

    exit_code: ClassVar[int] = 1
    """What the command ends with: 1, faults in the settings, the material or the files."""

    def write_report(self) -> str:
        """What a terminal is told."""
        return f"archive: {self}"


class UsageError(ArchiveError):
    """What was asked for cannot be done, or must not: it would publish or overwrite what it should not."""

    exit_code: ClassVar[int] = 2
    """Wrong usage."""
