"""`archive fetch`: a page of the web, kept as WARC. With `archive timestamp` alone it asks others."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

from build_tools.cli.command import Command
from build_tools.cli.new_files import write_new_files
from build_tools.cli.options import Option
from build_tools.fetch import fetch_page
from build_tools.fetch.refusals import FetchRefused
from build_tools.fetch.snapshots import find_snapshot
from build_tools.fetch.warc_file import write_page_warc
from build_tools.text.slugs import make_slug
from build_tools.text.terminal import show_hidden

_LONGEST_NAME = 80


def run_fetch(
    url: Annotated[str, Option("the http or https address of a page", "URL")],
    *,
    snapshot: Annotated[
        bool, Option("ask the Wayback Machine for the address of a copy, and note it")
    ] = False,
    out: Annotated[str, Option("the folder for the file", "DIR")] = ".",
) -> int:
    """Ask for the page, write it, print the file's path."""
    file = save_page(url, snapshot=snapshot, out=Path(out))
    print(file)
    print(f"{show_hidden(str(file))}: `archive add` makes a record of it", file=sys.stderr)
    return 0


def save_page(url: str, *, snapshot: bool, out: Path) -> Path:
    """Ask for a page and write it into a folder; the file. Raises FetchRefused, UsageError."""
    fetched = fetch_page(url, tell=tell_request)
    archived = _ask_snapshot(fetched.page.url) if snapshot else None
    content = write_page_warc(fetched, datetime.now(UTC), archived)
    name = make_slug(fetched.page.url.partition("://")[2])[:_LONGEST_NAME].strip("-") or "page"
    file = out / f"{name}.warc.gz"
    write_new_files([(file, content)])
    return file


def tell_request(url: str) -> None:
    """Say what is asked for before it is: nothing leaves this machine unseen."""
    print(f"asks {show_hidden(url)}", file=sys.stderr)


def _ask_snapshot(url: str) -> str | None:
    """The address of a copy, empty where there is none; None where the service did not say."""
    try:
        found = find_snapshot(url, tell=tell_request)
    except FetchRefused as refusal:
        print(f"whether there is a copy is not known: {show_hidden(str(refusal))}", file=sys.stderr)
        return None
    print(f"copy: {show_hidden(found)}" if found else "the Wayback Machine has no copy", file=sys.stderr)
    return found


FETCH = Command(
    "fetch",
    run_fetch,
    "Beside `archive timestamp` the only command that makes requests to others; each is named on standard "
    "error. It asks for one page, without "
    "cookies, within limits: 32 MiB, 60 seconds, 8 redirections, types that could be a report. Addresses of "
    "private networks are refused, also behind a name or a redirection. The page is kept as WARC, with all "
    "headers. With `--snapshot` it asks the Wayback Machine whether there is a copy, and notes its address, "
    "or that there is none; it asks for none to be made. Needs the extra `fetch`.",
)
