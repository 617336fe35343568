"""A file of the seeds → whether git has it as it stands: only then may a command delete it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path


def find_commit(path: Path) -> str:
    """The last commit that changed the file, shortened; empty where git has not the file as it stands."""
    git = shutil.which("git")
    if git is None or not path.is_file():
        return ""
    # against the last commit, not against what is marked for the next one
    same = _run_git(git, path, "diff", "--quiet", "HEAD")
    known = _run_git(git, path, "ls-files", "--error-unmatch")
    if same is None or known is None:
        return ""
    return (_run_git(git, path, "log", "-1", "--format=%h") or "").strip()


def _run_git(git: str, path: Path, *words: str) -> str | None:
    """What it prints; None where it fails."""
    ended = subprocess.run(  # noqa: S603 - git itself, by its full path, no shell
        [git, *words, "--", path.name], cwd=path.parent, capture_output=True, text=True, check=False
    )
    return None if ended.returncode else ended.stdout
