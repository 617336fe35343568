"""The table of goals: every row is there, and a hit is a hit."""

from __future__ import annotations

import math
import os
from multiprocessing import get_context
from pathlib import Path

import pytest

from benchmarks.scale.goals import judge
from benchmarks.scale.peers import PEERS, Peer, sweep, wrap_front_matter
from benchmarks.scale.report import as_markdown, describe_machine
from benchmarks.scale.results import ARCHIVE, Key, Results, Task
from benchmarks.scale.rounds import Contest, measure_size
from benchmarks.scale.spending import Broken, Spent, find_memory_share, spend

GOALS = 9
"""Rows of one size with all that is judged once."""


def results(runs: dict[Key, float]) -> Results:
    """Everything took so many seconds, of processor and clock, and a gigabyte."""
    made = Results()
    for key, seconds in runs.items():
        made.add(key, Spent(seconds, seconds, 10**9))
    return made


def verdicts(measured: Results) -> dict[str, str]:
    return {f"{row.what} {row.goal}": row.verdict for row in judge(measured)}


def full(cold: float) -> Results:
    """All that a run with 100, 1,000 and 10,000 sources measures."""
    runs = {Key(5, ARCHIVE, Task.CHECK): 0.5, Key(1_000, ARCHIVE, Task.SERVE): 0.5}
    for size in (100, 1_000, 10_000):
        share = size / 1_000
        runs |= {
            Key(size, "mkdocs", Task.COLD): 1_000 * share,
            Key(size, "hugo", Task.COLD): 100 * share,
            Key(size, ARCHIVE, Task.CHECK): 10 * share,
            Key(size, ARCHIVE, Task.COLD): cold * share,
            Key(size, ARCHIVE, Task.SAME): share,
            Key(size, ARCHIVE, Task.CHANGED): 2 * share,
            **{Key(size, ARCHIVE, task): share for task in (Task.NAMED, Task.CAPTURED, Task.CAPTURED_AGAIN)},
        }
    return results(runs)


def test_what_keeps_to_all_goals_hits_them_all() -> None:
    """Ten per cent of MkDocs, a fiftieth, a twentieth, linear, within memory: every row says hit."""
    assert set(verdicts(full(cold=100)).values()) == {"hit"}


def test_a_slower_cold_build_misses_its_goal_and_no_other() -> None:
    """Rows are judged by themselves; each size of the same goal is one."""
    missed = [row for row, verdict in verdicts(full(cold=110)).items() if verdict == "missed"]
    assert missed == [f"cold, {size} sources ≤ 0.10 × tuned MkDocs" for size in ("100", "1,000", "10,000")]


def test_what_was_not_measured_is_neither_hit_nor_missed() -> None:
    """Goals do not vanish from the table because a run was too short for them."""
    rows = judge(results({Key(12, ARCHIVE, Task.COLD): 1.0}))
    assert len(rows) == GOALS
    assert {row.verdict for row in rows} == {"not measured"}


def test_the_report_has_every_contestant() -> None:
    """A row for each task of ours and for each peer that was measured, and every goal."""
    text = as_markdown(full(cold=100), describe_machine(), {"Hugo": "0.1"})
    wanted = [task.words for task in Task if task != Task.PAGES]
    assert all(
        words in text for words in (*wanted, "Hugo 0.1", "MkDocs + Material, tuned", "## 10,000 sources")
    )


def test_what_would_not_end_in_time_is_left_out_and_named(tmp_path: Path) -> None:
    """A limit of time shortens the measurement, and says by what; no file stays behind."""
    contest = Contest(tmp_path, (), 1, captures=False, deadline=-math.inf, tell=lambda _: None)
    measure_size(contest, 2, 1)
    assert not contest.results.runs
    assert (
        f"2 sources, archive, {Task.COLD.words} was left out: it would not end in time."
        in contest.results.left_out
    )
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("most", "left"), [(1, False), (2, True)])
def test_others_are_measured_up_to_a_size(tmp_path: Path, most: int, *, left: bool) -> None:
    """Their pages are written for nobody else; here nothing is in time, and what is asked for is named."""
    others = [(PEERS[0], ("true",))]
    contest = Contest(
        tmp_path, others, 1, captures=False, deadline=-math.inf, tell=lambda _: None, peers_to=most
    )
    measure_size(contest, 2, 1)
    assert any(Task.PAGES.words in told for told in contest.results.left_out) == left


def test_a_command_that_fails_is_no_measurement(tmp_path: Path) -> None:
    """A contestant that breaks off early would be the fastest of all."""
    with pytest.raises(Broken, match="no such thing"):
        spend(("sh", "-c", "echo no such thing; exit 3"), tmp_path)


@pytest.mark.parametrize(
    ("page", "wrapped"),
    [
        ("# Text\n", "# Text\n"),
        ("---\ntitle: A\n  b\n---\n# Text\n", "---\ntitle: A\n  b\n---\n# Text\n"),
        (
            "---\ndate: 202X\ntitle: A\nlist:\n- x\n---\n\n# Text\n---\n",
            "---\ntitle: A\nrecord:\n  date: 202X\n  list:\n  - x\n---\n\n# Text\n---\n",
        ),
    ],
)
def test_peers_get_all_front_matter_but_only_the_title_by_name(page: str, wrapped: str) -> None:
    """A date such as 202X would end Hugo's build; leaving it out would spare peers some work."""
    assert wrap_front_matter(page) == wrapped


def test_a_peer_starts_cold(tmp_path: Path) -> None:
    """What the last build made is gone, pages and configuration are there."""
    for name in ("site", ".cache", "docs"):
        (tmp_path / name).mkdir()
    sweep(Peer("one", "One", lambda _: None, lambda *_: None, ("site", ".cache", "never")), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["docs"]


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="the system does not tell shares")
def test_memory_that_processes_share_counts_once() -> None:
    """A build's workers begin as copies of it: they hold one archive, not three."""
    size = 40_000_000
    held = bytearray(os.urandom(1000) * (size // 1000))
    fork = get_context("fork")
    here, there = fork.Pipe()
    before = find_memory_share(os.getpid())
    copy = fork.Process(target=there.recv)
    copy.start()
    both = find_memory_share(os.getpid()) + find_memory_share(copy.pid or 0)
    here.send(len(held))
    copy.join()
    assert before > size
    assert both < before + size / 2
