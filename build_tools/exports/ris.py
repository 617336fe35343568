"""Archive → RIS: the archive, every report with its record, every finding; or every statement."""

from __future__ import annotations

from build_tools.model.archive import Archive
from build_tools.text.citing import ris, works


def write(archive: Archive) -> bytes:
    """The archive, its reports and records in order, then findings; an empty line between records."""
    return "\r\n".join(map(ris.write, works.everything(archive))).encode()


def statements(archive: Archive) -> bytes:
    """Every statement, in the archive’s words; its report and passage in a note."""
    return "\r\n".join(map(ris.write, works.statements(archive))).encode()
