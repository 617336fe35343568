"""Folder → file names and bytes, because links, pipes and giants must be refused before anything is read."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from build_tools.model.codes import make_fault_at
from build_tools.model.fault import Fault
from build_tools.text.terminal import show_hidden

RECORD_LIMIT = 8 * 2**20
"""Bytes; a record has some thousands."""
SHARED_LIMIT = 64 * 2**20
"""Bytes; findings and origins grow with the archive: at ten thousand sources they have some 36 million."""
CAPTURE_LIMIT = 64 * 2**20
"""Bytes; also for ledgers."""

# follow no link; do not wait on a pipe to which nobody writes; let Windows change no line end
_FLAGS = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)


@dataclass(frozen=True, slots=True)
class DirectoryEntry:
    """A name in a folder, not yet opened."""

    folder: Path
    name: str
    regular: bool
    """Whether it is a file itself: not a link, folder or device."""
    size: int
    """In bytes, as listed."""

    @property
    def path(self) -> str:
        """As the user would type it."""
        working = Path.cwd() if self.folder.is_absolute() else None
        return _shown_folder(self.folder, working) + show_hidden(self.name)


# a build reads from a handful of folders
@lru_cache(maxsize=64)
def _shown_folder(folder: Path, _working: Path | None) -> str:
    """What stands before a name in it: a folder has thousands. `_working` is there to be remembered by."""
    return shown_path(folder / "x")[:-1]


def shown_path(path: Path) -> str:
    """Relative to the working folder where it lies below it; control characters made visible."""
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    return show_hidden(path.as_posix())


def list_entries(folder: Path) -> tuple[DirectoryEntry, ...]:
    """The folder's entries by name, hidden ones left out; none where there is no such folder."""
    if not folder.is_dir():
        return ()
    with os.scandir(folder) as scanned:
        listed = [_make_entry(folder, entry) for entry in scanned if not entry.name.startswith(".")]
    return tuple(sorted(listed, key=lambda entry: entry.name))


def list_hidden_files(folder: Path) -> tuple[DirectoryEntry, ...]:
    """What `list_entries` leaves out, by name; not what systems and editors put beside a file themselves."""
    if not folder.is_dir():
        return ()
    with os.scandir(folder) as scanned:
        listed = [
            _make_entry(folder, entry)
            for entry in scanned
            # `._a.yml`: macOS on disks of others; `.#a.yml`: Emacs while it is open
            if entry.name.startswith(".") and not entry.name.startswith(("._", ".#"))
        ]
    return tuple(sorted(listed, key=lambda entry: entry.name))


def _make_entry(folder: Path, entry: os.DirEntry[str]) -> DirectoryEntry:
    status = entry.stat(follow_symlinks=False)
    return DirectoryEntry(folder, entry.name, stat.S_ISREG(status.st_mode), status.st_size)


def load_file(entry: DirectoryEntry, limit: int) -> tuple[bytes, tuple[Fault, ...]]:
    """The bytes of a regular file no larger than `limit`; else nothing and a fault."""
    if not entry.regular:
        return b"", (make_fault_at(entry.path, 1, 1, "Y101", "This is not a regular file."),)
    try:
        descriptor = os.open(entry.folder / entry.name, _FLAGS)
        with os.fdopen(descriptor, "rb") as file:
            # one byte more shows that there are more: the size that was listed may be out of date
            content = file.read(limit + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return b"", (make_fault_at(entry.path, 1, 1, "Y103", f"The file cannot be read: {reason}."),)
    if len(content) > limit:
        message = f"The file has more than {limit} bytes."
        return b"", (make_fault_at(entry.path, 1, 1, "Y102", message),)
    return content, ()
