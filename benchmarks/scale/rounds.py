"""Sizes × contestants → results: round after round, so that a busy hour hits all alike."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from benchmarks.scale.archives import ROOT, add_name, change_sentence, put_capture_aside
from benchmarks.scale.goals import LARGE, MIDDLE, REAL
from benchmarks.scale.peers import Peer, sweep
from benchmarks.scale.results import ARCHIVE, Key, Results, Task
from benchmarks.scale.saving import time_saving
from benchmarks.scale.spending import Broken, Spent, spend

PROGRAM: Final = (sys.executable, "-m", "build_tools")
ENVIRONMENT: Final[Mapping[str, str]] = {
    name: value for name, value in os.environ.items() if not name.startswith("ARCHIVE_")
}
"""What a fresh clone would have: no setting of whoever measures."""
_EDITS: Final = 3
"""Records that are changed while serving."""


@dataclass(frozen=True, slots=True)
class Contest:
    """What is measured, with what, for how long."""

    work: Path
    """A folder for archives and sites; it needs about 10 MB for each source."""
    peers: Sequence[tuple[Peer, tuple[str, ...]]]
    """Each with its command."""
    seed: int
    captures: bool
    """Whether the captures lie beside the records."""
    deadline: float
    """On the clock of `time.monotonic`: what would end after it is left out."""
    tell: Callable[[str], None]
    """Progress, for whoever waits."""
    peers_to: int = LARGE
    """The largest size at which the others are measured."""
    results: Results = field(default_factory=Results)


def check_real(contest: Contest, repeats: int) -> None:
    """How long checking the repository's own sources takes."""
    for _ in range(repeats):
        _take(contest, Key(REAL, ARCHIVE, Task.CHECK), (*PROGRAM, "check"), ROOT)


def measure_size(contest: Contest, size: int, repeats: int) -> None:
    """Every contestant at one size; leaves no files behind."""
    folder = contest.work / str(size)
    original = folder / "original"
    options = ("--seed", str(contest.seed), *(("--captures",) if contest.captures else ()))
    # in a process of its own: a child counts the memory of its parent at birth as its own
    spend((sys.executable, "-m", "benchmarks.scale.archives", str(original), str(size), *options), ROOT)
    peers = _lay_peers(contest, original, folder, size)
    for turn in range(repeats):
        _measure_own(contest, original, folder / "own", size, turn)
        for peer, command in peers:
            sweep(peer, folder / peer.name)
            _take(contest, Key(size, peer.name, Task.COLD), command, folder / peer.name)
    if size <= MIDDLE:
        _measure_saving(contest, folder / "own", size)
    shutil.rmtree(folder, ignore_errors=True)


def _lay_peers(
    contest: Contest, original: Path, folder: Path, size: int
) -> list[tuple[Peer, tuple[str, ...]]]:
    """The peers' folders, with the Markdown pages that our own program writes."""
    pages = folder / "pages"
    shutil.copytree(original, pages)
    command = (*PROGRAM, "pages", "--config", str(pages / "mkdocs.yml"))
    # pages alone are written for the others: without any, the time is better spent
    wanted = contest.peers if size <= contest.peers_to else ()
    laid = wanted if wanted and _take(contest, Key(size, ARCHIVE, Task.PAGES), command) else ()
    for peer, _ in laid:
        (folder / peer.name).mkdir()
        peer.lay(pages / "docs", folder / peer.name)
    shutil.rmtree(pages)
    return list(laid)


def _measure_own(contest: Contest, original: Path, own: Path, size: int, turn: int) -> None:
    """Check, cold, nothing changed, one record changed, a name added, captures added, in a fresh copy."""
    shutil.rmtree(own, ignore_errors=True)
    shutil.copytree(original, own)
    config = ("--config", str(own / "mkdocs.yml"))
    build = (*PROGRAM, "build", *config)
    _take(contest, Key(size, ARCHIVE, Task.CHECK), (*PROGRAM, "check", *config))
    held = [put_capture_aside(own, (size // 3 + n) % size, own) for n in range(2)] if contest.captures else []
    changes: dict[Task, Callable[[], object]] = {
        Task.CHANGED: lambda: change_sentence(own, (size // 2 + turn) % size, "This sentence was changed."),
        Task.NAMED: lambda: add_name(own, f"Quillhaven{turn}"),
    }
    for task, (place, aside) in zip((Task.CAPTURED, Task.CAPTURED_AGAIN), held, strict=False):
        changes[task] = partial(aside.rename, place)
    for task in (Task.COLD, Task.SAME, *changes):
        changes.get(task, lambda: None)()
        if not _take(contest, Key(size, ARCHIVE, task), build):
            return


def _measure_saving(contest: Contest, own: Path, size: int) -> None:
    """In the folder of the last round, whose cache is warm."""
    key = Key(size, ARCHIVE, Task.SERVE)
    cold = contest.results.wall(size, Task.COLD)
    if cold is None or time.monotonic() + 2 * cold > contest.deadline:
        _leave_out(contest, key, "there is no time left for it")
        return
    serve = (*PROGRAM, "serve")
    try:
        for seconds in time_saving(
            serve, own, ENVIRONMENT, edits=range(min(size, _EDITS)), patience=60 + 3 * cold
        ):
            contest.results.add(key, Spent(0.0, seconds, 0))
            contest.tell(f"{_words(key)}: {seconds:.2f} s by the clock")
    except Broken as error:
        _leave_out(contest, key, str(error))


def _take(contest: Contest, key: Key, command: Sequence[str], folder: Path = ROOT) -> bool:
    """Measure one run; False if it was left out."""
    if time.monotonic() + _expected(contest.results, key) > contest.deadline:
        _leave_out(contest, key, "it would not end in time")
        return False
    try:
        spent = spend(command, folder, ENVIRONMENT)
    except Broken as error:
        _leave_out(contest, key, str(error))
        return False
    contest.results.add(key, spent)
    contest.tell(
        f"{_words(key)}: {spent.cpu:.2f} s CPU, {spent.wall:.2f} s by the clock, {spent.memory / 1e6:.0f} MB"
    )
    return True


def _expected(results: Results, key: Key) -> float:
    """Seconds that a run will take: as the last time, or as at a smaller size, in proportion."""
    known = [size for size in results.sizes if size <= key.size and results.wall(size, key.task, key.who)]
    size = max(known, default=0)
    return (results.wall(size, key.task, key.who) or 0.0) * key.size / size if size else 0.0


def _leave_out(contest: Contest, key: Key, why: str) -> None:
    told = f"{_words(key)} was left out: {why}."
    if told not in contest.results.left_out:
        contest.results.left_out.append(told)
    contest.tell(told)


def _words(key: Key) -> str:
    return f"{key.size:,} sources, {key.who}, {key.task.words}"
