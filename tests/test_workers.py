"""Other processes: what they begin with, and that none outlives the one that began it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from threading import Event, Thread

import pytest

from build_tools import workers
from build_tools.workers import Workers, take_inherited

_PROGRAM = """
import os, signal, sys
from build_tools import workers

if __name__ == "__main__":
    if "fresh" in sys.argv:
        workers.can_fork = lambda: False
    with workers.Workers(2).lend_executor() as executor:
        executor.submit(os.getpid).result()
        os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("way", ["copied", "fresh"])
def test_workers_end_with_a_parent_that_was_killed(way: str, tmp_path: Path) -> None:
    """Workers hold the pipe of the program's output: that it ends shows that they are gone."""
    program = tmp_path / "program.py"
    program.write_text(_PROGRAM)
    command = [sys.executable, str(program), way]
    run = subprocess.run(command, stdout=subprocess.PIPE, timeout=300, check=False)
    assert run.returncode < 0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processes are copied on Linux only")
def test_a_copy_begins_with_what_is_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not sent there: a function that is nowhere but here could not be."""
    # whatever else this run has begun
    monkeypatch.setattr(workers, "active_count", lambda: 1)
    with Workers(2).lend_copies([lambda: 7]) as executor:
        assert executor.submit(_call_first).result() == 7


def test_fresh_interpreters_are_no_copies(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where a copy could be made."""
    monkeypatch.setattr(workers, "active_count", lambda: 1)
    for fresh in (False, True):
        with workers.start_processes(1, fresh=fresh) as pool:
            context = pool._mp_context
            assert context
            assert (context.get_start_method() == "spawn") is fresh or sys.platform != "linux"


def _call_first() -> object:
    return take_inherited()[0]()


def test_a_program_with_threads_is_not_copied() -> None:
    """A lock that another thread holds would be held in the copy for ever."""
    over = Event()
    thread = Thread(target=over.wait)
    thread.start()
    try:
        assert not workers.can_fork()
        assert not Workers(2).can_inherit
    finally:
        over.set()
        thread.join()
