"""`archive ledgers`: the committed ledgers, written anew."""

from __future__ import annotations

import sys
from pathlib import Path

from build_tools import pipeline
from build_tools.cli.command import Command
from build_tools.cli.custody_log import Actor, name_actor, note_acts, tell_now
from build_tools.cli.options import DEFAULT_CONFIG, CapturesFolder, ConfigPath
from build_tools.cli.planning import make_pipeline_settings, plan_archive
from build_tools.keeping.custody import PROGRAM, NotedAct
from build_tools.model.custody import CustodyAct
from build_tools.read import read_all
from build_tools.read.files import LEDGER
from build_tools.site.manifest import replace_file


def run_ledgers(
    *, by: Actor = None, captures: CapturesFolder = None, config: ConfigPath = DEFAULT_CONFIG
) -> int:
    """Write the ledger of each capture at hand; print the files that changed."""
    plan = plan_archive(config, captures=captures)
    ledgers = pipeline.make_ledgers(make_pipeline_settings(plan))
    records = {seed.places.path: seed.record for seed in read_all(plan.seeds, drafts=True).sound.seeds}
    for ledger in ledgers:
        path = Path(ledger.path)
        known = path.is_file()
        if replace_file(path, ledger.content):
            print(ledger.path)
            record = path.with_name(path.name.removesuffix(LEDGER) + ".yml")
            # the first ledger belongs to adding; that of an earlier capture is no act on the present one
            if known and (described := records.get(record.as_posix())):
                act = NotedAct(CustodyAct.CLEANED, tell_now(), name_actor(by), PROGRAM)
                replace_file(*note_acts(record, described, act))
    print(f"{len(ledgers)} captures are at hand", file=sys.stderr)
    return 0


LEDGERS = Command(
    "ledgers",
    run_ledgers,
    "Cleans every capture at hand and writes its ledger, without a word of the text, beside its record, so "
    "that a clone without the captures can show how they were cleaned. Prints the files that changed.",
)
