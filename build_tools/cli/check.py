"""`archive check`: all faults of the seeds, without building."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from typing import Annotated

from build_tools import pipeline
from build_tools.clean.witness import ABSENT, has_witness
from build_tools.cli.command import Command
from build_tools.cli.fault_printing import print_faults
from build_tools.cli.options import DEFAULT_CONFIG, CapturesFolder, ConfigPath, Option, WorkerCount
from build_tools.cli.planning import make_pipeline_settings, plan_archive
from build_tools.exports.fault_reports import FAULT_FORMATS
from build_tools.model.fault import Faults
from build_tools.site.cache import DiskCache
from build_tools.site.progress import ProgressDisplay


def run_check(
    *,
    format_: Annotated[str, Option("how to list them", choices=tuple(FAULT_FORMATS))] = "text",
    captures: CapturesFolder = None,
    workers: WorkerCount = None,
    config: ConfigPath = DEFAULT_CONFIG,
) -> int:
    """List every fault, those of the settings as well; 1 if one of them is an error."""
    try:
        plan = plan_archive(config, captures=captures)
    except Faults as of_settings:  # listed like all others, in the format asked for
        return print_faults(of_settings.faults, format_)
    if not has_witness():
        print(ABSENT, file=sys.stderr)
    settings = make_pipeline_settings(plan, workers)
    # the day that it is where it is latest: a keeper on Kiritimati writes it before all others
    latest = (datetime.now(UTC) + timedelta(hours=14)).date()
    return print_faults(
        pipeline.check_material(
            settings,
            today=None if plan.invented else latest,
            cache=DiskCache(plan.cache),
            progress=ProgressDisplay(),
        ),
        format_,
    )


CHECK = Command(
    "check",
    run_check,
    "Reads all seeds, cleans and annotates the captures at hand, and lists every fault at its line: "
    "suggestions first, then warnings, errors last, just above their number. Ends with 1 if one of them is "
    "an error; warnings and suggestions are shown and do no harm.",
)
