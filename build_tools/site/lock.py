"""One build of a folder at a time, because two would write the same pages under each other's hands.

The lock belongs to the operating system and ends with the program, however that ends; nothing is left over.
"""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import Self

if sys.platform == "win32":
    import msvcrt

    def _take(file: int, *, wait: bool) -> None:
        msvcrt.locking(file, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: int, *, wait: bool) -> None:
        fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)


_log = logging.getLogger("mkdocs.archive")


class BuildLock:
    """Held from `take` to `release`; the second to ask waits, and says so."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = None

    @property
    def is_held(self) -> bool:
        """Whether it is taken, by this build."""
        return self._file is not None

    def acquire(self) -> Self:
        """Wait until the lock is free, and take it."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            _take(self._file, wait=False)
        except OSError:
            _log.info("Another build of this archive is running; waiting for it to end")
            _take(self._file, wait=True)
        return self

    def release(self) -> None:
        """Let the next one in; releasing twice is the same as once."""
        if self._file is not None:
            # closed, it is given back on every system
            os.close(self._file)
            self._file = None
