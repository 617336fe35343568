"""A finished folder → the site, in one step, because a reader must never meet half a site.

The site is built beside the old one. On Linux both change places in one system call; elsewhere the old one is
moved aside first, and `recover_site` puts it back should the build be killed between the two renames.
Of the old one, empty folders stay beside the site: the next build has the same ones, and to make and remove
eleven for each source took it longer than to link their files.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import stat
import sys
from pathlib import Path

from build_tools.model.archive import Edition
from build_tools.model.errors import UsageError

EDITION_FILE = ".archive-edition"
"""A file in every site that this generator made. It names the edition, and says that the folder may be
replaced whole."""
_IGNORED = ".gitignore"
MARK_FILES = (EDITION_FILE, _IGNORED)
"""What `write_edition` may write."""

# of Linux’s headers, for Python has no name for them: RENAME_EXCHANGE, and paths from the working folder
_EXCHANGE, _AT_FDCWD = 2, -100


def name_staging_folder(site: Path) -> Path:
    """Where the site is built: beside the old one, so that renaming never copies."""
    return site.with_name(f".{site.name}-next")


def _name_old_folder(site: Path) -> Path:
    return site.with_name(f".{site.name}-old")


def read_edition(site: Path) -> str | None:
    """The edition that a site is, or None for a folder that is no site of ours."""
    try:
        return (site / EDITION_FILE).read_text("utf-8").split()[0]
    except (OSError, IndexError):
        return None


def list_public_sites_around(path: Path) -> tuple[Path, ...]:
    """The folders that hold a public site, of a path itself and those that it lies in."""
    place = path.resolve()
    return tuple(p for p in (place, *place.parents) if read_edition(p) == Edition.PUBLIC)


def write_edition(folder: Path, edition: str, *, private: bool = False) -> None:
    """Name the edition in the folder; a `private` one keeps itself out of git, wherever it is copied."""
    (folder / EDITION_FILE).write_text(
        f"{edition} edition. Made by `archive build`, which replaces this folder whole.\n"
    )
    if private:
        (folder / _IGNORED).write_bytes(b"*\n")


def check_swap_target(site: Path) -> None:
    """Raise UsageError for a folder with anything in it that is not a site of ours, and for a link."""
    if site.is_symlink() or (site.exists() and not site.is_dir()):
        raise UsageError(f"{site} is not a folder of its own; give another one for the site")
    if site.is_dir() and read_edition(site) is None and any(site.iterdir()):
        raise UsageError(
            f"{site} holds files that this generator did not make; give an empty or another folder"
        )


def recover_site(site: Path) -> None:
    """Take away what a killed build left: its half-built site, and an old one that was moved aside."""
    old, new = _name_old_folder(site), name_staging_folder(site)
    if old.is_dir() and not site.exists():
        old.rename(site)
    if old.is_dir():
        shutil.rmtree(old)
    if new.is_dir():
        _remove_files(str(new), str(site))


def _remove_files(folder: str, site: str) -> None:
    """Remove all files, and the folders that the site has not."""
    # one that somebody made read-only would stay, half empty, in the way of every later build
    if not os.access(folder, os.W_OK):
        os.chmod(folder, stat.S_IRWXU)  # noqa: PTH101 - as below
    with os.scandir(folder) as found:
        entries = list(found)
    for entry in entries:
        if not entry.is_dir(follow_symlinks=False):
            os.unlink(entry.path)  # noqa: PTH108 - of forty thousand files
        elif site and os.path.isdir(f"{site}/{entry.name}"):  # noqa: PTH112 - as above
            _remove_files(entry.path, f"{site}/{entry.name}")
        else:
            _remove_files(entry.path, "")
            os.rmdir(entry.path)  # noqa: PTH106 - as above


def swap_folders(site: Path) -> None:
    """Put the staged folder in the site's place and remove the files of the old one."""
    new = name_staging_folder(site)
    if not site.exists():
        new.rename(site)
        return
    if not _exchange_folders(new, site):
        old = _name_old_folder(site)
        site.rename(old)
        new.rename(site)
        old.rename(new)
    _remove_files(str(new), str(site))


def _exchange_folders(first: Path, second: Path) -> bool:
    """Let two folders change places in one step; False where the system or file system has no such call."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        # not every C library has it: glibc since 2.28
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except AttributeError:
        return False
    return bool(call(_AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second), _EXCHANGE) == 0)
