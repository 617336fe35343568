"""Archive → BibTeX: every report with the archive's record of it and every finding; or every statement."""

from __future__ import annotations

from build_tools.model.archive import Archive
from build_tools.text.citing import bibtex, works


def write(archive: Archive) -> bytes:
    """Reports and records in the archive's order, then findings; an empty line between entries."""
    return "\n".join(map(bibtex.write, works.everything(archive))).encode()


def statements(archive: Archive) -> bytes:
    """Every statement: its report, the passage, and where it is recorded."""
    return "\n".join(map(bibtex.write, works.statements(archive))).encode()
