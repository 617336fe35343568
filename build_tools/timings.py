"""Stages of a build → how far each is and how long it took, for whoever wants to know where the time goes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

ProgressCallback = Callable[[str, int, int], None]
"""Called with a stage's name, how many of its sources are done, and how many there are."""


class Timings:
    """Seconds by stage, in the order in which stages began. Nothing of a build depends on them."""

    def __init__(self) -> None:
        self._wall: dict[str, float] = {}
        self._cpu: dict[str, float] = {}

    @contextmanager
    def measure_stage(self, stage: str) -> Iterator[None]:
        """Add the time of what is done within to a stage."""
        wall, cpu = time.perf_counter(), time.process_time()
        self._wall.setdefault(stage, 0.0)
        try:
            yield
        finally:
            self._wall[stage] += time.perf_counter() - wall
            self._cpu[stage] = self._cpu.get(stage, 0.0) + time.process_time() - cpu

    def write_table(self) -> str:
        """A line for each stage: seconds by the clock, and of this process's own work."""
        rows = [
            (stage, f"{wall:.2f}", f"{self._cpu.get(stage, 0.0):.2f}") for stage, wall in self._wall.items()
        ]
        rows.append(("all", f"{sum(self._wall.values()):.2f}", f"{sum(self._cpu.values()):.2f}"))
        widest = max(len(stage) for stage, _, _ in rows)
        lines = [f"{stage:<{widest}}  {wall:>8}  {cpu:>8}" for stage, wall, cpu in rows]
        return "\n".join([f"{'stage':<{widest}}  {'seconds':>8}  {'own CPU':>8}", *lines])
