"""Everything that a site is made from → one digest, and everything that was made → its stamps.

Where both are as the last build left them, there is nothing to build. Contents are read, not only times: a
keeper who checks out another state of the seeds gets another site.
"""

from __future__ import annotations

import logging
import os
import pickle
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path

from build_tools.site.artifact_writer import list_foreign
from build_tools.site.file_stamps import FileStamps, stamp_file
from build_tools.site.manifest import hash_content, replace_file

_log = logging.getLogger("mkdocs.archive")

WRITTEN_PAGES = (".md", ".markdown", ".html")
"""What hand-written files are pages."""


def digest_inputs(told: str, folders: Iterable[Path], docs: Path) -> str:
    """Of the content of folders, of the hand-written pages of `docs`, and of what is `told` besides."""
    whole = blake2b(told.encode())
    for path in (*_list_files(folders), *list_handwritten_files(docs)):
        content = path.read_bytes()
        whole.update(os.fsencode(f"{path} {len(content)}\n") + content)
    return whole.hexdigest()


def _list_files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(path for path in folder.rglob("*") if path.is_file())


def list_handwritten_files(docs: Path) -> Iterator[Path]:
    """Files that are not generated, wherever they lie. Raises OSError where there is no such folder."""
    docs.stat()
    return (docs / path for path in list_foreign(docs))


def list_written_files(seeds: Path, docs: Path) -> Iterator[Path]:
    """All files that people write the archive in: its records and vocabularies, its hand-written pages."""
    yield from sorted(path for path in seeds.rglob("*.yml") if path.is_file())
    yield from (path for path in list_handwritten_files(docs) if path.suffix.lower() in WRITTEN_PAGES)


def stamp_files(folders: Iterable[str]) -> FileStamps:
    """Of every file in the folders."""
    stamps: FileStamps = {}
    for folder in folders:
        for where, _, names in os.walk(folder):
            for name in names:
                path = f"{where}/{name}"
                if stamp := stamp_file(path):
                    stamps[path] = stamp
    return stamps


def find_unchanged(record: Path, inputs: str) -> FileStamps | None:
    """What the last build left, if it was made from these inputs and its folders hold that, and no more."""
    known, folders, stamps = _read_record(record)
    return stamps if known == inputs and stamp_files(folders) == stamps else None


def read_stamps(record: Path) -> FileStamps:
    """Of all that the last build left; nothing where that is not known."""
    return _read_record(record)[2]


def _read_record(record: Path) -> tuple[str, tuple[str, ...], FileStamps]:
    """Inputs, folders, stamps; nothing where there is no record, or not the whole of one."""
    try:
        seal, _, content = record.read_bytes().partition(b"\n")
    except OSError:
        return "", (), {}
    if seal != hash_content(content).encode():
        return "", (), {}
    # what is read here was written here: the record lies in the archive's own cache, and is whole
    known: tuple[str, tuple[str, ...], FileStamps] = pickle.loads(content)  # noqa: S301
    return known


class WarningCounter(logging.Handler):
    """Counts what a build warns of: a build that did is repeated, so that it warns again."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.number = 0

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002 - as handlers have it
        """One more."""
        self.number += 1


@contextmanager
def count_warnings() -> Iterator[WarningCounter]:
    """Count the warnings of what is done within, MkDocs' own among them."""
    counter = WarningCounter()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(counter)
    try:
        yield counter
    finally:
        logger.removeHandler(counter)


def record_build(
    record: Path, inputs: str, site: tuple[Path, FileStamps], docs: Iterable[Path]
) -> FileStamps:
    """Remember what was made, the `site` with its stamps, and from what; the first.

    A full or read-only disk is no fault.
    """
    named = tuple(dict.fromkeys(map(str, (site[0], *docs))))
    stamps = site[1] | stamp_files(named[1:])
    content = pickle.dumps((inputs, named, stamps), pickle.HIGHEST_PROTOCOL)
    try:
        replace_file(record, hash_content(content).encode() + b"\n" + content)
    except OSError as error:
        _log.debug("the build is not remembered: %s", error)
    return stamps
