"""`python -m benchmarks.scale`: what building costs at several sizes, beside others and goals."""

from __future__ import annotations

import argparse
import math
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from benchmarks.scale.archives import ROOT
from benchmarks.scale.goals import LARGE, MIDDLE, SMALL
from benchmarks.scale.peers import PEERS, Peer
from benchmarks.scale.report import as_json, as_markdown, describe_machine, goal_table
from benchmarks.scale.rounds import Contest, check_real, measure_size
from benchmarks.scale.tools import version_of

_REPEATS: Final = 3
"""A median needs three."""
_MINUTES: Final = 19
"""`make bench` ends within twenty."""


def main() -> None:
    """Measure as the arguments say, and print tables; progress goes to standard error."""
    args = _parser().parse_args()
    minutes = args.minutes or (math.inf if args.large else _MINUTES)
    deadline = time.monotonic() + 60 * minutes
    machine = describe_machine()
    peers = _at_hand([peer for peer in PEERS if peer.name in args.peers], args.tools.resolve())
    with tempfile.TemporaryDirectory(dir=args.work) as work:
        contest = Contest(Path(work), peers, args.seed, args.captures, deadline, _tell, args.peers_to)
        check_real(contest, args.repeats)
        for size in sorted({*args.sizes, *((LARGE,) if args.large else ())}):
            measure_size(contest, size, args.repeats)
    versions = {peer.label: version_of(command) for peer, command in peers}
    if args.json:
        args.json.write_text(as_json(contest.results, machine, versions), "utf-8")
    report = as_markdown(contest.results, machine, versions) if args.markdown else goal_table(contest.results)
    print(report)


def _at_hand(peers: list[Peer], tools: Path) -> list[tuple[Peer, tuple[str, ...]]]:
    """Those that are there or can be installed."""
    found = []
    for peer in peers:
        if command := peer.find(tools):
            found.append((peer, command))
        else:
            _tell(f"{peer.label} is missing, and cannot be installed here: it is left out.")
    return found


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks.scale", description=__doc__)
    add = parser.add_argument
    names = [peer.name for peer in PEERS]
    add("--sizes", type=int, nargs="+", default=[SMALL, MIDDLE], metavar="N", help="sources; 100 and 1000")
    add("--large", action="store_true", help="10,000 sources as well, and no limit of time")
    add("--repeats", type=int, default=_REPEATS, metavar="N", help="runs of each, at most; 3")
    add("--minutes", type=float, metavar="N", help="leave out what would take longer in all; 19")
    add("--peers", nargs="*", default=names, choices=names, help="other generators; all of them")
    add("--peers-to", type=int, default=LARGE, metavar="N", help="no others at more sources than N; 10000")
    add("--captures", action="store_true", help="with the captures beside the records, as a keeper has them")
    add("--seed", type=int, default=1, metavar="N", help="of the invented archives")
    add("--json", type=Path, metavar="FILE", help="write every single run there")
    add(
        "--markdown",
        action="store_true",
        help="print all tables in Markdown, for explanation/speed.md of the guide",
    )
    add(
        "--tools", type=Path, default=ROOT / ".archive/bench", metavar="DIR", help="where peers are installed"
    )
    add("--work", type=Path, metavar="DIR", help="where archives and sites are made, and removed again")
    return parser


if __name__ == "__main__":
    main()
