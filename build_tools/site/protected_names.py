"""Names that must not appear + files → where one of them stands, in any form and any encoding.

The site is made from values that have roles in the place of names; this looks at every byte of what came of
it, and at what stands beside: pages written by hand, downloads, packed files, names of files, the repository.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from build_tools.model.codes import make_fault_at
from build_tools.model.fault import Fault
from build_tools.site.inputs import list_written_files
from build_tools.site.leaks import place_leaks
from build_tools.site.plan import Plan
from build_tools.site.readings import list_file_texts
from build_tools.site.tracked_files import list_tracked
from build_tools.text.copied_words import LeakGuard
from build_tools.text.names.guard import NameGuard, word_name


def place_names(faults: Iterable[Fault], guard: NameGuard, files: Iterable[Path]) -> Iterator[Fault]:
    """Faults of a site with its names told where somebody wrote them, if that is one of these files."""
    told = tuple(faults)
    written: tuple[Fault, ...] = ()
    if any(fault.code == "N106" for fault in told):
        written = tuple(
            fault
            for path in files
            for fault in guard.find_in_text(str(path), path.read_bytes().decode("utf-8", "replace"), "N106")
        )
    yield from written
    known = {fault.message for fault in written}
    yield from (fault for fault in told if fault.code != "N106" or fault.message not in known)


def place_written(faults: Iterable[Fault], guard: LeakGuard | None, plan: Plan) -> Iterator[Fault]:
    """Faults of a site, each at what somebody wrote, if it came from there."""
    if not guard:
        return iter(faults)
    written = tuple(list_written_files(plan.seeds, plan.handwritten_docs))
    # the records have roles for names by the time the site is made of them
    ours = [path for path in written if not path.is_relative_to(plan.seeds)]
    return place_names(place_leaks(faults, guard, written), guard.names, ours)


def find_committed_names(root: Path, guard: NameGuard) -> Iterator[Fault]:
    """Faults of the files that git tracks in a folder; one where it does not tell."""
    tracked, trouble = list_tracked(root) if guard else ([], "")
    if trouble:
        yield make_fault_at(str(root), 1, 1, "N108", f"git did not say what it tracks here: {trouble}.")
    for name in tracked:
        path = root / name
        if not path.is_file() or path.is_symlink():
            continue
        content = path.read_bytes()
        placed = tuple(guard.find_in_text(str(path), content.decode("utf-8", "replace"), "N107"))
        yield from placed
        known = {fault.message for fault in placed}
        named = frozenset[str]().union(*map(guard.list_named, list_file_texts(name, content)))
        for message in sorted({word_name(role) for role in named} - known):
            yield make_fault_at(str(path), 1, 1, "N107", message)


def read_private_names(path: Path | None) -> tuple[str, ...]:
    """What the list says, to tell whether a build would be another one."""
    return (path.read_bytes().decode("utf-8", "replace"),) if path and path.is_file() else ()
