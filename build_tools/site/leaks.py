"""Captured texts and a folder → the places where the folder repeats them, which the public edition must not.

Every file is read, whatever it is: pages, attributes, scripts, the search index, feeds, downloads, archives
inside downloads, and the file names. Words are compared without case, punctuation and marks, across tags and
escapes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

from build_tools.model.codes import make_fault_at
from build_tools.model.fault import Fault
from build_tools.site.guard_state import PART_SIZE, FilePrints
from build_tools.site.packed_files import list_packed
from build_tools.site.progress import follow_progress, ignore_progress
from build_tools.site.readings import list_texts
from build_tools.text.copied_words import (
    LeakGuard,
    find_repeated_runs,
    name_leaking_source,
    part_repeated,
    place_run,
    word_leak,
)
from build_tools.text.names.guard import word_name
from build_tools.text.word_prints import TripleCollector
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


def find_file_leaks(path: str, content: bytes, guard: LeakGuard, site: str = "") -> tuple[Fault, ...]:
    """The leaks of one file; `path` is below `site`, and its name is read as well."""
    return FileSearch(guard, site).search_file(path, content)


class FileSearch:
    """Looks through a file of a site, or through several that are remembered together."""

    def __init__(self, guard: LeakGuard, site: str = "", *, printing: bool = False) -> None:
        """With `printing`, a print of all words is made as well, which takes nearly as long again."""
        self._guard = guard
        self._site = site
        self._printed = TripleCollector() if printing and guard.runs else None
        self._repeats = False
        self._parts: set[bytes] = set()

    def search_file(self, path: str, content: bytes) -> tuple[Fault, ...]:
        """The leaks of one file; the path is below the site."""
        longest: dict[str, tuple[str, ...]] = {}
        named: set[str] = set()
        parts = tuple(list_packed(content))
        digests = [hashlib.sha256(part).digest() for _, part in parts] if self._guard.files else []
        self._parts |= {digest[:PART_SIZE] for digest in digests}
        for view in chain((path,), list_texts(parts)):
            if self._guard.names:
                named |= self._guard.names.list_named(view)
            if self._guard.runs:
                self._search_view(view, longest)
        return tuple(self._tell_faults(path, digests, longest, named))

    def tell_prints(self, before: FilePrints | None = None) -> FilePrints | None:
        """What is remembered of all that was searched, and of what was `before` and mostly still stands.

        None where no captures are at hand.
        """
        if not self._guard.runs and not self._guard.files:
            return None
        if before is None:
            words = self._printed.make_print() if self._printed else None
            return FilePrints(words, self._repeats, tuple(sorted(self._parts)))
        words = self._printed.make_print(before.words) if self._printed and before.words else None
        return FilePrints(
            words, self._repeats or before.repeats, tuple(sorted(self._parts.union(before.parts)))
        )

    def _search_view(self, view: str, longest: dict[str, tuple[str, ...]]) -> None:
        """Note whether a captured run stands there, if only as a fact; and the longest that is none."""
        lines = self._guard.search.tell_lines(view)
        words, runs = self._guard.search.find_in_lines(lines)
        for slug, run in part_repeated(words, runs, self._guard):
            if len(run) > len(longest.get(slug, ())):
                longest[slug] = run
        self._repeats |= bool(runs)
        if self._printed:
            self._printed.add_text(line for line, _ in lines)

    def _tell_faults(
        self,
        path: str,
        digests: Iterable[bytes],
        longest: Mapping[str, tuple[str, ...]],
        named: Iterable[str],
    ) -> Iterator[Fault]:
        place = f"{self._site}/{path}" if self._site else path
        copied = {self._guard.files.get(digest.hex()) for digest in digests}
        for slug in sorted(filter(None, copied)):
            yield make_fault_at(place, 1, 1, "L101", f"This file is, or holds, the capture of {slug} itself.")
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
