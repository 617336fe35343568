"""A package of npm → its files, in pytest's cache; pinned, fetched once, never part of the repository."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from filelock import FileLock

_QUIET = ("--ignore-scripts", "--no-audit", "--no-fund", "--silent")
"""No script of a package runs here: a package is read, and what it would fetch is not wanted."""


def fetch_package(home: Path, package: str, file: str) -> Path:
    """The file of a package such as `name@1.2.3`, installed into a folder; skips where it cannot be had."""
    npm, found = shutil.which("npm"), home / package / "node_modules" / file
    if not npm:
        pytest.skip(f"{package} needs npm: sudo apt-get install npm")
    with FileLock(f"{home / package}.lock"):
        if not found.is_file():
            command = [npm, "install", *_QUIET, "--prefix", str(home / package), package]
            run = subprocess.run(command, capture_output=True, text=True, check=False)
            if run.returncode or not found.is_file():
                pytest.skip(f"npm could not install {package}: {run.stdout}{run.stderr}")
    return found
