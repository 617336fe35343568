"""One build of a folder at a time, because two would write the same pages under each other's hands.

The lock belongs to the operating system and ends with the program, however that ends; nothing is left over.
"""

from __future__ import annotations

import fcntl
import logging
import os
from pathlib import Path
from typing import Self

log = logging.getLogger("mkdocs.archive")


class Lock:
    """Held from `take` to `release`; the second to ask waits, and says so."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = None

    def take(self) -> Self:
        """Wait until the lock is free, and take it."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            log.info("Another build of this archive is running; waiting for it to end")
            fcntl.flock(self._file, fcntl.LOCK_EX)
        return self

    def release(self) -> None:
        """Let the next one in; releasing twice is the same as once."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
