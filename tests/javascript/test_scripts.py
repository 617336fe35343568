"""Scripts that touch no document, in Node: their own tests are run here."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def node() -> str:
    """The program."""
    found = shutil.which("node")
    if found is None:
        pytest.skip("scripts are tested in Node: sudo apt-get install nodejs")
    return found


@pytest.mark.node
@pytest.mark.parametrize("tests", sorted(HERE.glob("*.test.cjs")), ids=lambda path: path.name)
def test_scripts_pass_their_own_tests(tests: Path, node: str) -> None:
    """Spelling, misspelling, filters: what needs no page is tested without one."""
    run = subprocess.run([node, "--test", str(tests)], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
