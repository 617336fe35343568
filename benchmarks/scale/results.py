"""Runs by size, contestant and task → medians, because one run on a busy machine says little."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from statistics import median
from typing import Final, NamedTuple

from benchmarks.scale.spending import Spent

ARCHIVE: Final = "archive"
"""The contestant that is ours; the others have the names of peers."""
COLD, SAME, CHANGED, CHECK, PAGES, SERVE = "cold", "same", "changed", "check", "pages", "serve"
NAMED, CAPTURED, CAPTURED_AGAIN = "named", "captured", "captured again"
TASKS: Final[Mapping[str, str]] = {
    CHECK: "check",
    PAGES: "Markdown pages alone",
    COLD: "cold build",
    SAME: "nothing changed",
    CHANGED: "one record changed",
    NAMED: "one name added",
    CAPTURED: "a first capture added",
    CAPTURED_AGAIN: "another capture added",
    SERVE: "from saving to the page",
}
"""What is measured, in words, in the order of a round."""


class Key(NamedTuple):
    """What runs are kept under."""

    size: int
    """Sources."""
    who: str
    task: str


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

    def cpu(self, size: int, task: str, who: str = ARCHIVE) -> float | None:
        """Median of the processor seconds; None if it was not measured."""
        return self._median(Key(size, who, task), lambda spent: spent.cpu)

    def wall(self, size: int, task: str, who: str = ARCHIVE) -> float | None:
        """Median of the seconds on the clock."""
        return self._median(Key(size, who, task), lambda spent: spent.wall)

    def memory(self, size: int, task: str, who: str = ARCHIVE) -> int | None:
        """The most bytes of all runs: a machine must have room for the worst."""
        return max((spent.memory for spent in self.runs.get(Key(size, who, task), ())), default=None)

    def _median(self, key: Key, value: Callable[[Spent], float]) -> float | None:
        runs = self.runs.get(key)
        return median(map(value, runs)) if runs else None


def ratio(one: float | None, other: float | None) -> float | None:
    """How many times the other; None if either is not known."""
    return one / other if one is not None and other else None
