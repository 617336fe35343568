"""`archive reuse`: the wording that captures share, on standard output or into the seeds."""

from __future__ import annotations

import sys
from typing import Annotated

from build_tools import pipeline
from build_tools.cli.command import Command
from build_tools.cli.options import DEFAULT_CONFIG, CapturesFolder, ConfigPath, Option, WorkerCount
from build_tools.cli.planning import make_pipeline_settings, plan_archive
from build_tools.exports.reuse_json import write_reuse_json
from build_tools.read import WORDING, shown_path
from build_tools.site.cache import DiskCache
from build_tools.site.manifest import replace_file
from build_tools.site.progress import ProgressDisplay
from build_tools.text.english import count_noun


def run_reuse(
    *,
    write: Annotated[bool, Option("write `reuse.json` beside the records instead of printing")] = False,
    captures: CapturesFolder = None,
    workers: WorkerCount = None,
    config: ConfigPath = DEFAULT_CONFIG,
) -> int:
    """Print the shared wording, or write it where it is read."""
    plan = plan_archive(config, captures=captures)
    settings = make_pipeline_settings(plan, workers)
    pairs = pipeline.compare_sources(settings, cache=DiskCache(plan.cache), progress=ProgressDisplay())
    if not write:
        sys.stdout.write(write_reuse_json(pairs))
        return 0
    path = plan.seeds / WORDING
    replace_file(path, write_reuse_json(pairs).encode())
    print(shown_path(path))
    print(f"{count_noun(len(pairs), 'pair')} of sources with shared wording", file=sys.stderr)
    return 0


REUSE = Command(
    "reuse",
    run_reuse,
    "Compares the captures at hand with one another and prints which pairs share wording: passages, counts "
    "and shares, without a word of them. With `--write` it goes into `reuse.json` beside the records, from "
    "which clones without the captures show the same. Pairs of which a capture is missing stay as they are.",
)
