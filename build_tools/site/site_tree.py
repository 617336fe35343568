"""Files of a site, written into the folder that will take its place; what did not change is linked there.

The folder is built beside the site. A file that is as it was is the same file under another name, at no cost;
where the file system has no such names, it is copied. So a file that stands is never written to: it may be
the old site's as well.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from build_tools.site.file_stamps import FileStamp, FileStamps, stamp_file


class SiteTree:
    """The new site while it is written."""

    def __init__(self, new: Path, old: Path) -> None:
        """`old`: the site that stands now, where there is one."""
        self.folder = new
        self._new, self._old = str(new), str(old)
        self._folders = {where for where, _, _ in os.walk(new)}
        """That stand: empty ones may be left of the site before the last, see `swap.py`."""
        self._used: set[str] = set()
        """Those in which there is a file."""
        self.stamps: dict[str, FileStamp | None] = {}
        """Of all files that were written or taken over, by their paths below the site."""

    def write_file(self, path: str, content: bytes) -> FileStamp:
        """Write a file; what it is like now."""
        target = self._prepare_place(path)
        # `x`: a file that is there may be the old site’s under another name
        with open(target, "xb", buffering=0) as file:  # noqa: PTH123 - for thirty thousand files, twice as fast
            try:
                written = file.write(content)
            except OSError as error:  # a full disk does not say of itself on what file
                raise OSError(error.errno, error.strerror, target) from error
        stamp = stamp_file(target)
        if stamp is None or written != len(content):
            # the system took a part: there was room for no more
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), target)
        self.stamps[path] = stamp
        return stamp

    def keep_file(self, path: str, stamp: FileStamp) -> bool:
        """Take over a file of the old site, if it is as it was; whether it is."""
        source = f"{self._old}/{path}"
        if stamp_file(source) != stamp:
            return False
        self._link_file(path, source, stamp)
        return True

    def read_old(self, path: str, stamp: FileStamp) -> bytes | None:
        """A file of the old site, if it is as it was."""
        source = f"{self._old}/{path}"
        if stamp_file(source) != stamp:
            return None
        content = Path(source).read_bytes()
        return content if stamp_file(source) == stamp else None

    def link_files(self, files: Iterable[tuple[str, Path]]) -> None:
        """Take over files from elsewhere, each under its path in the site."""
        for path, file in files:
            self._link_file(path, str(file), stamp_file(str(file)))

    def _link_file(self, path: str, source: str, stamp: FileStamp | None) -> None:
        target = self._prepare_place(path)
        try:
            os.link(source, target, follow_symlinks=False)
        except OSError:  # another file system, or one without links
            shutil.copy2(source, target)
            stamp = stamp_file(target)
        self.stamps[path] = stamp

    def list_stamps(self, names: Iterable[str]) -> FileStamps:
        """Of all files once the site is in its place, those of `names` among them, which others wrote."""
        stamps = self.stamps | {name: stamp_file(f"{self._old}/{name}") for name in names}
        return {f"{self._old}/{path}": stamp for path, stamp in stamps.items() if stamp}

    def _prepare_place(self, path: str) -> str:
        """The place of a file, empty."""
        target = f"{self._new}/{path}"
        if path in self.stamps:
            Path(target).unlink(missing_ok=True)
        folder = target.rpartition("/")[0]
        self._used.add(folder)
        if folder not in self._folders:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - as above
            self._folders.add(folder)
        return target

    def remove_unused_folders(self) -> None:
        """Remove the folders in and below which there is no file."""
        used = {self._new}
        for folder in self._used:
            above = folder
            while above not in used:
                used.add(above)
                above = above.rpartition("/")[0]
        # those within others first
        for folder in sorted(self._folders - used, reverse=True):
            os.rmdir(folder)  # noqa: PTH106 - as above
