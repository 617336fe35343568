"""`archive add`: draft records out of captures, one or a folder of them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

from build_tools.capture import tell_needless_encoding
from build_tools.clean.witness import ABSENT, has_witness
from build_tools.cli.capture_file import CaptureEncoding, list_doubts, read_capture
from build_tools.cli.capture_names import rename_capture
from build_tools.cli.command import Command
from build_tools.cli.custody_log import Actor, list_added_acts, name_actor, note_acts, tell_now
from build_tools.cli.fetch import save_page
from build_tools.cli.known_captures import KnownCaptures
from build_tools.cli.new_files import write_new_files
from build_tools.cli.options import DEFAULT_CONFIG, ConfigPath, Option, TextLanguage
from build_tools.cli.own_mistakes import is_trace_wanted, tell_own_mistake
from build_tools.cli.paths_given import list_given_files, list_passed
from build_tools.cli.planning import plan_archive
from build_tools.drafting import KnownArchive, draft_record
from build_tools.exports.new_record import tell_alike_too, write_draft
from build_tools.model.capture import Capture
from build_tools.model.capture_text import AskedReading
from build_tools.model.draft import Draft
from build_tools.model.errors import ArchiveError, UsageError
from build_tools.model.unreadable import UnreadableCapture
from build_tools.read import read_all
from build_tools.read.disk import shown_path
from build_tools.read.known_records import KnownRecord, list_known_records
from build_tools.site.plan import Plan
from build_tools.site.progress import ProgressDisplay
from build_tools.text.terminal import show_hidden


def run_add(
    paths: Annotated[tuple[str, ...], Option("saved pages, documents or texts, folders, addresses", "PATH")],
    *,
    language: TextLanguage = None,
    encoding: CaptureEncoding = None,
    page: Annotated[
        str | None, Option("the address of the page that is meant, in a web archive", "URL")
    ] = None,
    by: Actor = None,
    config: ConfigPath = DEFAULT_CONFIG,
) -> int:
    """Lay captures and records beside the others; print the records' paths."""
    plan = plan_archive(config)
    if not plan.seeds.is_dir():
        raise UsageError(f"There is no folder {show_hidden(str(plan.seeds))} for the record.")
    own = (plan.root, plan.seeds, plan.handwritten_docs)
    files = list(list_given_files(paths, own))
    for path, why in list_passed(paths):
        print(f"{show_hidden(path)} {why}, and passed over; name it as well", file=sys.stderr)
    # as far as they can be read: other records' faults hold nobody up
    sound = read_all(plan.seeds, ledgers=False).sound
    known = KnownArchive(sound.topics, sound.entities)
    adding = _Adding(plan, known, AskedReading(encoding, page), language, name_actor(by))
    if not has_witness():
        print(ABSENT, file=sys.stderr)
    outcomes = _add_each(files, adding.add_file)
    if len(files) > 1:
        print(_sum_up(outcomes), file=sys.stderr)
    return int(any(outcome.refused for outcome in outcomes))


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of one file."""

    added: bool = False
    refused: bool = False


@dataclass
class _Adding:
    """What all files of one call are added with."""

    plan: Plan
    known: KnownArchive
    asked: AskedReading
    language: str | None
    by: str | None = None
    """Who adds them."""

    def __post_init__(self) -> None:
        self.captures = KnownCaptures(self.plan.seeds, list(list_known_records(self.plan.seeds)))
        self.today = datetime.now(UTC).astimezone().date()

    def add_file(self, path: str, fetched: str | None = None) -> _Outcome:
        """Write the draft of one file or page of the web, and tell of it. Raises ArchiveError.

        `fetched`: the address that it was fetched from just now.
        """
        if "://" in path:
            with TemporaryDirectory() as folder:
                return self.add_file(str(save_page(path, snapshot=False, out=Path(folder))), path)
        given = read_capture(path, self.asked.encoding)
        if known := self.captures.find_same_bytes(given.sha256):
            print(
                f"{show_hidden(path)} is the capture of {known.path} already; nothing is changed",
                file=sys.stderr,
            )
            return _Outcome()
        capture = rename_capture(given, self.plan.seeds)
        needless = tell_needless_encoding(capture, self.asked.encoding)
        slugs = frozenset(record.slug for record in self.captures.records)
        try:
            draft = draft_record(
                capture,
                replace(self.known, slugs=slugs),
                self.today,
                # a record states no encoding of what has its own
                asked=replace(self.asked, encoding=None) if needless else self.asked,
                language=self.language,
            )
        except UnreadableCapture as refusal:
            raise UsageError(refusal.tell_of(show_hidden(path))) from refusal
        draft = replace(self.captures.add_alike(draft), seen=_read_day(path))
        self._write(capture, draft, fetched)
        return _Outcome(added=True)

    def _write(self, capture: Capture, draft: Draft, fetched: str | None) -> None:
        record = self.plan.seeds / f"{Path(capture.file).stem}.yml"
        schema = (self.plan.seeds / ".schema/record.json").is_file()
        written = write_draft(draft, schema=schema)
        log = note_acts(record, None, *list_added_acts(capture, draft, fetched, self.by, tell_now()))
        write_new_files(
            [(record, written.encode()), log], keep=[(self.plan.seeds / capture.file, capture.content)]
        )
        address = draft.fields.address.value if draft.fields.address else ""
        shown = shown_path(record)
        self.captures.note_record(KnownRecord(shown, draft.slug, written, address, capture.file))
        print(record)
        for doubt in list_doubts(capture, self.asked.encoding, self.asked.page):
            print(doubt, file=sys.stderr)
        for other in draft.alike:
            same = "the same address and " if other.same_address else ""
            print(f"{shown}: {other.path} has {same}{other.share:.0%} of its words", file=sys.stderr)
        if draft.alike_too:
            print(f"{shown}: {tell_alike_too(draft)}", file=sys.stderr)
        print(f"{shown}: a draft; `archive check` names what is missing", file=sys.stderr)


def _read_day(path: str) -> str:
    """The day of the file itself."""
    return date.fromtimestamp(Path(path).stat().st_mtime).isoformat()  # noqa: DTZ012 - the keeper's own day


def _add_each(files: list[str], add_file: Callable[[str], _Outcome]) -> list[_Outcome]:
    """One after the other, past those that are refused; a file that was named alone is refused at once.

    So are those that the program was not made for: of a folder all the others are added. What the disk
    refuses ends the call, since it would refuse the next as well.
    """
    progress = ProgressDisplay() if len(files) > 1 and sys.stderr.isatty() else None
    outcomes: list[_Outcome] = []
    for number, path in enumerate(files, 1):
        try:
            outcomes.append(add_file(path))
        except ArchiveError as refusal:
            if len(files) == 1:
                raise
            print(f"archive: {refusal}", file=sys.stderr)
            outcomes.append(_Outcome(refused=True))
        except OSError:
            raise
        except Exception as error:  # whatever it is: the file is named, and the others are added
            if len(files) == 1 or is_trace_wanted():
                raise
            told = tell_own_mistake(error, "The file is left as it is, and the others are added")
            print(f"archive: {show_hidden(path)}: {told}", file=sys.stderr)
            outcomes.append(_Outcome(refused=True))
        if progress:
            progress("add", number, len(files))
    return outcomes


def _sum_up(outcomes: Iterable[_Outcome]) -> str:
    told = list(outcomes)
    added, refused = sum(o.added for o in told), sum(o.refused for o in told)
    return f"{added} added as drafts, {len(told) - added - refused} there already, {refused} refused"


ADD = Command(
    "add",
    run_add,
    "Lays captures beside the records (where git ignores them), cleans them, and writes a draft of each "
    "record: title, outlet, authors, date, language, addresses, each with where it was read. Topics, "
    "names and a stub for each figure are proposed in comments; what a person must decide is marked "
    "`decide`. A folder stands for the files in it; what is refused is told, and the others are added. "
    "Adding the same file again changes nothing; a page that is there under another address is named, "
    "with how much they share. An address is handed to `archive fetch`.",
)
