"""`archive overview`: sentences of the overviews that must be read again, and that they have been."""

from __future__ import annotations

import sys
from typing import Annotated

from build_tools import pipeline
from build_tools.cli.command import Command
from build_tools.cli.options import DEFAULT_CONFIG, CapturesFolder, ConfigPath, Option
from build_tools.cli.planning import make_pipeline_settings, plan_archive
from build_tools.exports.read_marks import write_read_marks
from build_tools.read import shown_path
from build_tools.relate.overview_readings import OVERVIEWS_FILE
from build_tools.site.manifest import replace_file
from build_tools.text.english import count_noun


def run_overview(
    *,
    read: Annotated[
        bool, Option("note in `overviews.yml` that they have been read as things are now")
    ] = False,
    captures: CapturesFolder = None,
    config: ConfigPath = DEFAULT_CONFIG,
) -> int:
    """Print what is to be read again; with `--read`, write the states of today beside it."""
    plan = plan_archive(config, captures=captures)
    readings = pipeline.list_overview_readings(make_pipeline_settings(plan))
    stale = [reading for reading in readings if reading.is_stale]
    for reading in stale:
        print(f"{reading.sentence}\n  {reading.name}")
        print(f"  was: {reading.support.read or 'not read yet'}\n  now: {reading.now}\n")
    print(f"{count_noun(len(stale), 'reading')} to be done", file=sys.stderr)
    if read and stale:
        path = plan.seeds / OVERVIEWS_FILE
        source = path.read_text("utf-8")
        marks = [(reading.line, reading.column, reading.now) for reading in stale]
        replace_file(path, write_read_marks(source, marks).encode())
        print(shown_path(path))
    return 0


OVERVIEW = Command(
    "overview",
    run_overview,
    "Lists the sentences of `overviews.yml` that must be read again, because a finding, statement or "
    "disagreement that they rest on is another now than when they were last read: how surely it is said, on "
    "how many reports and origins, whether it is denied. When you have read them, and corrected what says "
    "too much, `--read` notes the state of today beside each; `archive check` is then content.",
)
