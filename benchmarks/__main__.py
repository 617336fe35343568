"""All measurements of the project on one page: `python -m benchmarks`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

from benchmarks import annotation, cases, cleaning, metadata, numbers, shape

MEASURES: tuple[Callable[[], Iterator[str]], ...] = (
    cleaning.measure,
    metadata.measure,
    annotation.measure,
    numbers.measure,
    cases.measure,
    shape.measure,
)
"""In the order in which they are printed. To add one: a module with `measure`, a line here."""


def main() -> None:
    """Print every measurement; what cannot be measured says why."""
    for measure in MEASURES:
        sys.stdout.writelines(f"{line}\n" for line in measure())
        sys.stdout.write("\n")


if __name__ == "__main__":
    main()
