"""How much may be done at once → an executor for batches: processes of this machine, or a cluster's.

Any `concurrent.futures.Executor` will do. It is started when there is work for it, and not before: most
builds change a few pages, and a process costs more than these.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from threading import Thread, active_count
from typing import Any, Self

from build_tools.model.errors import UsageError

NO_CLUSTER = (
    "--scheduler needs the package `distributed`: install the extra, `pip install '.[cluster]'`, or leave "
    "the option out to use this machine's processes."
)

_TURN = 0.0002
"""Seconds after which a thread gives way to another. What a copy has done is read by a thread of this
process, in dozens of pieces for each batch: while this one works, the copy would wait for each of them."""


class Workers:
    """Other processes, here or elsewhere, for the time of one build."""

    def __init__(self, number: int = 1, scheduler: str = "") -> None:
        """`scheduler` is the address of a Dask cluster's; without one, `number` processes work here."""
        self.number = number
        self.scheduler = scheduler
        self._stack = ExitStack()
        self._client: Any = None
        self.has_started = False
        """Whether anything was worth other processes so far."""

    def __enter__(self) -> Self:
        """Raises UsageError, before anything is done, where nothing here could speak to a cluster."""
        if self.is_remote and not _speaks_to_clusters():
            raise UsageError(NO_CLUSTER)
        return self

    def __exit__(self, *_: object) -> None:
        self._client = None
        self._stack.close()

    @property
    def is_remote(self) -> bool:
        """Whether they may be on machines that do not have this one's disk."""
        return bool(self.scheduler)

    @property
    def is_parallel(self) -> bool:
        """Whether anything can be done at once."""
        return self.is_remote or self.number > 1

    @property
    def can_inherit(self) -> bool:
        """Whether they begin with all that this process has in memory."""
        return not self.is_remote and can_fork()

    @contextmanager
    def lend_copies(self, inherited: Any) -> Iterator[Executor]:
        """Where they can inherit: so many that this process is one of their number; they end with the block.

        `inherited` is what `take_inherited` gives in them.
        """
        self.has_started = True
        before = sys.getswitchinterval()
        sys.setswitchinterval(_TURN)
        try:
            with start_processes(max(1, self.number - 1), inherited) as pool:
                yield pool
        finally:
            sys.setswitchinterval(before)

    @contextmanager
    def lend_executor(self) -> Iterator[Executor]:
        """The executor; processes end when it is given back. Raises UsageError."""
        self.has_started = True
        if self.is_remote:
            yield self._connect_to_cluster()
            return
        with start_processes(self.number) as pool:
            yield pool

    def share_value(self, value: Any) -> Any:
        """What to give to each batch for a value that all of them need, so that it travels only once."""
        return self._client.scatter(value, broadcast=True, hash=False) if self._client else value

    def _connect_to_cluster(self) -> Executor:
        from distributed import Client  # noqa: PLC0415 - an extra

        try:
            if self._client is None:
                self._client = self._stack.enter_context(Client(self.scheduler))
        except (OSError, ValueError) as error:
            raise UsageError(f"--scheduler: no cluster answers at {self.scheduler}: {error}") from None
        # not `pure`: Dask would answer equal arguments from what it remembers
        executor: Executor = self._client.get_executor(pure=False)
        return executor


def can_fork() -> bool:
    """Whether a copy of this process can work: one of a program with threads may hang (`serve` has some).

    Not on macOS, whose own libraries have threads that nobody here knows of.
    """
    return sys.platform.startswith("linux") and active_count() == 1


def start_processes(number: int, inherited: Any = None, *, fresh: bool = False) -> ProcessPoolExecutor:
    """Processes of this machine: copies of this one where that is safe, else fresh interpreters.

    A copy has everything that was loaded and read, in the same memory as long as nobody writes there; a
    fresh interpreter loads the program for most of a second, and is sent what it needs. `fresh`: those, for
    work that needs nothing of what was read and would write all over its memory.
    """
    if can_fork() and not fresh:
        fork = get_context("fork")
        return ProcessPoolExecutor(number, fork, initializer=_begin_as_copy, initargs=(inherited,))
    return ProcessPoolExecutor(number, get_context("spawn"), initializer=_end_with_parent)


_INHERITED: list[Any] = []
"""In a process that is a copy: what it was started with."""


def take_inherited() -> Any:
    """In a process that inherits: what the executor was asked for with."""
    return _INHERITED[-1]


def _begin_as_copy(inherited: Any) -> None:
    _INHERITED.append(inherited)
    _end_with_parent()


def _end_with_parent() -> None:
    """Let this process end when the one that started it is gone, however that ended.

    It would wait for work for ever, with a copy of the archive in memory.
    """
    parent = parent_process()
    if parent:
        Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(process: BaseProcess) -> None:
    process.join()
    os._exit(1)


def _speaks_to_clusters() -> bool:
    try:
        return find_spec("distributed") is not None
    except ValueError:  # someone has put nothing in its place
        return False
