"""`archive withdraw`: a source is taken out; its addresses tell what became of it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

from build_tools.cli.changed_files import FileChanges, check_changes, print_changes, write_changes
from build_tools.cli.command import Command
from build_tools.cli.committed import find_commit
from build_tools.cli.custody_log import Actor, name_actor, note_acts, tell_now
from build_tools.cli.options import DEFAULT_CONFIG, ConfigPath, Option
from build_tools.cli.planning import plan_archive
from build_tools.keeping.custody import PROGRAM, NotedAct
from build_tools.keeping.withdrawal import Farewell, Withdrawal, plan_withdrawal
from build_tools.model.custody import CustodyAct
from build_tools.model.errors import UsageError
from build_tools.read import read_all, shown_path
from build_tools.read.files import LEDGER, read_beside
from build_tools.read.seed_captures import find_earlier_ledgers
from build_tools.site.plan import Plan
from build_tools.site.published_addresses import ADDRESSES_FILE, read_published
from build_tools.site.tracked_files import list_tracked
from build_tools.text.english import count_noun
from build_tools.text.terminal import show_hidden


def run_withdraw(
    slug: Annotated[str, Option("the source's slug")],
    *,
    reason: Annotated[str | None, Option("why, in a sentence that readers will see", "TEXT")] = None,
    title: Annotated[
        str | None, Option("what stood there, if not the record's title; '' for nothing", "TEXT")
    ] = None,
    to: Annotated[
        str | None, Option("move record and ledger into this folder, and a capture that lies there", "DIR")
    ] = None,
    dry_run: Annotated[bool, Option("show what would change, and write nothing")] = False,
    by: Actor = None,
    config: ConfigPath = DEFAULT_CONFIG,
) -> int:
    """Plan everything, try it, then write all or nothing."""
    plan = plan_archive(config)
    if not reason or not reason.strip():
        raise UsageError("Say why, with --reason: readers find it at the old address.")
    farewell = Farewell(datetime.now(UTC).date().isoformat(), " ".join(reason.split()), title)
    withdrawal = _plan(plan, slug, farewell)
    files = _list_files(plan, withdrawal, to)
    kept = _keep_files(plan, files, to)
    changes: dict[Path, bytes | None] = {path: text.encode() for path, text in withdrawal.texts.items()}
    changes |= dict.fromkeys(files)
    changes |= _note_withdrawal(plan, slug, withdrawal, farewell.reason, by)
    changes |= kept
    commits = {path: "" if to is not None else find_commit(path) for path in files}
    check_changes(plan.seeds, {path: content for path, content in changes.items() if path not in kept})
    if dry_run:
        print_changes(changes)
    else:
        write_changes(changes)
    _tell(plan, withdrawal, commits, dry_run=dry_run)
    return 0


def _plan(plan: Plan, slug: str, farewell: Farewell) -> Withdrawal:
    published = read_published(plan.root / ADDRESSES_FILE)
    beside = read_beside(plan.seeds)
    return plan_withdrawal(plan.seeds, slug, farewell, published=published, beside=beside)


def _list_files(plan: Plan, withdrawal: Withdrawal, to: str | None) -> list[Path]:
    """The record, what commands wrote beside it, and, where it is kept, a capture that may be there once."""
    record = withdrawal.record
    beside = (record.with_suffix(LEDGER), *find_earlier_ledgers(record))
    captures = [plan.seeds / name for name in withdrawal.captures] if to is not None else []
    return [withdrawal.record, *(path for path in (*beside, *captures) if path.is_file())]


def _note_withdrawal(
    plan: Plan, slug: str, withdrawal: Withdrawal, reason: str, by: str | None
) -> FileChanges:
    """The custody log stays where it is: it says what became of the record."""
    seeds = read_all(plan.seeds, drafts=True).sound.seeds
    # of a record with a fault nothing is sure: its log then begins with the withdrawal
    record = next((seed.record for seed in seeds if seed.record.slug == slug), None)
    act = NotedAct(CustodyAct.WITHDRAWN, tell_now(), name_actor(by), PROGRAM, note=reason)
    return dict([note_acts(withdrawal.record, record, act)])


def _keep_files(plan: Plan, files: list[Path], to: str | None) -> FileChanges:
    """Copies outside of the archive. Raises UsageError where nobody would have the files any more."""
    if to is None:
        lost = [shown_path(path) for path in files if not find_commit(path)]
        trouble = list_tracked(plan.root)[1]
        if lost and trouble:
            raise UsageError(
                f"Nobody can tell what git has: {trouble}. Mend that, or name a folder with --to."
            )
        if lost:
            named = ", ".join(lost)
            raise UsageError(
                f"git has not, as it stands: {named}. Commit it first, or name a folder with --to."
            )
        return {}
    folder = Path(to).resolve()
    if folder.is_relative_to(plan.root):
        raise UsageError(f"{show_hidden(to)} lies in the archive, where it would be published with the rest.")
    kept = {folder / path.name: path.read_bytes() for path in files}
    if taken := [str(path) for path in kept if path.exists()]:
        raise UsageError(f"{', '.join(map(show_hidden, taken))}: there already; nothing is overwritten.")
    return kept


def _tell(plan: Plan, withdrawal: Withdrawal, commits: Mapping[Path, str], *, dry_run: bool) -> None:
    for place in withdrawal.mended:
        print(f"taken out of its list: {place}")
    for place in withdrawal.one_sided:
        print(f"{place}: nothing stands against its one statement now; take it out, or list another")
    for path, commit in commits.items():
        kept = f"`git show {commit}:./{shown_path(path)}` shows it" if commit else "moved"
        print(f"{shown_path(path)}: {kept}")
    for capture in (plan.seeds / name for name in withdrawal.captures):
        if capture.is_file() and capture not in commits:
            print(f"{shown_path(capture)}: stays where it is, and no record describes it", file=sys.stderr)
    for name in withdrawal.unused:
        print(f"nothing else refers to the {name}", file=sys.stderr)
    told = count_noun(withdrawal.addresses, "address tells", "addresses tell")
    print(f"{told} what became of it{'; nothing was written' if dry_run else ''}", file=sys.stderr)


WITHDRAW = Command(
    "withdraw",
    run_withdraw,
    "Takes a source out. Its statements go from the lists of findings and disagreements that have others, "
    "its pairs from the shared wording; at each of its published addresses stays a page that tells title, "
    "day and reason, and *What is new*, *Corrections* and the feed tell of it. What rests on it alone (a "
    "finding, a sentence of an overview) is named, and nothing is written before you have decided on it. "
    "Record and ledger are deleted where git has them as they stand (git goes on to have them), or moved "
    "with `--to`, together with the capture; without `--to` the capture stays where it is. Everything is "
    "tried first: what would bring a fault is not written. Afterwards run `archive overview`: sentences that "
    "rest on what has lost a report are to be read again. A name that must come out of git needs more.",
)
