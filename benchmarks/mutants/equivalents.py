"""equivalent.yml → mutants that no test can tell from the original, with reasons: no rate counts them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from benchmarks.mutants.mutations import Mutation

TABLE = Path(__file__).parent / "equivalent.yml"


@dataclass(frozen=True, slots=True)
class Equivalent:
    """Mutants of one line that behave as the original does."""

    path: str
    line: str
    """The source line they begin in, without the space around: numbers of lines move."""
    reason: str
    after: tuple[str, ...] = ()
    """What stands in their place; all mutants of the line if empty."""

    def covers(self, mutation: Mutation) -> bool:
        """Whether a mutation is one of them."""
        return (
            (mutation.path, mutation.code) == (self.path, self.line)
            and (not self.after or mutation.after in self.after)
        )  # fmt: skip


def load_equivalents() -> tuple[Equivalent, ...]:
    """Return the table, file by file."""
    files = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return tuple(_read_entries(files))


def _read_entries(files: dict[str, list[dict[str, str | list[str]]]]) -> Iterator[Equivalent]:
    for path, entries in files.items():
        for entry in entries:
            after = tuple(f"({text})" for text in entry.get("after", ()))
            yield Equivalent(path, str(entry["line"]), str(entry["reason"]), after)


def drop_equivalents(mutations: Iterable[Mutation], known: Sequence[Equivalent]) -> list[Mutation]:
    """Return the mutations that some test should notice."""
    return [mutation for mutation in mutations if not any(entry.covers(mutation) for entry in known)]
