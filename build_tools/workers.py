"""How much may be done at once → an executor for batches: processes of this machine, or a cluster's.

Any `concurrent.futures.Executor` will do. It is started when there is work for it, and not before: most
builds change a few pages, and a process costs more than these.
"""

from __future__ import annotations

import os
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import ExitStack
from importlib.util import find_spec
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Any, Self

from build_tools.model.errors import UsageError

NO_CLUSTER = (
    "--scheduler needs the package `distributed`: install the extra, `pip install '.[cluster]'`, or leave "
    "the option out to use this machine's processes."
)


class Workers:
    """Other processes, here or elsewhere, for the time of one build."""

    def __init__(self, number: int = 1, scheduler: str = "") -> None:
        """`scheduler` is the address of a Dask cluster's; without one, `number` processes work here."""
        self.number = number
        self.scheduler = scheduler
        self._stack = ExitStack()
        self._executor: Executor | None = None
        self._client: Any = None

    def __enter__(self) -> Self:
        """Raises UsageError, before anything is done, where nothing here could speak to a cluster."""
        if self.is_remote and not _speaks_to_clusters():
            raise UsageError(NO_CLUSTER)
        return self

    def __exit__(self, *_: object) -> None:
        self._executor = self._client = None
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
    def has_started(self) -> bool:
        """Whether anything was worth other processes so far."""
        return self._executor is not None

    def start_executor(self) -> Executor:
        """The executor. Raises UsageError."""
        if self._executor is None:
            self._executor = self._connect_to_cluster() if self.is_remote else self._start_processes()
        return self._executor

    def _start_processes(self) -> Executor:
        # a fork of a program with threads (`serve` has them) may hang; a fresh interpreter cannot
        spawn = get_context("spawn")
        pool = ProcessPoolExecutor(self.number, mp_context=spawn, initializer=end_with_parent)
        return self._stack.enter_context(pool)

    def share_value(self, value: Any) -> Any:
        """What to give to each batch for a value that all of them need, so that it travels only once."""
        return self._client.scatter(value, broadcast=True, hash=False) if self._client else value

    def _connect_to_cluster(self) -> Executor:
        from distributed import Client  # noqa: PLC0415 - an extra

        try:
            client = Client(self.scheduler)
            self._client = self._stack.enter_context(client)
        except (OSError, ValueError) as error:
            raise UsageError(f"--scheduler: no cluster answers at {self.scheduler}: {error}") from None
        # not `pure`: Dask would answer equal arguments from what it remembers
        executor: Executor = self._client.get_executor(pure=False)
        return executor


def end_with_parent() -> None:
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
