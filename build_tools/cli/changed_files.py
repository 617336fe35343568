"""Planned changes of the seeds → the disk, all or none; or what would be changed."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from difflib import unified_diff
from pathlib import Path

from build_tools.model.fault import Faults
from build_tools.read import shown_path
from build_tools.read.rehearsal import rehearse_changes
from build_tools.site.manifest import replace_file

FileChanges = Mapping[Path, bytes | None]
"""Path → its content afterwards; None for a file that goes."""


def check_changes(
    seeds: Path, changes: FileChanges, expected: str = "", renamed: tuple[str, str] | None = None
) -> None:
    """Raise Faults where the seeds would have errors that they have not now: then nothing is written.

    `expected`: the code of those that are meant, as what a person is asked; `renamed`: an id and its new one.
    """
    if faults := [fault for fault in rehearse_changes(seeds, changes, renamed) if fault.code != expected]:
        raise Faults(faults)


def write_changes(changes: FileChanges) -> None:
    """Put all in place. Where one cannot be written, those before it are put back."""
    before = {path: path.read_bytes() if path.is_file() else None for path in changes}
    done: list[Path] = []
    try:
        # what goes, goes last
        for path, content in sorted(changes.items(), key=lambda change: change[1] is None):
            done.append(path)
            _put_file(path, content)
    except OSError:
        for path in done:
            _put_file(path, before[path])
        raise


def _put_file(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    else:
        replace_file(path, content)


def print_changes(changes: FileChanges) -> None:
    """The difference of each text on standard output, as `diff -u` has it; nothing is written."""
    for path, content in changes.items():
        name = shown_path(path)
        if content is None:
            print(f"{name}: goes")
            continue
        if not path.is_file() or path.name.endswith(".ledger.json"):
            print(f"{name}: written anew, {len(content)} bytes")
            continue
        was = path.read_bytes().decode("utf-8", "replace").splitlines()
        now = content.decode("utf-8", "replace").splitlines()
        sys.stdout.writelines(f"{line}\n" for line in unified_diff(was, now, name, name, "", "", 1, ""))
