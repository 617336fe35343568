"""`archive export`: the archive for other programs."""

from __future__ import annotations

import os
import sys
from typing import Annotated

from build_tools.cli.command import Command
from build_tools.cli.options import (
    DEFAULT_CONFIG,
    CapturesFolder,
    ConfigPath,
    EditionName,
    Option,
    WorkerCount,
)
from build_tools.cli.planning import load_archive, plan_archive
from build_tools.exports.registry import ALL_DOWNLOADS, find_export
from build_tools.site.plan import check_publishing_machine


def run_export(
    download: Annotated[
        str,
        Option(
            "what to write",
            "FORMAT",
            choices=tuple(download.name for download in ALL_DOWNLOADS),
            listed=False,
        ),
    ],
    *,
    edition: EditionName = None,
    captures: CapturesFolder = None,
    workers: WorkerCount = None,
    config: ConfigPath = DEFAULT_CONFIG,
) -> int:
    """Write the download to standard output, as bytes."""
    plan = plan_archive(config, edition=edition, captures=captures)
    check_publishing_machine(plan, os.environ)
    # bytes pass the text layer by: what that still holds goes first
    sys.stdout.flush()
    sys.stdout.buffer.write(find_export(download).write_file(load_archive(plan, workers)))
    return 0


EXPORT = Command(
    "export",
    run_export,
    "Writes one of the downloads to standard output: our own words only, whatever the edition. The exception "
    "is `epub` with `--edition reading`: that book holds the captured text and is for you alone.",
)
