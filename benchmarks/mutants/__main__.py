"""Packages → how many of their mutants the tests kill, and which survive: `python -m benchmarks.mutants`.

A sample, drawn anew by each `--seed`; not part of CI, for it takes minutes. Mutants that no test could tell
from the original are named in `equivalent.yml` with the reason, and left out.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from benchmarks.mutants import conditions
from benchmarks.mutants.equivalents import drop_equivalents, load_equivalents
from benchmarks.mutants.mutations import Mutation, find_mutations
from benchmarks.mutants.trees import ROOT, Outcome, TreeCopy, copy_tree

PACKAGES = ("clean", "relate")
"""What is looked at where no package is named: the goal is 90 of 100 here."""
_WORKERS = 2
"""Copies of the tree that are tested at once, on any machine: others may be working there."""
_SAMPLE = 60


@dataclass(frozen=True, slots=True)
class KillRate:
    """What became of the mutants of one package."""

    package: str
    possible: int
    """Mutants that the sample was drawn from."""
    equivalent: int
    """Mutants that were left out because they behave as the original does."""
    outcomes: tuple[tuple[Mutation, Outcome], ...]

    def report(self, seed: int) -> Iterator[str]:
        """Yield the rate and the survivors, in words."""
        survivors = [mutation for mutation, outcome in self.outcomes if outcome is Outcome.SURVIVED]
        drawn = len(self.outcomes)
        killed = drawn - len(survivors)
        rate = f"{100 * killed / drawn:.0f} %" if drawn else "none"
        drawn_from = f"{self.possible} possible, {self.equivalent} equivalent left out"
        yield f"{self.package}: {killed} of {drawn} killed ({rate}); {drawn_from}, seed {seed}"
        yield from (f"  survived {mutation}" for mutation in survivors)


def collect_mutations(package: str, root: Path = ROOT) -> list[Mutation]:
    """Return every mutation of a package, in the order of its files."""
    folder = root / "build_tools" / package
    found: list[Mutation] = []
    for path in sorted(folder.rglob("*.py")):
        found += find_mutations(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))
    return found


def draw_sample(mutations: Sequence[Mutation], size: int, seed: int) -> list[Mutation]:
    """Draw mutations, the same for the same seed, in the order of the files; all if size is 0."""
    if not size or size >= len(mutations):
        return list(mutations)
    chosen = random.Random(seed).sample(range(len(mutations)), size)  # noqa: S311 - nothing secret
    return [mutations[place] for place in sorted(chosen)]


def measure_package(package: str, size: int, seed: int, *, pages: bool = True) -> KillRate:
    """Judge a sample of a package's mutants, two at a time, each in a copy of the tree of its own."""
    every = collect_mutations(package)
    possible = drop_equivalents(every, load_equivalents())
    sample = draw_sample(possible, size, seed)
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(_WORKERS) as threads:
        folders = [Path(scratch) / str(number) for number in range(_WORKERS)]
        free: SimpleQueue[TreeCopy] = SimpleQueue()
        for copied in threads.map(lambda folder: copy_tree(folder, package, pages=pages), folders):
            free.put(copied)

        def judge(mutation: Mutation) -> Outcome:
            tree = free.get()
            try:
                return tree.judge(mutation)
            finally:
                free.put(tree)

        outcomes = tuple(zip(sample, threads.map(judge, sample), strict=True))
    return KillRate(package, len(possible), len(every) - len(possible), outcomes)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the rate of each package as soon as it is known."""
    # what was found must not wait in a buffer for the rest, which takes minutes
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutants", description=__doc__)
    parser.add_argument("packages", nargs="*", default=PACKAGES, help="folders of build_tools/")
    parser.add_argument("--sample", type=int, default=_SAMPLE, help="mutants of each package; 0 for all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--own", action="store_true", help="only with what lies in the project: no pages")
    parser.add_argument(
        "--conditions", action="store_true", help="which conditions of cleaning change no case, instead"
    )
    chosen = parser.parse_args(arguments)
    if chosen.conditions:
        drawn = draw_sample(conditions.collect_conditions(), chosen.sample, chosen.seed)
        sys.stdout.writelines(f"{line}\n" for line in conditions.report(drawn, pages=not chosen.own))
        return
    for package in chosen.packages:
        rate = measure_package(package, chosen.sample, chosen.seed, pages=not chosen.own)
        sys.stdout.writelines(f"{line}\n" for line in rate.report(chosen.seed))


if __name__ == "__main__":
    main()
