"""Arguments + mkdocs.yml → what the stages take, so that commands and plain `mkdocs build` agree."""

from __future__ import annotations

import hashlib
import os
import sys
from argparse import Namespace
from pathlib import Path

from build_tools.clean import RULES
from build_tools.clean.table import BLANK
from build_tools.model.archive import Archive
from build_tools.model.capture import Capture
from build_tools.model.errors import UsageError
from build_tools.pipeline import Settings, gather
from build_tools.site.cache import Cache
from build_tools.site.configured import configured
from build_tools.site.plan import Plan
from build_tools.site.progress import Progress, silent


def planned(args: Namespace) -> Plan:
    """Where everything lies, from mkdocs.yml and the options. Raises UsageError, Faults."""
    config = Path(args.config)
    if not config.is_file():
        raise UsageError(f"There is no {config} here; name the archive's mkdocs.yml with --config FILE.")
    captures = getattr(args, "captures", None)
    if captures is not None and not Path(captures).is_dir():
        raise UsageError(f"--captures: there is no folder {captures}.")
    return configured(
        config, edition=getattr(args, "edition", None), captures=captures, site=getattr(args, "site", None)
    )


def settings(plan: Plan, args: Namespace) -> Settings:
    """What the pipeline takes."""
    return Settings(plan.seeds, plan.captures, plan.edition, workers(args), plan.identity)


def workers(args: Namespace) -> int:
    """As many as asked for, else as many as there are processors."""
    return getattr(args, "workers", None) or os.cpu_count() or 1


def gathered(args: Namespace) -> Archive:
    """The whole archive, related, through the cache. Raises Faults, UsageError."""
    plan = planned(args)
    return gather(
        settings(plan, args), cache=Cache(plan.cache), progress=Progress() if sys.stderr.isatty() else silent
    )


def rule_words() -> dict[str, str]:
    """What each cleaning rule says of itself, by name."""
    return {BLANK: "Nothing but white space, or markup without text.", **{r.name: r.says for r in RULES}}


def capture_of(path: str) -> Capture:
    """A file as a capture. Raises UsageError where it cannot be read."""
    file = Path(path)
    try:
        content = file.read_bytes()
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from None
    return Capture(file.name, content, hashlib.sha256(content).hexdigest())
