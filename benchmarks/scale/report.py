"""Results → tables in Markdown, which a terminal shows as well, and JSON; the machine is told with them."""

from __future__ import annotations

import json
import os
import platform
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks.scale.goals import REAL, judge
from benchmarks.scale.peers import PEERS
from benchmarks.scale.results import ARCHIVE, Results, Task, ratio


def goal_table(results: Results) -> str:
    """Every goal, with what was measured."""
    rows = [(row.what, row.goal, row.measured, row.verdict) for row in judge(results)]
    return _table(("what", "goal", "measured", "verdict"), rows)


def cost_table(results: Results, size: int) -> str:
    """What everyone spent at one size, and that as a multiple of tuned MkDocs."""
    return _table(
        ("what", "CPU s", "clock s", "MB", "CPU ÷ MkDocs", "clock ÷ MkDocs"), list(_costs(results, size))
    )


def _costs(results: Results, size: int) -> Iterator[tuple[str, ...]]:
    contestants = [(ARCHIVE, f"archive, {task.words}", task) for task in Task]
    contestants += [(peer.name, peer.label, Task.COLD) for peer in PEERS]
    theirs = [measure(size, Task.COLD, "mkdocs") for measure in (results.cpu, results.wall)]
    for who, label, task in contestants:
        cpu, wall, memory = (
            measure(size, task, who) for measure in (results.cpu, results.wall, results.memory)
        )
        if wall is None:
            continue
        ratios = (ratio(cpu, theirs[0]) if cpu else None, ratio(wall, theirs[1]))
        shown = (
            _rounded(cpu),
            _rounded(wall),
            f"{memory / 1e6:,.0f}" if memory else "–",
            *map(_rounded, ratios),
        )
        yield (label, *shown)


def _rounded(value: float | None) -> str:
    """Three figures are more than a busy machine can promise."""
    return f"{value:,.0f}" if value and value >= 100 else f"{value:.3g}" if value else "–"  # noqa: PLR2004


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table whose columns stand under each other in a terminal, too."""
    widths = [max(len(row[n]) for row in (head, *rows)) for n in range(len(head))]
    lines = [head, ["-" * max(3, width) for width in widths], *rows]
    padded = (
        " | ".join(cell.ljust(max(3, width)) for cell, width in zip(line, widths, strict=True))
        for line in lines
    )
    return "".join(f"| {line} |\n" for line in padded)


def describe_machine() -> dict[str, str]:
    """What the figures depend on."""
    model = re.search(r"model name\s*: (.+)", _read("/proc/cpuinfo"))
    memory = re.search(r"MemTotal:\s+(\d+) kB", _read("/proc/meminfo"))
    return {
        "processor": model[1] if model else platform.machine(),
        "cores": str(os.cpu_count()),
        "memory": f"{int(memory[1]) / 1e6:.0f} GB" if memory else "",
        "python": platform.python_version(),
        "system": platform.system(),
        "load": " ".join(f"{load:.1f}" for load in os.getloadavg()),
    }


def _read(path: str) -> str:
    file = Path(path)
    return file.read_text() if file.is_file() else ""


def as_markdown(results: Results, machine: Mapping[str, str], versions: Mapping[str, str]) -> str:
    """All tables with their headings, for guide/docs/explanation/speed.md."""
    told = (
        f"{machine['processor']}, {machine['cores']} cores, {machine['memory']}; Python {machine['python']}"
    )
    others = ", ".join(f"{name} {version}".strip() for name, version in versions.items())
    runs = max((len(spent) for spent in results.runs.values()), default=0)
    parts = [
        f"{told}; {others or 'no peers'}. Medians of up to {runs} runs. Load before: {machine['load']}.\n"
    ]
    parts += ["## Goals\n", goal_table(results)]
    for size in results.sizes:
        if size != REAL:
            parts += [f"## {size:,} sources\n", cost_table(results, size)]
    if results.left_out:
        parts += ["## Left out\n", "".join(f"- {line}\n" for line in results.left_out)]
    return "\n".join(parts)


def as_json(results: Results, machine: Mapping[str, str], versions: Mapping[str, str]) -> str:
    """Every single run, for whoever wants to reckon anew."""
    runs = [
        {**key._asdict(), "runs": [asdict(spent) for spent in spents]} for key, spents in results.runs.items()
    ]
    goals = [asdict(row) for row in judge(results)]
    whole = {
        "machine": dict(machine),
        "versions": dict(versions),
        "goals": goals,
        "measured": runs,
        "stages": results.stages,
        "left_out": results.left_out,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
