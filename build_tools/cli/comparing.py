"""`reuse`: the wording that captures share, on standard output or into the seeds."""

from __future__ import annotations

import sys
from argparse import Namespace

from build_tools import pipeline
from build_tools.cli.options import CAPTURES, CONFIG, WORKERS, Command, Option
from build_tools.cli.settings import planned, settings
from build_tools.exports.reuse_json import as_json
from build_tools.read import WORDING, shown_path
from build_tools.site.cache import Cache
from build_tools.site.manifest import place
from build_tools.site.progress import Progress
from build_tools.text.prose import count


def _reuse(args: Namespace) -> int:
    plan = planned(args)
    pairs = pipeline.compare(settings(plan, args), cache=Cache(plan.cache), progress=Progress())
    if not args.write:
        sys.stdout.write(as_json(pairs))
        return 0
    path = plan.seeds / WORDING
    place(path, as_json(pairs).encode())
    print(shown_path(path))
    print(f"{count(len(pairs), 'pair')} of sources with shared wording", file=sys.stderr)
    return 0


REUSE = Command(
    "reuse",
    "the wording that sources share",
    "Compares the captures at hand with one another and prints which pairs share wording: passages, counts "
    "and shares, without a word of them. With `--write` it goes into `reuse.json` beside the records, from "
    "which clones without the captures show the same. Pairs of which a capture is missing stay as they are.",
    _reuse,
    (
        Option("--write", "write `reuse.json` beside the records instead of printing"),
        CAPTURES,
        WORKERS,
        CONFIG,
    ),
)
