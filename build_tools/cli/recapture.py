"""`archive recapture`: the page of a source was captured again; its record goes with it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

from build_tools.clean import clean
from build_tools.cli.capture_file import CaptureEncoding, list_doubts, read_capture
from build_tools.cli.capture_names import rename_capture
from build_tools.cli.changed_files import check_changes, print_changes, write_changes
from build_tools.cli.command import Command
from build_tools.cli.custody_log import Actor, name_actor, note_acts, tell_now
from build_tools.cli.fetch import save_page
from build_tools.cli.options import DEFAULT_CONFIG, CapturesFolder, ConfigPath, Option
from build_tools.cli.planning import plan_archive
from build_tools.documents import clean_capture, make_fresh_ledger, name_ledger_file
from build_tools.drafting import KnownArchive, draft_record
from build_tools.earlier_texts import name_earlier_ledger
from build_tools.exports.ledger_files import drop_captured_text, write_ledger_as_json
from build_tools.keeping.custody import PROGRAM, NotedAct
from build_tools.keeping.passage_changes import PassageChanges, compare_passages
from build_tools.keeping.recapture import Recapture, carry_wording, plan_recapture
from build_tools.keeping.record_versions import NewCapture
from build_tools.model.capture import Capture
from build_tools.model.capture_refs import CaptureRef
from build_tools.model.capture_text import AskedReading
from build_tools.model.clean import CleanText
from build_tools.model.custody import CustodyAct
from build_tools.model.errors import UsageError
from build_tools.model.material import Seed
from build_tools.model.record import Record
from build_tools.model.unreadable import UnreadableCapture
from build_tools.read import read_all, shown_path
from build_tools.read.files import WORDING, open_folder
from build_tools.read.references import find_slug
from build_tools.read.yaml_tree import parse_yaml
from build_tools.site.plan import Plan
from build_tools.text.english import count_noun
from build_tools.text.terminal import quote_value, show_hidden


def run_recapture(
    slug: Annotated[str, Option("the source's slug")],
    path: Annotated[str, Option("the page as it is now: a file, or an address", "FILE")],
    *,
    encoding: CaptureEncoding = None,
    page: Annotated[
        str | None, Option("the address of the page that is meant, in a web archive", "URL")
    ] = None,
    taken: Annotated[
        str | None, Option("the day on which it was taken, if the file does not say", "DAY")
    ] = None,
    dry_run: Annotated[bool, Option("show what would change, and write nothing")] = False,
    by: Actor = None,
    captures: CapturesFolder = None,
    config: ConfigPath = DEFAULT_CONFIG,
) -> int:
    """Compare both captures, carry the record over, try it, then write all or nothing."""
    plan = plan_archive(config, captures=captures)
    asked = AskedReading(encoding, page)
    with TemporaryDirectory() as folder:
        file = str(save_page(path, snapshot=False, out=Path(folder))) if "://" in path else path
        versions = _read_versions(plan, slug, file, asked)
        return _recapture(versions, plan, asked, taken, _name_origin(path, by), dry_run=dry_run)


@dataclass(frozen=True, slots=True)
class _Versions:
    """Both captures of the page."""

    seed: Seed
    capture: Capture
    before: CleanText
    after: CleanText


def _name_origin(path: str, by: str | None) -> NotedAct:
    """The act, as far as it is known before both captures are compared."""
    fetched = "://" in path
    tool = f"archive fetch, {PROGRAM}" if fetched else PROGRAM
    return NotedAct(CustodyAct.RECAPTURED, tell_now(), name_actor(by), tool, path if fetched else None)


def _recapture(
    versions: _Versions,
    plan: Plan,
    asked: AskedReading,
    taken: str | None,
    act: NotedAct,
    *,
    dry_run: bool,
) -> int:
    changes = compare_passages(versions.before, versions.after)
    if len(changes.gone) >= len(versions.before.body):
        slug = versions.seed.record.slug
        raise UsageError(f"{versions.capture.file} has no passage of {slug}: is it the same page?")
    planned, files = _plan_files(versions, plan, changes, _describe(versions, asked, taken), act)
    check_changes(plan.seeds, files, expected="R128")
    if dry_run:
        print_changes(files)
    else:
        write_changes({plan.seeds / versions.capture.file: versions.capture.content, **files})
    for doubt in list_doubts(versions.capture, asked.encoding, asked.page):
        print(doubt, file=sys.stderr)
    for line in _list_told(versions, changes, planned, shown_path(Path(versions.seed.places.path))):
        print(line)
    if dry_run:
        print("nothing was written", file=sys.stderr)
    return 0


def _describe(versions: _Versions, asked: AskedReading, taken: str | None) -> NewCapture:
    return NewCapture(
        versions.capture.file,
        versions.capture.sha256,
        len(versions.capture.content),
        len(versions.after.body),
        asked.encoding,
        asked.page,
        taken or _read_taken(versions.capture, asked),
    )


def _plan_files(
    versions: _Versions, plan: Plan, changes: PassageChanges, new: NewCapture, act: NotedAct
) -> tuple[Recapture, dict[Path, bytes | None]]:
    """What is carried over, and every file beside the capture."""
    slug = versions.seed.record.slug
    roles = open_folder(plan.seeds, None).roles
    tree = next(tree for tree in roles["record"] if find_slug(tree) == slug)
    day = datetime.now(UTC).date().isoformat()
    planned = plan_recapture(roles, tree, slug, changes, new, day)
    texts = dict(planned.texts) | dict(_carry_beside(plan, slug, changes, versions, planned))
    files: dict[Path, bytes | None] = {place: text.encode() for place, text in texts.items()}
    ref = CaptureRef(file=new.file, sha256=new.sha256, bytes=new.bytes)
    note = f"Taken {new.taken}." if new.taken else None
    log, content = note_acts(Path(tree.path), versions.seed.record, replace(act, capture=ref, note=note))
    files[log] = content
    return planned, files


def _read_versions(plan: Plan, slug: str, path: str, asked: AskedReading) -> _Versions:
    """Raises UsageError: no such source, its capture not at hand, the same bytes, no text."""
    sound = read_all(plan.seeds, plan.captures, drafts=True).sound
    seed = next((seed for seed in sound.seeds if seed.record.slug == slug), None)
    if seed is None:
        raise UsageError(
            f"There is no source {quote_value(slug)} without a fault; `archive check` tells more."
        )
    before = clean_capture(seed)
    if before is None:
        raise UsageError(
            f"The capture of {slug} is not at hand: nothing can be compared. Lay it beside the record, or "
            "name its folder with --captures."
        )
    given = read_capture(path, asked.encoding)
    known = [capture.sha256 for capture in seed.record.earlier] + [before.sha256]
    if given.sha256 in known:
        raise UsageError(f"{show_hidden(path)} is a capture of {slug} already; nothing is changed.")
    capture = rename_capture(given, plan.seeds)
    language = seed.record.language.partition("-")[0]
    try:
        after = clean(capture, language=language, encoding=asked.encoding, page=asked.page)
    except UnreadableCapture as refusal:
        raise UsageError(refusal.tell_of(show_hidden(path))) from refusal
    return _Versions(seed, capture, before, after)


def _read_taken(capture: Capture, asked: AskedReading) -> str | None:
    """When it was taken, as far as the file says so."""
    today = datetime.now(UTC).astimezone().date()
    found = draft_record(capture, KnownArchive(), today, asked=asked).fields.taken
    return found.value if found else None


def _carry_beside(
    plan: Plan, slug: str, changes: PassageChanges, versions: _Versions, planned: Recapture
) -> Iterator[tuple[Path, str]]:
    """Ledgers of both captures, and the shared wording with its passages as they are numbered now."""
    seed = versions.seed
    tree, _ = parse_yaml(seed.places.path, planned.record.source)
    record = Record.model_validate(tree.value)
    carried = Seed(record, tree.places, tree.source, versions.capture)
    fresh = make_fresh_ledger(carried, versions.after)
    if fresh is not None:
        yield Path(name_ledger_file(carried)), write_ledger_as_json(fresh)
    old = record.earlier[-1]
    before = replace(drop_captured_text(versions.before), file=old.file)
    yield Path(name_earlier_ledger(carried, old)), write_ledger_as_json(before)
    wording = plan.seeds / WORDING
    if wording.is_file():
        was = wording.read_text("utf-8")
        if (now := carry_wording(was, slug, changes)) != was:
            yield wording, now


def _list_told(
    versions: _Versions, changes: PassageChanges, planned: Recapture, record: str
) -> Iterator[str]:
    total = len(versions.before.body)
    counts = (
        (len(changes.became), "renumbered"),
        (len(changes.reworded), "reworded"),
        (len(changes.gone), "gone"),
        (len(changes.new), "new"),
    )
    told = ", ".join(f"{number} {words}" for number, words in counts if number)
    yield f"{record}: {count_noun(total, 'passage')}; {told or 'all as they were'}"
    for claim in planned.record.open:
        yield f"{record}: {claim} is to be decided"
    yield from planned.record.told
    if planned.renamed:
        yield f"{count_noun(planned.renamed, 'reference')} in other files led to new numbers"
    if versions.seed.record.cleaning:
        yield f"{record}: cleaning was overruled in the earlier capture; look whether it must be in this one"


RECAPTURE = Command(
    "recapture",
    run_recapture,
    "Takes a capture of a page that is described already, as it is now. The present capture goes under "
    "`earlier` of its record, with what became of each passage; its ledger is kept beside the new one. "
    "Claims, notes and all that names them go with their passages, whose new numbers are written everywhere. "
    "A claim whose passage reads otherwise, or is gone, gets a line `decide`, which is a fault (R128) until "
    "you have decided and taken it out; what stood in a passage that is gone is kept under `earlier`. "
    "Everything is tried first and written whole or not at all. Both captures must be at hand. Afterwards "
    "run `archive check`, `archive reuse --write` and `archive overview`.",
)
