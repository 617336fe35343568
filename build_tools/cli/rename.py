"""`archive rename`: another id, in every file that names it; the old address goes on to work."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

from build_tools.cli.changed_files import FileChanges, check_changes, write_changes
from build_tools.cli.command import Command
from build_tools.cli.custody_log import Actor, name_actor, note_acts, tell_now
from build_tools.cli.options import DEFAULT_CONFIG, ConfigPath, Option
from build_tools.cli.planning import plan_archive
from build_tools.keeping.custody import PROGRAM, NotedAct
from build_tools.model.custody import CustodyAct
from build_tools.read import read_all, shown_path
from build_tools.read.files import read_beside
from build_tools.renaming import Renaming, plan_renaming
from build_tools.site.plan import Plan
from build_tools.site.published_addresses import ADDRESSES_FILE, read_published
from build_tools.text.english import count_noun


def run_rename(
    old: Annotated[str, Option("the id, or a source's slug, as it is")],
    new: Annotated[str, Option("what it is to be")],
    *,
    kind: Annotated[str, Option("what has the id, where several do: source, topic, entity …", "KIND")] = "",
    by: Actor = None,
    config: ConfigPath = DEFAULT_CONFIG,
) -> int:
    """Write the new id everywhere, and the way from each published address to its new one."""
    plan = plan_archive(config)
    published = read_published(plan.root / ADDRESSES_FILE)
    day = datetime.now(UTC).date().isoformat()
    beside = read_beside(plan.seeds)
    renaming = plan_renaming(plan.seeds, old, new, published=published, day=day, beside=beside, kind=kind)
    changes = {path: None if text is None else text.encode() for path, text in renaming.files.items()}
    changes |= _note_move(plan, old, new, renaming, name_actor(by))
    check_changes(plan.seeds, changes, renamed=(old, new))
    write_changes(changes)
    for path in changes:
        print(shown_path(path))
    if len(renaming.nouns) > 1:
        print(f"the {' and the '.join(renaming.nouns)} of this id, which are one report", file=sys.stderr)
    if renaming.joined:
        print(
            f"one report with the {renaming.joined} {new} from now on: what is counted may change",
            file=sys.stderr,
        )
    led = count_noun(renaming.redirects, "published address", "published addresses")
    print(f"{led} led on", file=sys.stderr)
    return 0


def _note_move(plan: Plan, old: str, new: str, renaming: Renaming, by: str | None) -> FileChanges:
    """Of a source, an entry in the custody log of its captures."""
    seeds = read_all(plan.seeds, drafts=True).sound.seeds
    seed = next((seed for seed in seeds if seed.record.slug == old), None)
    if seed is None or "source" not in renaming.nouns:
        return {}
    act = NotedAct(CustodyAct.MOVED, tell_now(), by, PROGRAM, note=f"From {old} to {new}.")
    return dict([note_acts(Path(seed.places.path), seed.record, act)])


RENAME = Command(
    "rename",
    run_rename,
    "Gives a source, finding, disagreement, topic, origin or entity another id, in every file of the seeds "
    "that names it; comments and order stay. A source and the origin of the same id are one report, and have "
    "it together. For each of its addresses that stands in `addresses.txt` an "
    "entry is written into `moved.yml`, by which the old address leads on to the new one. Renaming it back "
    "takes that out again. Words that tell of it in prose are left alone. Everything is tried first: what "
    "would bring a fault, such as an id that cannot be an address, is not written. Afterwards run "
    "`archive check`.",
)
