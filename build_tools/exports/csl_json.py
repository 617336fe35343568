"""Archive → CSL-JSON: the archive, every report with its record, every finding; or every statement."""

from __future__ import annotations

from build_tools.model.archive import Archive
from build_tools.text.citing import csl, works


def write(archive: Archive) -> bytes:
    """One list: the archive, reports and records in the archive's order, then findings."""
    return csl.write(works.everything(archive)).encode()


def statements(archive: Archive) -> bytes:
    """One list of all statements, in the archive’s words; report and passage in a note."""
    return csl.write(works.statements(archive)).encode()
