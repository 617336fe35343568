"""A mutation → whether its package's tests fail with it, in a copy: the tree itself stays as it is."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from benchmarks import places
from benchmarks.mutants.mutations import Mutation

ROOT = Path(__file__).resolve().parents[2]
_LEFT_OUT = "not browser and not java and not npm"
"""Markers of tests that take minutes, or ask for what is not part of the package."""
_PATIENCE = 4.0
_LEAST_PATIENCE = 60.0
"""Seconds: a run that takes so many times as long as without a mutation, and more than this, does not end."""
_FAILED = {1, 2}
"""What pytest returns if a test failed, or if one could not be read."""


class Outcome(StrEnum):
    """What the tests said of a mutant."""

    KILLED = "killed"
    ENDLESS = "killed, endless"
    SURVIVED = "survived"


@dataclass(frozen=True, slots=True)
class TreeCopy:
    """A copy of the project in which one mutant at a time lives."""

    root: Path
    package: str
    patience: float = 600.0
    """Seconds that a run of the tests may take."""
    pages: bool = True
    """Whether tests may use what lies beside the project."""

    def judge(self, mutation: Mutation) -> Outcome:
        """Put the mutant in place, run the tests, and put the original back."""
        path = self.root / mutation.path
        source = path.read_text(encoding="utf-8")
        # a compiled file is told from a newer source by its second and size only
        Path(importlib.util.cache_from_source(str(path))).unlink(missing_ok=True)
        path.write_text(mutation.apply(source), encoding="utf-8")
        try:
            code = self.run_tests()
        finally:
            path.write_text(source, encoding="utf-8")
        if code is None:
            return Outcome.ENDLESS
        if code not in {0, *_FAILED}:
            raise RuntimeError(f"pytest ended with {code} on {mutation}")
        return Outcome.KILLED if code else Outcome.SURVIVED

    def run_tests(self) -> int | None:
        """Run the package's tests to the first failure; None if they do not end."""
        command = [sys.executable, "-m", "pytest", "-x", "-q", "--ff", "--no-header", "-m", _LEFT_OUT]
        command += ["--hypothesis-profile=brief", f"tests/{self.package}"]
        process = subprocess.Popen(
            command,
            cwd=self.root,
            env=self._environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            return process.wait(self.patience)
        except subprocess.TimeoutExpired:
            return None
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def _environment(self) -> dict[str, str]:
        """Folders beside the project are not beside its copy; without `pages` there are none."""
        absent = self.root / "absent"
        beside = {
            "ARCHIVE_CAPTURES": places.captures(),
            "ARCHIVE_RESEARCH": places.research(),
            "ARCHIVE_BENCHMARKS": places.articles().parent,
        }
        named = {name: str(folder if self.pages else absent) for name, folder in beside.items()}
        return {**os.environ, **named, "ARCHIVE_MUST_RUN": "", "PYTHONDONTWRITEBYTECODE": "1"}


def copy_tree(target: Path, package: str, *, pages: bool = True) -> TreeCopy:
    """Copy the project's files and make sure that the tests pass there without a mutant."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=ROOT, capture_output=True, check=True
    )
    for name in listed.stdout.decode("utf-8").split("\0"):
        if name and (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)
    copied = TreeCopy(target, package, pages=pages)
    started = time.monotonic()
    if code := copied.run_tests():
        raise RuntimeError(f"the tests of {package} fail without any mutant (pytest ended with {code})")
    patience = max(_PATIENCE * (time.monotonic() - started), _LEAST_PATIENCE)
    return TreeCopy(target, package, patience, pages)
