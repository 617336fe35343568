"""Stages under way → a bar on a terminal, plain lines elsewhere; always on standard error."""

from __future__ import annotations

import sys
from typing import TextIO

_WIDTH = 24


def bar(stage: str, done: int, total: int) -> str:
    """`annotate ████████░░░░ 12/36`."""
    filled = _WIDTH * done // total if total else _WIDTH
    return f"{stage} {'█' * filled}{'░' * (_WIDTH - filled)} {done}/{total}"


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
