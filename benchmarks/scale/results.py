"""Runs by size, contestant and task → medians, because one run on a busy machine says little."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from statistics import median
from typing import Final, NamedTuple, Self

from benchmarks.scale.spending import Spent

ARCHIVE: Final = "archive"
"""The contestant that is ours; the others have the names of peers."""


class Task(StrEnum):
    """What is measured, in the order of the table."""

    words: str

    COLD = "cold", "cold build"
    SAME = "same", "nothing changed"
    CHANGED = "changed", "one record changed"
    NAMED = "named", "one name added"
    CAPTURED = "captured", "a first capture added"
    CAPTURED_AGAIN = "captured again", "another capture added"
    SERVE = "serve", "from saving to the page"
    CHECK = "check", "check"
    PAGES = "pages", "Markdown pages alone"

    def __new__(cls, name: str, words: str) -> Self:
        """A task by its name, and in words."""
        task = str.__new__(cls, name)
        task._value_, task.words = name, words
        return task


class Key(NamedTuple):
    """What runs are kept under."""

    size: int
    """Sources."""
    who: str
    task: Task


@dataclass(frozen=True, slots=True)
class Results:
    """All that was measured in one go."""

    runs: dict[Key, list[Spent]] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)
    """What was not measured, and why, one sentence each."""
    stages: dict[int, dict[str, float]] = field(default_factory=dict)
    """Size → CPU seconds by stage, as the build itself tells them; empty while it does not."""

    def add(self, key: Key, spent: Spent) -> None:
        """Keep a run."""
        self.runs.setdefault(key, []).append(spent)

    @property
    def sizes(self) -> tuple[int, ...]:
        """Smallest first."""
        return tuple(sorted({key.size for key in self.runs}))

    def cpu(self, size: int, task: Task, who: str = ARCHIVE) -> float | None:
        """Median of the processor seconds; None if it was not measured."""
        return self._median(Key(size, who, task), lambda spent: spent.cpu)

    def wall(self, size: int, task: Task, who: str = ARCHIVE) -> float | None:
        """Median of the seconds on the clock."""
        return self._median(Key(size, who, task), lambda spent: spent.wall)

    def memory(self, size: int, task: Task, who: str = ARCHIVE) -> int | None:
        """The most bytes of all runs: a machine must have room for the worst."""
        return max((spent.memory for spent in self.runs.get(Key(size, who, task), ())), default=None)

    def _median(self, key: Key, value: Callable[[Spent], float]) -> float | None:
        runs = self.runs.get(key)
        return median(map(value, runs)) if runs else None


def ratio(one: float | None, other: float | None) -> float | None:
    """How many times the other; None if either is not known."""
    return one / other if one is not None and other else None
