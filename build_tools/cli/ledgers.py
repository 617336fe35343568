"""`archive ledgers`: the committed ledgers, written anew."""

from __future__ import annotations

import sys
from pathlib import Path

from build_tools import pipeline
from build_tools.cli.command import Command
from build_tools.cli.options import DEFAULT_CONFIG, CapturesFolder, ConfigPath
from build_tools.cli.planning import make_pipeline_settings, plan_archive
from build_tools.site.manifest import replace_file


def run_ledgers(*, captures: CapturesFolder = None, config: ConfigPath = DEFAULT_CONFIG) -> int:
    """Write the ledger of each capture at hand; print the files that changed."""
    ledgers = pipeline.make_ledgers(make_pipeline_settings(plan_archive(config, captures=captures)))
    for ledger in ledgers:
        if replace_file(Path(ledger.path), ledger.content):
            print(ledger.path)
    print(f"{len(ledgers)} captures are at hand", file=sys.stderr)
    return 0


LEDGERS = Command(
    "ledgers",
    run_ledgers,
    "Cleans every capture at hand and writes its ledger, without a word of the text, beside its record, so "
    "that a clone without the captures can show how they were cleaned. Prints the files that changed.",
)
