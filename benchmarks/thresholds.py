"""Each threshold of cleaning, a step down and up → pages that change, and what the mean F1 gains or loses.

`python -m benchmarks.thresholds` prints a line for each; `--write` puts the figures into the table's notes.
"""

from __future__ import annotations

import argparse
import multiprocessing
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from benchmarks import cleaning, places, watched
from benchmarks.baseline import describe_cleaned
from benchmarks.cleaning import Page
from benchmarks.mutants.conditions import load_cleaning
from benchmarks.mutants.mutations import Mutation, MutationKind, find_mutations
from benchmarks.mutants.trees import ROOT
from benchmarks.shingles import mean_score, page_score
from build_tools.model.clean import CleanText

TABLE = ROOT / "build_tools/clean/thresholds.py"
FORMS = ("text", "html")
_WORKERS = 2
_FIELD = re.compile(r"^    (\w+): (?:int|float) = ")
_NOTE = re.compile(r'^(    """.*?)(?: \[[^\]]*\])?"""$', re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Step:
    """What one step of one threshold does."""

    name: str
    value: str
    pages: int
    """Of both forms together, that change in the kind or rule of a line."""
    gain: tuple[float, float]
    """Of the mean F1 over pages as text and as HTML, in thousandths."""

    def __str__(self) -> str:
        if not self.pages:
            return f"{self.value}: none"
        text, html = (f"{gain:+.1f}".replace("-", "−") for gain in self.gain)
        pages = "page" if self.pages == 1 else "pages"
        return f"{self.value}: {self.pages} {pages}, {text} {html}"


@dataclass(frozen=True, slots=True)
class Judged:
    """A page as it is cleaned."""

    lines: tuple[str, ...]
    score: tuple[float, float]
    """Precision and recall."""


def steps(only: Iterable[str] = ()) -> Iterator[Step]:
    """Yield both steps of every threshold, in the order of the table; of those named only, if any are."""
    wanted = set(only)
    mutations = [mutation for mutation in find_steps() if not wanted or name_of(mutation) in wanted]
    for form in FORMS:  # before the workers are there, which share what is known
        _as_they_are(form), _reached_by(form)
    with multiprocessing.get_context("fork").Pool(_WORKERS) as pool:
        yield from pool.imap(take_step, mutations)


def find_steps() -> list[Mutation]:
    """Return the steps as changes of the table's source."""
    path = TABLE.relative_to(ROOT).as_posix()
    mutations = find_mutations(path, TABLE.read_text(encoding="utf-8"))
    return [mutation for mutation in mutations if mutation.kind is MutationKind.CONSTANT]


def name_of(mutation: Mutation) -> str:
    """Return the threshold whose line a mutation changes."""
    line = TABLE.read_text(encoding="utf-8").splitlines()[mutation.line - 1]
    found = _FIELD.match(line)
    return found[1] if found else ""


def take_step(mutation: Mutation) -> Step:
    """Clean all pages with one threshold changed."""
    clean = load_cleaning(mutation)
    pages, gains = 0, []
    for form in FORMS:
        before = _as_they_are(form)
        after = [
            _judge(page, clean(page.capture), known) if name_of(mutation) in names else known
            for (page, known), names in zip(before, _reached_by(form), strict=True)
        ]
        pages += sum(now is not known for now, (_, known) in zip(after, before, strict=True))
        f1 = (
            mean_score(judged.score for judged in some).f1 for some in (after, [known for _, known in before])
        )
        now, then = f1
        gains.append(1000 * (now - then))
    return Step(name_of(mutation), _value(mutation), pages, (gains[0], gains[1]))


def _value(mutation: Mutation) -> str:
    """Return the number that the table holds after a step, with its sign."""
    line = mutation.apply(TABLE.read_text(encoding="utf-8")).splitlines()[mutation.line - 1]
    return line.partition(" = ")[2].replace("(", "").replace(")", "").replace("-", "−")


@cache
def _as_they_are(form: str) -> list[tuple[Page, Judged]]:
    clean = load_cleaning()
    return [(page, _judge(page, clean(page.capture))) for page in cleaning.pages(form)]


@cache
def _reached_by(form: str) -> list[frozenset[str]]:
    """By page: the thresholds of which a step may change it."""
    source = TABLE.read_text(encoding="utf-8")
    path, at = TABLE.relative_to(ROOT).as_posix(), len(source.encode("utf-8"))
    watching = "\nfrom benchmarks.watched import watch\n\nTHRESHOLDS = watch(THRESHOLDS)\n"
    clean = load_cleaning(Mutation(path, 0, MutationKind.CONSTANT, at, at, "", watching, ""))
    always = watched.list_unwatched(TABLE.parent)
    found: list[frozenset[str]] = []
    for page, _ in _as_they_are(form):
        watched.reached.clear()
        clean(page.capture)
        found.append(always | watched.reached)
    return found


def _judge(page: Page, cleaned: CleanText, known: Judged | None = None) -> Judged:
    """Score a page, or return what is known of it if its lines are the same: scoring takes longer."""
    lines = tuple(describe_cleaned(cleaned))
    if known and known.lines == lines:
        return known
    return Judged(lines, page_score(page.truth, cleaning.article(cleaned)))


def write_notes(source: str, found: Sequence[Step]) -> str:
    """Return the table with the figures of the steps in brackets at the end of each note."""
    figures: dict[str, list[str]] = {}
    for step in found:
        figures.setdefault(step.name, []).append(str(step))
    pieces = re.split(r"(?m)^(?=    \w+: (?:int|float) = )", source)
    return "".join(_noted(piece, figures) for piece in pieces)


def _noted(piece: str, figures: dict[str, list[str]]) -> str:
    field = _FIELD.match(piece)
    if not field or field[1] not in figures:
        return piece
    told = "; ".join(figures[field[1]])
    return _NOTE.sub(lambda note: f'{note[1].rstrip()}\n\n    [{told}]"""', piece, count=1)


def main() -> None:
    """Print a line for each step, as soon as it is known."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.thresholds", description=__doc__)
    parser.add_argument("names", nargs="*", help="only these")
    parser.add_argument("--write", action="store_true", help="put the figures into the table's notes")
    chosen = parser.parse_args()
    if absent := list(places.missing(places.articles())):
        sys.exit("; ".join(absent))
    found: list[Step] = []
    for step in steps(chosen.names):
        found.append(step)
        print(f"{step.name} {step}", flush=True)
    if chosen.write:
        TABLE.write_text(write_notes(TABLE.read_text(encoding="utf-8"), found), encoding="utf-8")


if __name__ == "__main__":
    main()
