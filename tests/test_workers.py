"""Other processes: none is left behind, whatever happened to the one that started it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_PROGRAM = """
import os, signal
from build_tools.workers import Workers

if __name__ == "__main__":
    with Workers(1) as workers:
        workers.start_executor().submit(os.getpid).result()
        os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_worker_ends_with_a_parent_that_was_killed(tmp_path: Path) -> None:
    """The worker holds the pipe of the program's output: that it ends shows that the worker is gone."""
    program = tmp_path / "program.py"
    program.write_text(_PROGRAM)
    run = subprocess.run([sys.executable, str(program)], stdout=subprocess.PIPE, timeout=300, check=False)
    assert run.returncode < 0
