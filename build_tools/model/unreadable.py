"""A capture that no reader takes, in words that name its form and what to do, because nothing is guessed."""

from __future__ import annotations

from build_tools.model.errors import ArchiveError


class UnreadableCapture(ArchiveError):
    """Why a capture is not read. The words have no file's name in them: whoever catches it knows the file."""

    def __init__(self, code: str, reason: str, remedy: str) -> None:
        self.code = code
        """Of the fault that it is: C114 no reader, C119 none is installed, C120 damaged or too large,
        C132 its reader failed."""
        self.reason = reason
        """Goes on after the file's name: `is a picture (PNG).`"""
        self.remedy = remedy
        """What to do, one or more sentences."""
        super().__init__(f"The capture {reason} {remedy}")

    def tell_of(self, name: str) -> str:
        """The refusal of a file, with the code that `archive explain` knows."""
        return f"{name} {self.reason} {self.remedy} ({self.code})"
