"""Stages under way → a bar on a terminal, plain lines elsewhere: what, how many, how long still."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TextIO, TypeVar

from build_tools.timings import ProgressCallback

_Item = TypeVar("_Item")

# with the stage before and the time behind it, a line stays within eighty characters
_WIDTH = 24
_SOON = 1.0
"""Seconds after which a stage is worth a word on how long it still takes."""
_ENOUGH = 1 / 50
"""Of a stage: before that much is done, what the first pieces took says little of the others."""
_AGAIN = 10.0
"""Seconds between two lines in a log: often enough to see life, seldom enough to read."""
_MINUTE = 90
"""Seconds from which on minutes are told."""


def draw_progress_bar(stage: str, done: int, total: int, left: str = "") -> str:
    """`annotate ████████░░░░ 12/36, 20 s left`."""
    filled = _WIDTH * done // total if total else _WIDTH
    return f"{stage} {'█' * filled}{'░' * (_WIDTH - filled)} {done}/{total}{left}"


def tell_time_left(seconds: float) -> str:
    """`, 40 s left`; `, 3 min left`; nothing for what is over at once."""
    if seconds < _SOON:
        return ""
    return f", {seconds / 60:.0f} min left" if seconds >= _MINUTE else f", {seconds:.0f} s left"


def ignore_progress(_stage: str, _done: int, _total: int) -> None:
    """Show nothing."""


def follow_progress(stage: str, items: Sequence[_Item], progress: ProgressCallback) -> Iterator[_Item]:
    """The items one after the other, each told once whoever asked for it has done with it."""
    for done, item in enumerate(items, 1):
        yield item
        progress(stage, done, len(items))


class ProgressDisplay:
    """Called by the build with a stage, how many are done, and how many there are."""

    def __init__(self, out: TextIO | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` gives seconds; nothing but what is shown depends on it."""
        self._out = out or sys.stderr
        self._terminal = self._out.isatty()
        self._clock = clock
        self._stage = ""
        self._begun = self._told = 0.0
        self._first = 0

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show it. In a log, a stage has a line when it is done, and some on the way if it takes long."""
        now = self._clock()
        if stage != self._stage:
            self._stage, self._begun, self._told, self._first = stage, now, now, done
        left = tell_time_left(self._estimate_seconds(now, done, total))
        if self._terminal:
            self._out.write(
                # back to the beginning of the line, which is cleared to its end
                f"\r\x1b[K{draw_progress_bar(stage, done, total, left)}" + ("\n" if done == total else "")
            )
        elif done == total or now - self._told >= _AGAIN:
            self._told = now
            self._out.write(f"{stage}: {done} of {total}{left}\n")
        self._out.flush()

    def _estimate_seconds(self, now: float, done: int, total: int) -> float:
        """Seconds that the stage still takes, if it goes on so; what was there already is no work."""
        worked, spent = done - self._first, now - self._begun
        enough = worked > 0 and worked >= _ENOUGH * (total - self._first)
        return (total - done) * spent / worked if enough and spent >= _SOON else 0.0
