"""Paths typed → files: a folder stands for the files in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from build_tools.model.errors import UsageError
from build_tools.text.terminal import show_hidden


def list_given_files(paths: Iterable[str], own: Iterable[Path]) -> Iterator[str]:
    """The files of all paths, those of a folder by name, hidden ones left out; what lies deeper is not taken.

    `own`: folders of the archive itself, whose files are no captures. Raises UsageError for these.
    """
    folders = {folder.resolve() for folder in own}
    for path in paths:
        if not _is_folder(path):
            yield path
        elif Path(path).resolve() in folders:
            raise UsageError(f"{show_hidden(path)} is a folder of the archive itself; name the files in it.")
        else:
            entries = sorted(Path(path).iterdir())
            yield from (str(e) for e in entries if e.is_file() and not e.name.startswith("."))


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False
