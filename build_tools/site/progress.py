"""Stages under way → a bar on a terminal, plain lines elsewhere; always on standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TextIO

_WIDTH = 24


def bar(stage: str, done: int, total: int) -> str:
    """`annotate ████████░░░░ 12/36`."""
    filled = _WIDTH * done // total if total else _WIDTH
    return f"{stage} {'█' * filled}{'░' * (_WIDTH - filled)} {done}/{total}"


def silent(_stage: str, _done: int, _total: int) -> None:
    """Show nothing."""


class Steps:
    """Counts the steps of a stage for a progress callable; says nothing until it knows how many there are."""

    def __init__(self, stage: str, shown: Callable[[str, int, int], None]) -> None:
        self._stage, self._shown = stage, shown
        self._done = self._total = 0

    def expect(self, total: int) -> None:
        """Begin anew with so many steps ahead."""
        self._done, self._total = 0, total

    def step(self) -> None:
        """One more is done."""
        self._done += 1
        if self._done <= self._total:
            self._shown(self._stage, self._done, self._total)


class Progress:
    """Called by the pipeline with a stage, how many are done, and how many there are."""

    def __init__(self, out: TextIO | None = None) -> None:
        self._out = out or sys.stderr
        self._terminal = self._out.isatty()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show it; a plain line only when the stage is done, so that logs stay short."""
        if self._terminal:
            self._out.write(f"\r\x1b[K{bar(stage, done, total)}" + ("\n" if done == total else ""))
        elif done == total:
            self._out.write(f"{stage}: {done} of {total}\n")
        self._out.flush()
