"""A custody log and an act → the log with the act; one that is not there yet begins with what is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from build_tools import __version__
from build_tools.model.capture_refs import CaptureRef
from build_tools.model.custody import CustodyAct, CustodyEntry, digest_line, write_log
from build_tools.model.errors import UsageError
from build_tools.read.custody_file import read_custody_log

PROGRAM = f"documentary-archive {__version__}"
"""What a log says of acts of the program."""


@dataclass(frozen=True, slots=True)
class NotedAct:
    """An act, as a command knows it."""

    act: CustodyAct
    at: str
    by: str | None = None
    tool: str | None = None
    source: str | None = None
    capture: CaptureRef | None = None
    """The capture that it is about, where that is another one than before; or the timestamp."""
    note: str | None = None


def append_acts(path: str, source: str, acts: tuple[NotedAct, ...]) -> str:
    """The log with further acts. Raises UsageError where it is broken: then nothing may follow."""
    log, faults = read_custody_log(path, source) if source else (None, ())
    if faults:
        raise UsageError(f"The custody log is broken, and nothing is written after it: {faults[0]}")
    lines = [entry.write_line() for entry in log.entries] if log else []
    for act in acts:
        fields = dict(_list_fields(act))
        before = digest_line(lines[-1]) if lines else ""
        entry = CustodyEntry.model_validate({"n": len(lines) + 1, **fields, "before": before})
        lines.append(entry.write_line())
    return write_log(lines)


def begin_log(capture: CaptureRef | None, at: str, by: str | None) -> tuple[NotedAct, ...]:
    """The first act of a log that begins late: nothing older is known of what it describes."""
    note = None if capture is None or capture.taken is None else f"Taken {capture.taken}, by its record."
    return (NotedAct(CustodyAct.BEGUN, at, by, PROGRAM, None, capture, note),)


def _list_fields(act: NotedAct) -> Iterator[tuple[str, object]]:
    named: Mapping[str, object] = {
        "act": act.act.value,
        "at": act.at,
        "by": act.by,
        "with": act.tool,
        "from": act.source,
        "file": act.capture.file if act.capture else None,
        "sha256": act.capture.sha256 if act.capture else None,
        "bytes": act.capture.bytes if act.capture else None,
        "note": act.note,
    }
    yield from ((name, value) for name, value in named.items() if value is not None)
