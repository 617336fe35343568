"""Custody logs as committed → their entries, or the line at which a chain breaks."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace

from pydantic import ValidationError

from build_tools.model.codes import make_fault_at
from build_tools.model.custody import NO_LOG, CustodyAct, CustodyEntry, CustodyLog, digest_line
from build_tools.model.fault import Fault
from build_tools.read.custody_tokens import check_tokens, find_strays, list_tokens
from build_tools.read.files import SeedsFolder, get_stem
from build_tools.read.references import walk_words
from build_tools.read.yaml_tree import Tree


def read_custody_log(path: str, source: str) -> tuple[CustodyLog, tuple[Fault, ...]]:
    """The log; an empty one and faults where an entry cannot be read, or does not follow from the others."""
    lines = source.split("\n")
    if lines[0] != "[" or lines[-2:] != ["]", ""]:
        return NO_LOG, (make_fault_at(path, 1, 1, "C127", "This is no list with an entry on each line."),)
    entries: list[CustodyEntry] = []
    faults: list[Fault] = []
    before = ""
    for number, line in enumerate(lines[1:-2], 2):
        written = line.removeprefix(" ").removesuffix(",")
        entry, fault = _read_entry(path, number, written)
        if fault:
            faults.append(fault)
        elif entry:
            faults += _check_link(path, number, entry, len(entries) + 1, before)
            entries.append(entry)
        before = digest_line(written)
    return (NO_LOG if faults else CustodyLog(source, tuple(entries))), tuple(faults)


def _read_entry(path: str, number: int, written: str) -> tuple[CustodyEntry | None, Fault | None]:
    try:
        entry = CustodyEntry.model_validate(json.loads(written))
    except (ValueError, ValidationError):
        return None, make_fault_at(path, number, 2, "C127", "This is no entry of a custody log.")
    if entry.write_line() != written:
        return None, make_fault_at(path, number, 2, "C127", "This entry is not written as the program does.")
    return entry, None


def _check_link(path: str, number: int, entry: CustodyEntry, expected: int, before: str) -> Iterator[Fault]:
    if entry.n != expected:
        yield make_fault_at(
            path, number, 2, "C128", f"The entry {entry.n} stands where {expected} should be."
        )
    elif entry.before != before:
        message = f"Entry {entry.n} does not follow from the one before it: that has been changed."
        yield make_fault_at(path, number, 2, "C128", message)


def read_custody(folder: SeedsFolder) -> tuple[Mapping[str, CustodyLog], tuple[Fault, ...]]:
    """Path of the record → its log; and faults of logs that do not fit their record."""
    logs: dict[str, CustodyLog] = {}
    faults: list[Fault] = []
    told: set[str | None] = set()
    by_stem = {get_stem(tree.path): tree for tree in folder.roles.get("record", ())}
    for stem, (path, source) in folder.custody.items():
        log, wrong = read_custody_log(path, source)
        faults += wrong
        tree = by_stem.get(stem)
        if not wrong:
            faults += (*_check_record(path, log, tree), *check_tokens(path, log, folder.tokens))
        told |= {entry.file for entry in log.stamped}
        # a log that cannot be read may tell of any timestamp of its name
        told |= {name for name in folder.tokens if wrong and name.startswith(f"{stem}.")}
        if tree is not None:
            logs[tree.path] = replace(log, tokens=tuple(list_tokens(log, folder.tokens)))
    return logs, (*faults, *find_strays(folder.tokens, told))


def _check_record(path: str, log: CustodyLog, tree: Tree | None) -> Iterator[Fault]:
    line = len(log.entries) + 1
    if tree is None:
        if not log.entries or log.entries[-1].act is not CustodyAct.WITHDRAWN:
            yield make_fault_at(path, line, 2, "C130", "There is no record of this name, and no withdrawal.")
        return
    described = next((word for _, word in walk_words(tree.value, "capture.sha256")), None)
    captures = (entry for entry in reversed(log.entries) if entry not in log.stamped)
    logged = next((entry.sha256 for entry in captures if entry.sha256), None)
    if described and described != logged:
        message = f"The log's last capture is {logged or 'none'}, the record's is {described}."
        yield make_fault_at(path, line, 2, "C129", message)
