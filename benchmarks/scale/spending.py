"""A command → what it spent: processor time and memory of all its processes, and the time on the clock."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from typing import Final

_INTERVAL: Final = 0.1
"""Seconds between two looks at the memory, at least: short beside a build."""
_SPARING: Final = 50
"""How many times as long as a look a pause is: to count the pages of gigabytes takes from who is measured."""
_PAGE: Final = os.sysconf("SC_PAGE_SIZE")
_KILO: Final = 1024
"""What Linux counts the largest process, and shares of memory, in."""
_SHARE: Final = re.compile(r"^Pss: +(\d+) kB$", re.MULTILINE)
"""Of a page that three processes share, each has a third."""
_TOLD: Final = 2000
"""Bytes of a broken command's last words that are shown."""


@dataclass(frozen=True, slots=True)
class Spent:
    """One run of a command."""

    cpu: float
    """Seconds of processor time, user and system, of the command and all that it started and waited for."""
    wall: float
    """Seconds on the clock."""
    memory: int
    """Bytes in memory at the worst moment, of all its processes; what some of them share counts once. Where
    the system does not tell what is shared, it counts for each: never less than the truth."""


class Broken(Exception):
    """A command that was to be measured failed; its last words are told."""


def spend(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Spent:
    """Run a command to its end, and say what it spent. Raises Broken."""
    with tempfile.TemporaryFile() as told:
        begun = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=told, stderr=told
        )
        watch = _Watch(process.pid)
        # wait4 is the one call that tells what this child spent, and no other
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        sampled = watch.end()
        if process.returncode:
            told.seek(0)
            raise Broken(f"{' '.join(command)}: {told.read()[-_TOLD:].decode(errors='replace')}")
    return Spent(usage.ru_utime + usage.ru_stime, wall, sampled or usage.ru_maxrss * _KILO)


class _Watch:
    """Looks at the memory of a process and its descendants until told to end; sees nothing without /proc."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._most = 0
        self._over = Event()
        self._thread = Thread(target=self._look, daemon=True)
        self._thread.start()

    def end(self) -> int:
        """The most bytes at one moment; 0 if nothing was seen."""
        self._over.set()
        self._thread.join()
        return self._most

    def _look(self) -> None:
        pause = _INTERVAL
        while not self._over.wait(pause):
            begun = time.perf_counter()
            self._most = max(self._most, sum(map(find_memory_share, family(self._pid))))
            pause = max(_INTERVAL, _SPARING * (time.perf_counter() - begun))


def family(pid: int) -> Iterator[int]:
    """A process and all its descendants that are still there."""
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in _read(task).split():
            yield from family(int(child))


def find_memory_share(pid: int) -> int:
    """Bytes of a process: its own, and its share of what it has in common with others."""
    told = _SHARE.search(_read(Path(f"/proc/{pid}/smaps_rollup")))
    if told:
        return int(told[1]) * _KILO
    fields = _read(Path(f"/proc/{pid}/statm")).split()
    return int(fields[1]) * _PAGE if fields else 0


def _read(path: Path) -> str:
    """A process may be gone before it is read."""
    try:
        return path.read_text()
    except OSError:
        return ""
