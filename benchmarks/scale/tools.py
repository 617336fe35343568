"""A folder for tools → the commands of other generators, installed there where they may be."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path


def find_mkdocs(_tools: Path) -> tuple[str, ...]:
    """The project's own."""
    return (sys.executable, "-m", "mkdocs", "build", "--quiet")


def find_zensical(tools: Path) -> tuple[str, ...] | None:
    """In an environment of its own, so that it changes no dependency of ours."""
    home = tools / "zensical"
    program = home / "bin/zensical"
    if not program.is_file():
        _try(sys.executable, "-m", "venv", str(home))
        _try(str(home / "bin/python"), "-m", "pip", "--quiet", "install", "zensical")
    return (str(program), "build", "--clean") if program.is_file() else None


def find_hugo(_tools: Path) -> tuple[str, ...] | None:
    """Debian's package, installed only by who may."""
    if not shutil.which("hugo") and os.geteuid() == 0 and shutil.which("apt-get"):
        _try("apt-get", "update", "-qq")
        _try("apt-get", "install", "--yes", "-qq", "--no-install-recommends", "hugo")
    program = shutil.which("hugo")
    return (program, "--quiet") if program else None


def find_eleventy(tools: Path) -> tuple[str, ...] | None:
    """In a folder of its own; needs Node and npm."""
    node, npm = shutil.which("node"), shutil.which("npm")
    home = tools / "eleventy"
    program = home / "node_modules/@11ty/eleventy/cmd.cjs"
    if npm and not program.is_file():
        home.mkdir(parents=True, exist_ok=True)
        _try(npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(home), "@11ty/eleventy")
    return (node, str(program), "--quiet") if node and program.is_file() else None


def _try(*command: str) -> bool:
    """Whether it succeeded; what it says is nobody's concern here."""
    silent = subprocess.DEVNULL
    try:
        run = subprocess.run(command, stdin=silent, stdout=silent, stderr=silent, timeout=600, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return run.returncode == 0


def version_of(command: Sequence[str]) -> str:
    """What the tool says of itself: `0.111.3`; nothing if it says nothing."""
    words = [word for word in command if word not in ("build", "--quiet", "--clean")]
    for option in ("--version", "version"):
        run = subprocess.run([*words, option], capture_output=True, text=True, check=False)
        if run.returncode == 0 and (found := re.search(r"\d+(\.\d+)+", run.stdout)):
            return found.group()
    return ""
