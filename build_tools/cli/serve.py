"""`archive serve`: the site in a browser, rebuilt as its keeper writes."""

from __future__ import annotations

import errno
from functools import partial
from pathlib import Path
from typing import Annotated

from build_tools.cli.command import Command
from build_tools.cli.options import (
    DEFAULT_CONFIG,
    CapturesFolder,
    ConfigPath,
    EditionName,
    Option,
    check_address,
)
from build_tools.cli.planning import count_workers, plan_archive
from build_tools.cli.renderer_log import show_renderer_log
from build_tools.model.errors import UsageError
from build_tools.preview import Preview
from build_tools.site.preview_server import parse_address

_OF_THE_ADDRESS = frozenset({errno.EADDRINUSE, errno.EADDRNOTAVAIL, errno.EACCES})
"""Errors of the system that another address would mend: taken, not of this machine, not allowed."""


def run_serve(
    *,
    edition: EditionName = None,
    captures: CapturesFolder = None,
    address: Annotated[
        str | None, Option("where to serve, instead of 127.0.0.1:8000", "HOST:PORT", parse=check_address)
    ] = None,
    config: ConfigPath = DEFAULT_CONFIG,
) -> int:
    """Serve until interrupted."""
    read_settings = partial(plan_archive, config, edition=edition, captures=captures)
    plan = read_settings()
    show_renderer_log()
    asked = address or plan.layout.dev_addr
    try:
        Preview(plan, Path(config), count_workers(), read_settings).serve(parse_address(asked))
    # a port above 65535, which mkdocs.yml may have, overflows
    except (OSError, OverflowError) as error:
        if isinstance(error, OSError) and error.errno not in _OF_THE_ADDRESS:
            raise
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error).rstrip(".")
        where = asked or "127.0.0.1:8000"
        raise UsageError(f"{reason}: {where}. Give another with --address HOST:PORT.") from None
    return 0


SERVE = Command(
    "serve",
    run_serve,
    "Serves the site on this machine: what is saved is read at once, a page is made when it is looked at. "
    "Where one record says something in other words, its page is there within a second; what follows from it "
    "elsewhere comes after, and the page reloads by itself. "
    "A fault is shown in the terminal and at the top of each page, with its line and what to do, and the "
    "last good pages stay. What drafts lack stands there too, folded.",
)
