"""Scripts of the pages → what a linter finds: slips that run, and ways by which words become markup."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.built import ROOT
from tests.npm import fetch_package

LINTER = "eslint@10.15.0"
"""Pinned: a newer one may find more, and is taken by a change of this line."""
RULES = Path(__file__).with_name("eslint.config.mjs")


@pytest.fixture(scope="module")
def linter(request: pytest.FixtureRequest) -> list[str]:
    """The command that lints."""
    node = shutil.which("node")
    if not node:
        pytest.skip("the linter of scripts needs Node: sudo apt-get install npm")
    program = fetch_package(request.config.cache.mkdir("eslint"), LINTER, "eslint/bin/eslint.js")
    return [node, str(program), "--config", str(RULES), "--max-warnings", "0"]


@pytest.mark.npm
def test_scripts_have_no_fault_of_the_linter(linter: list[str]) -> None:
    """Nothing unused or shadowed, no text that becomes markup or program, no function with many forks."""
    command = [*linter, "overrides", "tests/javascript"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


SLIPS = {
    "const one = 1": "no-unused-vars",
    "let one = 1; alert(one)": "prefer-const",
    "if (window.one == 1) close()": "eqeqeq",
    "document.body.innerHTML = name": "no-restricted-syntax",
    "document.body.insertAdjacentHTML('beforeend', name)": "no-restricted-syntax",
    "document.write(name)": "no-restricted-syntax",
    "fetch(name)": "no-restricted-syntax",
    "eval(name)": "no-eval",
    "setInterval('close()', 1)": "no-implied-eval",
}
"""A line of a script → the rule that it breaks."""


@pytest.mark.npm
def test_slips_would_be_found(linter: list[str], tmp_path: Path) -> None:
    """Else the test above would hold of nothing."""
    for n, slip in enumerate(SLIPS):
        (tmp_path / f"{n}.js").write_text(f'(() => {{\n  "use strict"\n  {slip}\n}})()\n', "utf-8")
    run = subprocess.run([*linter, "."], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.returncode == 1, run.stdout + run.stderr
    found = run.stdout.split(str(tmp_path))[1:]
    by_file = {part.split("\n")[0].strip("/"): part for part in found}
    for n, (slip, rule) in enumerate(SLIPS.items()):
        assert rule in by_file.get(f"{n}.js", ""), slip
