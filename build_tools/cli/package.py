"""`archive package`: the built site as one file to carry."""

from __future__ import annotations

import hashlib
import os
import sys
import zipfile
from pathlib import Path
from typing import Annotated

from build_tools.cli.command import Command
from build_tools.cli.options import DEFAULT_CONFIG, ConfigPath, Option, TargetFolder
from build_tools.cli.planning import plan_archive, read_site_edition
from build_tools.model.archive import Edition
from build_tools.model.errors import UsageError
from build_tools.model.fault import Faults
from build_tools.site.manifest import replace_file
from build_tools.site.plan import check_private_place, check_publishing_machine
from build_tools.site.private_marks import find_private_files
from build_tools.site.progress import ProgressDisplay
from build_tools.site.swap import list_public_sites_around
from build_tools.site.verify import sort_faults
from build_tools.site.zip_package import name_package, pack_site
from build_tools.text.terminal import show_hidden


def run_package(
    *,
    site: TargetFolder = None,
    out: Annotated[
        str | None, Option("the file to write, instead of one named after the archive in dist/", "FILE")
    ] = None,
    private: Annotated[bool, Option("pack a reading edition, which is for yourself alone")] = False,
    config: ConfigPath = DEFAULT_CONFIG,
) -> int:
    """Write the package and print its path; size and digest on standard error."""
    plan = plan_archive(config, site=site)
    edition = read_site_edition(plan)
    file = Path(out) if out else plan.root / "dist" / f"{name_package(plan.identity, edition)}.zip"
    if edition is Edition.READING and not plan.invented:
        if not private:
            raise UsageError(
                f"{show_hidden(str(plan.site))} is the reading edition: who has its package has the "
                "publishers’ texts. Pack the public edition; for a stick of your own, add --private."
            )
        check_publishing_machine(plan, os.environ, private=True)
        check_private_place(plan, file.resolve(), list_public_sites_around(file))
    if edition is Edition.PUBLIC and (unfit := find_private_files(plan.site)):
        raise Faults(sort_faults(unfit))
    if file.resolve().is_relative_to(plan.site.resolve()):
        raise UsageError("The package cannot lie in the site that it holds; give another place with --out.")
    if file.is_dir():
        raise UsageError(f"{show_hidden(str(file))} is a folder; give the name of a file with --out.")
    if file.exists() and not zipfile.is_zipfile(file):
        raise UsageError(f"{show_hidden(str(file))} is there already and is no package; give another --out.")
    content = pack_site(plan.site, plan.identity, edition, ProgressDisplay())
    replace_file(file, content)
    print(file)
    print(f"{len(content):,} bytes, SHA-256 {hashlib.sha256(content).hexdigest()}", file=sys.stderr)
    return 0


PACKAGE = Command(
    "package",
    run_package,
    "Packs the site that `archive build` made into one ZIP, with a page to start from. Unpacked, it opens "
    "from a folder or a stick, search included. The same site gives the same bytes. Prints the file.",
)
