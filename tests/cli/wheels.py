"""The tree → its wheel, and an environment with nothing but that: what a keeper has who has no checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest
from filelock import FileLock

from tests.built import copy_tree

NAME = "documentary-archive"
REPOSITORY = "https://host.example/archives/generator"
KEPT = ("PATH", "HOME", "SYSTEMROOT", "TMPDIR", "ARCHIVE_REPO_URL")
"""Of the environment: a keeper's machine has no more of ours."""


def run(folder: Path, *command: str | Path) -> str:
    """What it prints; fails with its own words."""
    told = subprocess.run(
        command, cwd=folder, env=make_environment(), capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, f"{command}\n{told.stdout}\n{told.stderr}"
    return told.stdout


def make_environment() -> dict[str, str]:
    """A keeper's."""
    return {key: os.environ[key] for key in KEPT if key in os.environ}


def build_wheel(folder: Path) -> Path:
    """The wheel of the tree as it stands; built once a session, by whichever worker comes first."""
    with FileLock(f"{folder}.lock"):
        if not (folder / "dist").exists():
            command = ["pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir"]
            with pytest.MonkeyPatch.context() as patch:
                patch.setenv("ARCHIVE_REPO_URL", REPOSITORY)
                run_in = copy_tree(folder / "tree")
                run(folder, sys.executable, "-m", *command, folder / "dist", run_in)
    return next((folder / "dist").glob("*.whl"))


def install_wheel(folder: Path, wheel: Path) -> Path:
    """The programs of an environment that has the wheel and the libraries, and no checkout."""
    with FileLock(f"{folder}.lock"):
        programs = folder / "environment/bin"
        if not (programs / NAME).exists():
            _fill_environment(folder / "environment", wheel)
        return programs


def _fill_environment(folder: Path, wheel: Path) -> None:
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin/python"
    command = ["-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-index"]
    run(folder, sys.executable, *command, str(wheel))
    asked = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site_packages = run(folder, python, "-c", asked).strip()
    # what the editable installation of the tests put beside the libraries is not followed from here
    Path(site_packages, "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
