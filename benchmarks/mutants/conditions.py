"""Conditions of cleaning → what changes without each: a case of our own, only real pages, or nothing.

The modules of cleaning are loaded anew for each condition, in processes of their own, from source that is
changed in memory only.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType

from benchmarks import cleaning, places
from benchmarks.baseline import describe_cleaned
from benchmarks.mutants.mutations import CONDITIONS, Mutation, find_mutations
from benchmarks.mutants.trees import ROOT
from build_tools.model.capture import Capture
from build_tools.model.clean import CleanText

_PACKAGE = "build_tools.clean"
_WORKERS = 2
_SECONDS = 120
"""After which a condition is one without which cleaning does not end."""
_FIXTURES = ROOT / "tests/clean/fixtures"
_DEMO = ROOT / "examples/the-ferry/seeds"


@dataclass(frozen=True, slots=True)
class Effect:
    """What is different without a condition."""

    mutation: Mutation
    own: int
    """Documents of the project that change: cases, and captures of the demo."""
    pages: int
    """Pages of the benchmark that change; not looked at where documents of our own change."""
    fails: str = ""
    """The name of the exception that cleaning ends with."""


def report(mutations: Sequence[Mutation], *, pages: bool = True) -> Iterator[str]:
    """Yield the conditions that nothing of our own holds, each as soon as it is known, and a summary."""
    measure = measure_condition if pages else measure_by_cases
    effects: list[Effect] = []
    with multiprocessing.get_context("fork").Pool(_WORKERS) as pool:
        for effect in pool.imap(measure, mutations):
            effects.append(effect)
            if not effect.own and not effect.fails:
                yield f"{effect.pages:4} pages  {effect.mutation}"
    loose = [effect for effect in effects if not effect.own and not effect.fails]
    idle = sum(not effect.pages for effect in loose)
    held = len(effects) - len(loose)
    by_pages = len(loose) - idle
    yield f"{len(effects)} conditions: {held} held by cases, {by_pages} by pages only, {idle} by nothing"


def collect_conditions() -> list[Mutation]:
    """Return what can be taken away from the conditions of cleaning."""
    found: list[Mutation] = []
    for path in sorted((ROOT / "build_tools/clean").rglob("*.py")):
        mutations = find_mutations(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
        found += [mutation for mutation in mutations if mutation.kind in CONDITIONS]
    return found


def measure_by_cases(mutation: Mutation) -> Effect:
    """Clean only what lies in the project: quick, and enough to see which cases are missing."""
    return measure_condition(mutation, pages=False)


def measure_condition(mutation: Mutation, *, pages: bool = True) -> Effect:
    """Clean everything at hand without the condition, and count what is different."""
    expected_own = _expected("own")
    expected_pages = _expected("pages") if pages else {}
    signal.signal(signal.SIGALRM, _give_up)
    signal.alarm(_SECONDS)
    try:
        clean = load_cleaning(mutation)
        own = _count_changed(expected_own, clean)
        changed = 0 if own else _count_changed(expected_pages, clean)
    except Exception as error:  # noqa: BLE001 - whatever it is, the condition is needed
        return Effect(mutation, 0, 0, type(error).__name__)
    finally:
        signal.alarm(0)
    return Effect(mutation, own, changed)


def _give_up(_signal: int, _frame: object) -> None:
    raise TimeoutError


Clean = Callable[[Capture], CleanText]


def load_cleaning(mutation: Mutation | None = None) -> Clean:
    """Load the modules of cleaning anew, one of them with a mutation in it."""
    for name in [name for name in sys.modules if name == _PACKAGE or name.startswith(f"{_PACKAGE}.")]:
        del sys.modules[name]
    finder = _MutatingFinder(mutation)
    sys.meta_path.insert(0, finder)
    try:
        clean: Clean = import_module(_PACKAGE).clean
    finally:
        sys.meta_path.remove(finder)
    return clean


class _MutatingFinder:
    """Finds the mutated module in its file, and reads it with the mutation."""

    def __init__(self, mutation: Mutation | None) -> None:
        self._mutation = mutation

    def find_spec(self, name: str, _path: Sequence[str] | None, _target: object = None) -> ModuleSpec | None:
        if self._mutation is None:
            return None
        module = self._mutation.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        if name != module:
            return None
        path = str(ROOT / self._mutation.path)
        return spec_from_file_location(name, path, loader=_MutatingLoader(name, path, self._mutation))


class _MutatingLoader(SourceFileLoader):
    def __init__(self, name: str, path: str, mutation: Mutation) -> None:
        super().__init__(name, path)
        self._mutation = mutation

    def get_code(self, fullname: str) -> CodeType:
        source = Path(self.path).read_text(encoding="utf-8")
        return compile(self._mutation.apply(source), self.get_filename(fullname), "exec")


@cache
def _expected(whose: str) -> dict[Capture, tuple[str, ...]]:
    clean = load_cleaning()
    found = own_captures() if whose == "own" else _page_captures()
    return {capture: tuple(describe_cleaned(clean(capture))) for capture in found}


def own_captures() -> list[Capture]:
    """Return the cases of cleaning and the captures of the demo."""
    found: list[Capture] = []
    for path in sorted(_FIXTURES.glob("*.md")):
        name = "a.html" if path.stem == "html" else "a.txt"
        rest = path.read_text(encoding="utf-8").partition("\n\n")[2]
        pieces = rest.split("\n.\n")
        found += [cleaning.capture_of(name, piece.encode("utf-8")) for piece in pieces[1::3]]
    files = sorted(path for path in _DEMO.iterdir() if path.suffix in {".txt", ".html"})
    return found + [cleaning.capture_of(path.name, path.read_bytes()) for path in files]


def _page_captures() -> list[Capture]:
    if not places.articles().is_dir():
        return []
    return [page.capture for form in ("text", "html") for page in cleaning.pages(form)]


def _count_changed(expected: dict[Capture, tuple[str, ...]], clean: Clean) -> int:
    return sum(tuple(describe_cleaned(clean(capture))) != told for capture, told in expected.items())
