"""Archive → RIS: every report with the archive's record of it and every finding; or every statement."""

from __future__ import annotations

from build_tools.model.archive import Archive
from build_tools.text.citing import ris, works


def write(archive: Archive) -> bytes:
    """Reports and records in the archive's order, then findings; an empty line between records."""
    return "\r\n".join(map(ris.write, works.everything(archive))).encode()


def statements(archive: Archive) -> bytes:
    """Every statement: its report, the passage, and where it is recorded."""
    return "\r\n".join(map(ris.write, works.statements(archive))).encode()
