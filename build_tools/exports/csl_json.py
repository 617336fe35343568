"""Archive → CSL-JSON: every report with the archive's record of it and every finding; or every statement."""

from __future__ import annotations

from build_tools.model.archive import Archive
from build_tools.text.citing import csl, works


def write(archive: Archive) -> bytes:
    """One list: reports and records in the archive's order, then findings."""
    return csl.write(works.everything(archive)).encode()


def statements(archive: Archive) -> bytes:
    """One list of all statements: report, passage, and where each is recorded."""
    return csl.write(works.statements(archive)).encode()
