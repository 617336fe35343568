"""Seed and time → repeated text through all readers, finders and writers: where time outgrows text.

`python -m benchmarks.pumps [--seconds N] [--seed N] [--step EXPRESSION]`, or `make fuzz`. First each unit by
itself, then units put together at random. Time is that of the processor: other programs do not count.
"""

from __future__ import annotations

import argparse
import math
import re
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, count
from typing import Any

from benchmarks.pumped_steps import STEPS, Step
from benchmarks.pumped_text import Pump, list_single_pumps, make_random_pump

SIZES = (2_000, 8_000, 32_000)
"""Characters: a short paragraph, a report, a long one."""
STEEPEST = 1.4
"""The power of the length that time may grow with: sorting, and tables that fill, stay below it; two loops
within one another do not."""
NOISE = 0.02
"""Seconds below which a time tells nothing."""
LONGEST = 10.0
"""Seconds that no text of these sizes may take, however it grows: another program would be killed by then."""
FIVE_MINUTES = 300


class TooLongError(Exception):
    """A step that did not end within LONGEST."""


@dataclass(frozen=True, slots=True)
class Growth:
    """How long one step took with one pump."""

    step: str
    pump: Pump
    seconds: tuple[float, ...]
    """For each of SIZES, as far as it was tried."""
    error: str = ""
    """What it ended with, where it ended badly."""

    @property
    def power(self) -> float:
        """The power of the length that time grew with over the last two sizes; 0 where times are short."""
        if len(self.seconds) < len(SIZES) or self.seconds[-1] < NOISE:
            return 0.0
        before = max(self.seconds[-2], NOISE / 20)
        return math.log(self.seconds[-1] / before, SIZES[-1] / SIZES[-2])

    @property
    def is_found(self) -> bool:
        """Whether it is one to look at."""
        return bool(self.error) or self.power > STEEPEST

    def __str__(self) -> str:
        times = ", ".join(f"{seconds:.3f} s" for seconds in self.seconds)
        how = self.error or f"grows with the length to the power of {self.power:.1f}"
        return f"{self.step}: {self.pump!r}: {how} ({times})"


@contextmanager
def stop_after(seconds: float) -> Iterator[None]:
    """Raise TooLongError once so many seconds of the processor have gone; also within an expression."""

    def stop(*_: Any) -> None:
        raise TooLongError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def measure_growth(name: str, step: Step, pump: Pump) -> Growth:
    """The times of a step for each size, as far as it must be tried."""
    taken: list[float] = []
    for size in SIZES:
        if _is_settled(taken):
            break
        text = pump.write_text(size)
        began = time.process_time()
        try:
            with stop_after(LONGEST):
                step(text)
        except TooLongError:
            return Growth(name, pump, (*taken, LONGEST), f"does not end within {LONGEST:.0f} s")
        except Exception as error:  # noqa: BLE001 - a finding like any other
            return Growth(name, pump, tuple(taken), f"{type(error).__name__}: {str(error)[:100]}")
        taken.append(time.process_time() - began)
    return Growth(name, pump, tuple(taken))


def _is_settled(taken: list[float]) -> bool:
    """Whether two sizes tell enough, and the largest, which takes longest, need not be tried."""
    if len(taken) < 2:  # noqa: PLR2004 - two sizes
        return False
    small, middle = taken
    # what is quadratic from here on takes less than a tenth of a second for the largest size
    return middle < NOISE / 10 or (small > NOISE / 10 and middle < small * (SIZES[1] / SIZES[0]) * 1.25)


def confirm_growth(growth: Growth) -> Growth:
    """The same once more, where it was steep: a table may have been read, or the processor taken away."""
    again = measure_growth(growth.step, STEPS[growth.step], growth.pump)
    return again if growth.is_found and not again.is_found else growth


def list_growths(pumps: Iterator[Pump], end: float, wanted: str) -> Iterator[Growth]:
    """What is to be looked at, of each step once for each unit, until the time is over."""
    steps = {name: step for name, step in STEPS.items() if re.search(wanted, name)}
    for step in steps.values():
        step("a b c.")  # tables are read once
    for pump in pumps:
        for name, step in steps.items():
            if time.monotonic() > end:
                return
            growth = measure_growth(name, step, pump)
            if growth.is_found and (sure := confirm_growth(growth)).is_found:
                yield sure


def main() -> int:
    """Print what was found; 1 where anything was."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pumps", description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=int, default=FIVE_MINUTES, help="how long to go on (default: 300)")
    parser.add_argument(
        "--seed", type=int, default=1, help="the first seed of what is put together at random"
    )
    parser.add_argument("--random", action="store_true", help="leave out the units by themselves")
    parser.add_argument("--step", default="", help="only the steps whose names an expression finds")
    asked = parser.parse_args()
    random_pumps = map(make_random_pump, count(asked.seed))
    pumps = random_pumps if asked.random else chain(list_single_pumps(), random_pumps)
    found = 0
    for growth in list_growths(pumps, time.monotonic() + asked.seconds, asked.step):
        print(growth, flush=True)
        found += 1
    print(f"{found} found", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
