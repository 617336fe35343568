"""Captured texts and a folder → the places where the folder repeats them, which the public edition must not.

Every file is read, whatever it is: pages, attributes, scripts, the search index, feeds, downloads, archives
inside downloads, and the file names. Words are compared without case, punctuation and marks, across tags and
escapes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from build_tools.model.codes import make_fault_at
from build_tools.model.fault import Fault
from build_tools.site.packed_files import list_packed
from build_tools.site.progress import follow_progress, ignore_progress
from build_tools.site.readings import list_texts
from build_tools.text.copied_words import (
    LeakGuard,
    find_repeated_runs,
    name_leaking_source,
    place_run,
    word_leak,
)
from build_tools.text.names.guard import word_name
from build_tools.timings import ProgressCallback


def find_site_leaks(
    site: Path, guard: LeakGuard, progress: ProgressCallback = ignore_progress
) -> tuple[Fault, ...]:
    """One fault for each file and source, with the length of the longest run and its first words.

    And one for each person whose name must not appear, and does.
    """
    if not guard:
        return ()
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return tuple(
        fault
        for path in follow_progress("files", files, progress)
        for fault in find_file_leaks(path.relative_to(site).as_posix(), path.read_bytes(), guard, str(site))
    )


def find_file_leaks(path: str, content: bytes, guard: LeakGuard, site: str = "") -> Iterator[Fault]:
    """The leaks of one file; `path` is below `site`, and its name is read as well."""
    parts = tuple(list_packed(content))
    copied = (
        {guard.files.get(hashlib.sha256(part).hexdigest()) for _, part in parts} if guard.files else set()
    )
    place = f"{site}/{path}" if site else path
    for slug in sorted(filter(None, copied)):
        yield make_fault_at(place, 1, 1, "L101", f"This file is, or holds, the capture of {slug} itself.")
    longest: dict[str, tuple[str, ...]] = {}
    named: set[str] = set()
    for view in chain((path,), list_texts(parts)):
        if guard.names:
            named |= guard.names.list_named(view)
        for slug, run in find_repeated_runs(view, guard) if guard.runs else ():
            if len(run) > len(longest.get(slug, ())):
                longest[slug] = run
    for slug, run in longest.items():
        yield make_fault_at(place, 1, 1, "L101", word_leak(slug, run))
    for role in sorted(named):
        yield make_fault_at(place, 1, 1, "N106", word_name(role))


def place_leaks(faults: Iterable[Fault], guard: LeakGuard | None, files: Iterable[Path]) -> Iterator[Fault]:
    """Faults of a site with its leaks told where somebody wrote them, if that is one of these files.

    The files are what the site is made from; they are looked through only where there is a leak.
    """
    told = tuple(faults)
    written: dict[Fault, str] = {}
    if guard and any(fault.code == "L101" for fault in told):
        written = {fault: slug for path in files for slug, fault in _find_written(path, guard)}
    yield from written
    for fault in told:
        if fault.code != "L101" or name_leaking_source(fault.message) not in written.values():
            yield fault


def _find_written(path: Path, guard: LeakGuard) -> Iterator[tuple[str, Fault]]:
    text = path.read_bytes().decode("utf-8-sig", "replace")
    for slug, run in find_repeated_runs(text, guard):
        yield slug, make_fault_at(str(path), *place_run(text, run), "L101", word_leak(slug, run))
