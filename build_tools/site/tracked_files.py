"""A folder → the files that git tracks in it, or why git did not say: what was not asked is not known."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

# set, they would have git tell of another folder, or of none; a hook of git sets them
_ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE")


def list_tracked(root: Path) -> tuple[list[str], str]:
    """Their names, and why they are not known, if so; outside of a repository nothing is tracked."""
    if not any((folder / ".git").exists() for folder in (root, *root.resolve().parents)):
        return [], ""
    git = shutil.which("git")
    if git is None:
        return [], "git is not installed, or not found"
    environment = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    command = [git, "-C", str(root), "ls-files", "-z"]
    listed = subprocess.run(command, capture_output=True, check=False, env=environment)  # noqa: S603 - git itself
    if listed.returncode:
        told = listed.stderr.decode("utf-8", "replace").strip().splitlines()
        return [], told[0] if told else f"git ended with {listed.returncode}"
    return [name for name in listed.stdout.decode("utf-8", "surrogateescape").split("\0") if name], ""
