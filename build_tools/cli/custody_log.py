"""What a command did → the custody log beside the record, to be written with all else."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

from build_tools.cli.options import Option
from build_tools.keeping.custody import PROGRAM, NotedAct, append_acts, begin_log
from build_tools.model.capture import Capture
from build_tools.model.capture_refs import CaptureRef
from build_tools.model.custody import CustodyAct
from build_tools.model.draft import Draft
from build_tools.model.page_fields import FieldSource
from build_tools.model.record import Record
from build_tools.read.files import CUSTODY

KEEPER = "ARCHIVE_BY"
"""The variable of the environment that names who acts, where `--by` does not."""

Actor = Annotated[
    str | None,
    Option(f"who acts, for the custody log; else {KEEPER} of the environment, or nobody", "NAME"),
]


def name_actor(by: str | None) -> str | None:
    """Who acts: as told, and never taken from the system or from git, which some must not be named by."""
    return (by or os.environ.get(KEEPER) or "").strip() or None


def tell_now() -> str:
    """This second, in UTC."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def find_log(record: Path) -> Path:
    """The log of a record."""
    return record.with_suffix(CUSTODY)


def note_acts(record: Path, described: Record | None, *acts: NotedAct) -> tuple[Path, bytes]:
    """The log's path, and its content with these acts.

    `described`: the record as it was before, with which a log that is not there yet begins; None: a new one.
    """
    path = find_log(record)
    source = path.read_text("utf-8") if path.is_file() else ""
    late = not source and described is not None
    first = begin_log(described.capture, acts[0].at, acts[0].by) if late and described else ()
    return path, append_acts(str(path), source, (*first, *acts)).encode()


def list_added_acts(
    capture: Capture, draft: Draft, fetched: str | None, by: str | None, at: str
) -> tuple[NotedAct, ...]:
    """Taken, where that is known, and added. A file's own times are not: copying changes them."""
    ref = CaptureRef(file=capture.file, sha256=capture.sha256, bytes=len(capture.content))
    fields = draft.fields
    # what a page says of its address is where it stood, and not where these bytes are from
    packed = fields.address if fields.address and fields.address.source is FieldSource.PACKING else None
    address = fetched or (packed.value if packed else None)
    added = NotedAct(CustodyAct.ADDED, at, by, PROGRAM, address, ref)
    if fetched:
        tool = f"archive fetch, {PROGRAM}"
        return (NotedAct(CustodyAct.TAKEN, at, by, tool, fetched, ref), added)
    if fields.taken:
        note = f"By {fields.taken.where}." if fields.taken.where else None
        return (NotedAct(CustodyAct.TAKEN, fields.taken.value, None, None, address, ref, note), added)
    return (added,)
