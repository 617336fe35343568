"""Artifacts → files, because a folder of pages must change little and never lose a foreign file.

Each file is put in place in one step, and only if its content is new, so that whoever watches the folder sees
the true changes. Files of an earlier run that are no longer made are removed, but only if they are as we left
them. Page files are not forced to the disk: after a power cut the next run compares and writes them anew.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath

from build_tools.model.artifact import Artifact
from build_tools.model.errors import ArchiveError
from build_tools.site.manifest import (
    MANIFEST_NAME,
    WrittenDigests,
    hash_content,
    load_manifest,
    replace_file,
    save_manifest,
)

_FORBIDDEN = frozenset('\\:*?"<>|') | frozenset(map(chr, range(32)))
"""Characters that some file system does not take, or takes for something else."""


@dataclass(frozen=True, slots=True)
class CopiedFile:
    """An artifact that lies in a file: read when it is wanted, because all of them would fill the memory."""

    path: str
    source: Path

    @property
    def content(self) -> bytes:
        """What is in the file."""
        return self.source.read_bytes()


Writable = Artifact | CopiedFile


@dataclass(frozen=True, slots=True)
class WriteOutcome:
    """What a run did to the folder. Paths are POSIX paths below it, sorted."""

    written: tuple[str, ...]
    """New or changed."""
    removed: tuple[str, ...]
    kept: tuple[str, ...]
    """No longer made, but changed by someone since: left where they are."""


def write_artifacts(
    folder: Path, artifacts: Iterable[Writable], untouched: Iterable[str] = ()
) -> WriteOutcome:
    """Make the folder hold these artifacts, and no older ones of ours.

    `untouched` are paths that are ours and known to hold what they should.

    Raises ArchiveError with every objection, before anything is written, for paths that lead out of the
    folder, that differ in case only, that pass through a link, or that hold a file which is not ours.
    """
    checked = _check_artifacts(folder, tuple(artifacts))
    folder.mkdir(parents=True, exist_ok=True)
    old = load_manifest(folder)
    new = {path: old[path] for path in untouched if path in old}
    new |= {path: frozenset({hash_content(artifact.content)}) for path, artifact in checked.items()}
    # before writing, both: a build that is killed leaves nothing that no manifest knows as ours
    save_manifest(folder, _merge_digests(old, new))
    written = [path for path, artifact in checked.items() if replace_file(folder / path, artifact.content)]
    removed, kept = _remove_stale(folder, {path: old[path] for path in old.keys() - new.keys()})
    save_manifest(folder, new)
    return WriteOutcome(tuple(sorted(written)), tuple(sorted(removed)), tuple(sorted(kept)))


def read_handwritten(folder: Path) -> tuple[Artifact, ...]:
    """The files of a folder that are not ours, as artifacts for another folder."""
    return tuple(Artifact(path.as_posix(), (folder / path).read_bytes()) for path in list_foreign(folder))


def list_foreign(folder: Path) -> list[PurePath]:
    """Paths below a folder of files that are not ours, sorted; of hidden ones none."""
    return sorted(PurePath(path) for path, is_file in _walk_foreign(folder) if is_file)


def list_passed_over(folder: Path) -> list[PurePath]:
    """Paths of what `list_foreign` leaves out besides, since it is no file itself: links, pipes, devices."""
    return sorted(PurePath(path) for path, is_file in _walk_foreign(folder) if not is_file)


def _walk_foreign(folder: Path) -> Iterator[tuple[str, bool]]:
    """Every path, and whether it is a file itself. As text, for ours are eleven for each source."""
    ours = load_manifest(folder)
    waiting = [("", str(folder))] if folder.is_dir() else []
    while waiting:
        below, where = waiting.pop()
        with os.scandir(where) as found:
            for entry in found:
                path = f"{below}{entry.name}"
                if entry.name.startswith(".") or path in ours:
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((f"{path}/", entry.path))
                else:
                    yield path, entry.is_file(follow_symlinks=False)


def _check_artifacts(folder: Path, artifacts: tuple[Writable, ...]) -> dict[str, Writable]:
    seen: dict[str, str] = {}
    checked: dict[str, Writable] = {}
    refused: list[str] = []
    ours = load_manifest(folder)
    for artifact in artifacts:
        why = _find_objection(folder, artifact, ours)
        # macOS and Windows take names that differ in case for one
        twin = seen.setdefault(artifact.path.casefold(), artifact.path)
        if not why and artifact.path in checked:
            why = "made twice"
        elif not why and twin != artifact.path:
            why = f"differs from {twin} in case only"
        if why:
            refused.append(f"{artifact.path!r}: {why}")
        checked[artifact.path] = artifact
    if refused:
        raise ArchiveError("\n".join(refused))
    return checked


def _find_objection(folder: Path, artifact: Writable, ours: WrittenDigests) -> str:
    pure = PurePosixPath(artifact.path)
    if pure.is_absolute() or not pure.parts or ".." in pure.parts or pure.as_posix() != artifact.path:
        return "leads out of the folder, or is not written plainly"
    if artifact.path == MANIFEST_NAME or _FORBIDDEN & set(artifact.path):
        return "is not a name that every file system takes"
    place_ = folder / artifact.path
    if any(p.is_symlink() for p in (place_, *(folder / up for up in pure.parents))):
        return "passes through a link"
    if place_.is_dir():
        return "is a folder already"
    if artifact.path not in ours and place_.exists() and place_.read_bytes() != artifact.content:
        return "holds a file that was not generated; move it or choose another address"
    return ""


def _merge_digests(first: WrittenDigests, second: WrittenDigests) -> WrittenDigests:
    return {
        path: first.get(path, frozenset()) | second.get(path, frozenset())
        for path in first.keys() | second.keys()
    }


def _remove_stale(folder: Path, stale: WrittenDigests) -> tuple[list[str], list[str]]:
    removed: list[str] = []
    kept: list[str] = []
    for path, digests in stale.items():
        file = folder / path
        if _leads_out(folder, path) or not file.is_file():
            continue
        if hash_content(file.read_bytes()) not in digests:
            kept.append(path)
            continue
        file.unlink()
        removed.append(path)
        _remove_empty_folders(folder, file.parent)
    return removed, kept


def _leads_out(folder: Path, path: str) -> bool:
    """Whether a manifest that someone edited, or a link, would lead a removal out of the folder."""
    pure = PurePosixPath(path)
    return (
        pure.is_absolute()
        or ".." in pure.parts
        or any((folder / p).is_symlink() for p in (pure, *pure.parents))
    )


def _remove_empty_folders(folder: Path, empty: Path) -> None:
    while empty != folder and not any(empty.iterdir()):
        empty.rmdir()
        empty = empty.parent
