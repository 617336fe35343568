"""`python -m benchmarks`: every measurement, one after the other."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

from benchmarks import annotation, cleaning

MEASURES: tuple[Callable[[], Iterator[str]], ...] = (cleaning.measure, annotation.measure)
"""To add a measurement: one module, one entry here. Each yields the lines that it prints."""

if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for measure in MEASURES for line in measure())
