"""`archive timestamp`: the head of a custody log, signed by an authority with its hour (RFC 3161)."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import Annotated

from build_tools.cli.changed_files import write_changes
from build_tools.cli.command import Command
from build_tools.cli.custody_log import Actor, find_log, name_actor
from build_tools.cli.fetch import tell_request
from build_tools.cli.options import DEFAULT_CONFIG, ConfigPath, Option
from build_tools.cli.planning import plan_archive
from build_tools.fetch.timestamps import Timestamp, ask_timestamp
from build_tools.keeping.custody import PROGRAM, NotedAct, append_acts
from build_tools.model.capture_refs import CaptureRef
from build_tools.model.custody import NO_LOG, CustodyAct, CustodyLog
from build_tools.model.errors import UsageError
from build_tools.read import shown_path
from build_tools.read.custody_file import read_custody_log
from build_tools.read.files import CUSTODY, TOKEN, open_folder
from build_tools.read.references import find_slug
from build_tools.text.custody_words import word_openssl
from build_tools.text.terminal import did_you_mean, quote_value


def run_timestamp(
    slug: Annotated[str, Option("the source's slug")],
    *,
    authority: Annotated[str, Option("the https address of a timestamp authority", "URL")],
    by: Actor = None,
    config: ConfigPath = DEFAULT_CONFIG,
) -> int:
    """Ask, write the timestamp beside the log and an entry into it; print the timestamp's path."""
    path = find_log(_find_record(plan_archive(config).seeds, slug))
    log = _read_log(path, slug)
    line = log.entries[-1].write_line().encode()
    stamp = ask_timestamp(authority, line, tell=tell_request)
    token = _write_stamp(path, log, stamp, authority, name_actor(by))
    print(shown_path(token))
    print(f"commit it with {shown_path(path)}; git must not ignore it. To check it:", file=sys.stderr)
    print(word_openssl(log.head, shown_path(token)), file=sys.stderr)
    return 0


def _find_record(seeds: Path, slug: str) -> Path:
    """Of drafts too: a capture is best timestamped when it has just come."""
    known = {find_slug(tree): tree.path for tree in open_folder(seeds, None).roles.get("record", ())}
    if slug not in known:
        told = f"There is no source {quote_value(slug)}. {did_you_mean(slug, filter(None, known))}"
        raise UsageError(told.rstrip())
    return Path(known[slug])


def _read_log(path: Path, slug: str) -> CustodyLog:
    log, faults = read_custody_log(str(path), path.read_text("utf-8")) if path.is_file() else (NO_LOG, ())
    if faults:
        raise UsageError(f"The custody log is broken, and is not signed: {faults[0]}")
    if not log.entries:
        raise UsageError(f"{slug} has no custody log; `archive custody {slug} --begin` begins one.")
    return log


def _write_stamp(path: Path, log: CustodyLog, stamp: Timestamp, authority: str, by: str | None) -> Path:
    """Both files or none. Raises UsageError where the log has gone on meanwhile."""
    if path.read_text("utf-8") != log.source:
        raise UsageError(f"{shown_path(path)} was changed meanwhile; ask again.")
    token = path.with_name(f"{path.name.removesuffix(CUSTODY)}.{len(log.entries) + 1}{TOKEN}")
    digest = hashlib.sha256(stamp.token).hexdigest()
    ref = CaptureRef(file=token.name, sha256=digest, bytes=len(stamp.token))
    note = "The hour is the authority's."
    act = NotedAct(CustodyAct.TIMESTAMPED, stamp.at, by, PROGRAM, authority, ref, note)
    write_changes({token: stamp.token, path: append_acts(str(path), log.source, (act,)).encode()})
    return token


TIMESTAMP = Command(
    "timestamp",
    run_timestamp,
    "Has the last entry of a custody log, and so all before it, signed by a timestamp authority (RFC 3161): "
    "that it was there at that hour, somebody else says then. Beside `archive fetch` the only command that "
    "asks another host; it says which. What is sent is a SHA-256 and a random number, by https (this machine "
    "excepted), within 30 seconds and 256 KiB; addresses of private networks are refused, redirections not "
    "followed. The answer must be of that digest and that number. It is kept beside the record "
    "(`<name>.<entry>.custody.tsr`) and told in the log; both are committed. `archive check` and `verify` "
    "refuse one that was changed or does not fit the log (C131). That the signature is the authority's, "
    "`openssl ts -verify` says, as `archive custody` prints it. Needs the extra `timestamp`.",
)
