"""Paths typed → files: a folder stands for the files in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from build_tools.model.errors import UsageError
from build_tools.text.terminal import show_hidden

_PAGES = (".html", ".htm", ".xhtml")
_COMPANIONS = (
    "_files",
    ".files",
    "_file",
    "-Dateien",
    "_fichiers",
    "_archivos",
    "_bestanden",
    "_pliki",
    "_ficheiros",
)
"""How a browser ends the name of the folder with a page's pictures and styles, in its own language."""


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
            yield from (str(e) for e in entries if not (e.name.startswith(".") or _tell_why_passed(e)))


def list_passed(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What in the folders named is not taken, and why; not what a browser saved beside a page."""
    for path in filter(_is_folder, paths):
        entries = sorted(Path(path).iterdir())
        pages = {e.stem for e in entries if e.suffix.lower() in _PAGES}
        for entry in entries:
            is_companion = any(entry.name == f"{page}{end}" for page in pages for end in _COMPANIONS)
            why = "" if entry.name.startswith(".") or is_companion else _tell_why_passed(entry)
            if why:
                yield str(entry), why


def _tell_why_passed(entry: Path) -> str:
    """Why an entry of a folder is not taken; empty for one that is.

    A folder may come packed from somebody else: a link in it may lead to any file of the keeper's.
    """
    if entry.is_dir():
        return "is a folder in a folder"
    if entry.is_symlink() and not _lies_in(entry, entry.parent):
        return "is a link that leads out of its folder"
    return "" if entry.is_file() else "is no file"


def _lies_in(entry: Path, folder: Path) -> bool:
    try:
        return entry.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a circle of links
        return False


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False
