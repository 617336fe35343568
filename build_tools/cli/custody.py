"""`archive custody`: what was done with a record's captures, and a note on what is done elsewhere."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

from build_tools.cli.command import Command
from build_tools.cli.custody_log import Actor, find_log, name_actor, note_acts, tell_now
from build_tools.cli.options import DEFAULT_CONFIG, ConfigPath, Option
from build_tools.cli.planning import plan_archive
from build_tools.keeping.custody import NotedAct, append_acts, begin_log
from build_tools.model.custody import CustodyAct
from build_tools.model.errors import UsageError
from build_tools.model.material import Seed
from build_tools.read import read_all, shown_path
from build_tools.site.manifest import replace_file
from build_tools.text.custody_words import word_act, word_openssl
from build_tools.text.terminal import quote_value, show_hidden


def run_custody(
    slug: Annotated[str, Option("the source's slug; `all` for all of them")],
    *,
    note: Annotated[str | None, Option("what was done with it, to be written down", "TEXT")] = None,
    begin: Annotated[bool, Option("begin the log where there is none")] = False,
    by: Actor = None,
    config: ConfigPath = DEFAULT_CONFIG,
) -> int:
    """Print the log in words; with `--note` or `--begin`, write it first."""
    plan = plan_archive(config)
    found = [s for s in read_all(plan.seeds, drafts=True).sound.seeds if slug in ("all", s.record.slug)]
    if not found:
        raise UsageError(f"There is no source {quote_value(slug)} that has no fault.")
    if note and len(found) > 1:
        raise UsageError("A note is on one source.")
    for seed in found:
        if note:
            act = NotedAct(CustodyAct.NOTED, tell_now(), name_actor(by), note=" ".join(note.split()))
            replace_file(*note_acts(Path(seed.places.path), seed.record, act))
        elif begin and not seed.custody.entries and seed.record.capture:
            _begin(seed, name_actor(by))
    for seed in read_all(plan.seeds, drafts=True).sound.seeds:
        if slug in ("all", seed.record.slug):
            _print_log(seed)
    return 0


def _begin(seed: Seed, by: str | None) -> None:
    path = find_log(Path(seed.places.path))
    acts = begin_log(seed.record.capture, tell_now(), by)
    replace_file(path, append_acts(str(path), "", acts).encode())
    print(shown_path(path), file=sys.stderr)


def _print_log(seed: Seed) -> None:
    for entry in seed.custody.entries:
        print(show_hidden(f"{seed.record.slug}: {word_act(entry)}"))
    if seed.custody.entries:
        print(f"{seed.record.slug}: the last entry has the digest {seed.custody.head}")
        for entry in seed.custody.stamped:
            token = shown_path(Path(seed.places.path).with_name(entry.file or ""))
            print(f"{seed.record.slug}: entry {entry.n} checked: {word_openssl(entry.before, token)}")
    else:
        print(f"{seed.record.slug}: no log; `archive custody {seed.record.slug} --begin` begins one")


CUSTODY = Command(
    "custody",
    run_custody,
    "Prints the custody log of a record's captures: when each was taken, from where and with what, and what "
    "was done with it since. The log stands beside the record (`<name>.custody.json`) and is committed; "
    "`archive add`, `recapture`, `rename`, `withdraw` and `ledgers` go on writing it. Each entry has the "
    "digest of the one before: one that was changed is a fault at its line (C128). So nothing is changed in "
    "the middle unseen; that the whole was not written anew, git's history or a copy elsewhere shows.",
)
