"""Scripts of the pages → what a checker of types finds: a browser tells of a slip only when it is run."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.built import ROOT
from tests.npm import fetch_package

COMPILER = "typescript@7.0.2"
"""Pinned: a newer one may find more, and is taken by a change of this line."""
OPTIONS = ("--noEmit", "--allowJs", "--checkJs", "--strict", "false", "--noUnusedLocals")
"""Not strict: what is not said to be anything else may be anything."""
LIBRARIES = ("--target", "es2023", "--lib", "es2023,dom,dom.iterable")
SCRIPTS = sorted((ROOT / "overrides").rglob("*.js"))
PAGES = Path(__file__).with_name("pages.d.ts")


@pytest.fixture(scope="module")
def compiler(request: pytest.FixtureRequest) -> list[str]:
    """The command that checks types."""
    node = shutil.which("node")
    if not node:
        pytest.skip("the checker of types needs Node: sudo apt-get install npm")
    return [node, str(fetch_package(request.config.cache.mkdir("tsc"), COMPILER, "typescript/bin/tsc"))]


def _check(compiler: list[str], *scripts: Path) -> subprocess.CompletedProcess[str]:
    command = [*compiler, *OPTIONS, *LIBRARIES, str(PAGES), *map(str, scripts)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.npm
def test_scripts_have_no_error_of_types(compiler: list[str]) -> None:
    """No name that nobody gave, no property that elements of our pages do not have, nothing unused."""
    run = _check(compiler, *SCRIPTS)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.npm
@pytest.mark.parametrize(
    "slip", ["document.getElementById('search').opne()", "window.archiveSerch.words", "const x = 1 + (2 < y)"]
)
def test_a_slip_would_be_found(slip: str, compiler: list[str], tmp_path: Path) -> None:
    """Else the test above would hold of nothing."""
    script = tmp_path / "slip.js"
    script.write_text(f"(() => {{ {slip} }})()\n", "utf-8")
    assert _check(compiler, script).returncode
