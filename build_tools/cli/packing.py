"""`package`: the built site as one file to carry."""

from __future__ import annotations

import hashlib
import os
import sys
from argparse import Namespace
from pathlib import Path

from build_tools.cli.building import SITE
from build_tools.cli.options import CONFIG, Command, Option
from build_tools.cli.settings import planned
from build_tools.model.archive import Edition
from build_tools.model.errors import UsageError
from build_tools.site.manifest import place
from build_tools.site.packing import packed, title
from build_tools.site.plan import check_machine
from build_tools.site.swap import edition_of


def _package(args: Namespace) -> int:
    plan = planned(args)
    present = edition_of(plan.site)
    if present not in tuple(Edition):
        raise UsageError(f"There is no site of this generator in {plan.site}; `archive build` makes one.")
    edition = Edition(present)
    if edition is Edition.READING and not plan.invented:
        check_machine(plan, os.environ, private=True)
    content = packed(plan.site, plan.identity, edition)
    file = Path(args.out) if args.out else plan.root / "dist" / f"{title(plan.identity, edition)}.zip"
    place(file, content)
    print(file)
    print(f"{len(content):,} bytes, SHA-256 {hashlib.sha256(content).hexdigest()}", file=sys.stderr)
    return 0


PACKAGE = Command(
    "package",
    "the built site as one file to carry",
    "Packs the site that `archive build` made into one ZIP, with a page to start from. Unpacked, it opens "
    "from a folder or a stick, search included. The same site gives the same bytes. Prints the file.",
    _package,
    (
        SITE,
        Option("--out", "the file to write, instead of one named after the archive in dist/", "FILE"),
        CONFIG,
    ),
)
