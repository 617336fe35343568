"""`archive verify`: whether captures and site are what they should be."""

from __future__ import annotations

import sys
from typing import Annotated

from build_tools import pipeline
from build_tools.cli.command import Command
from build_tools.cli.fault_printing import print_faults
from build_tools.cli.options import DEFAULT_CONFIG, CapturesFolder, ConfigPath, Option, WorkerCount
from build_tools.cli.planning import make_pipeline_settings, plan_archive, read_site_edition
from build_tools.exports.fixity import write_fixity
from build_tools.model.archive import Edition
from build_tools.site import verify
from build_tools.site.cache import DiskCache
from build_tools.site.progress import ProgressDisplay
from build_tools.site.protected_names import find_committed_names, place_written
from build_tools.text.names.guard import NameGuard


def run_verify(
    *,
    captures: CapturesFolder = None,
    workers: WorkerCount = None,
    site: Annotated[str | None, Option("the site, if not the one in mkdocs.yml", "DIR")] = None,
    config: ConfigPath = DEFAULT_CONFIG,
) -> int:
    """Tell the state of each capture, and the faults of the built site."""
    plan = plan_archive(config, captures=captures, site=site)
    public = read_site_edition(plan) is Edition.PUBLIC
    settings = make_pipeline_settings(plan, workers)
    progress = ProgressDisplay()
    archive = pipeline.assemble_archive(settings, cache=DiskCache(plan.cache), progress=progress)
    sys.stdout.write(write_fixity(archive.documents))
    guard = verify.guard_archive(archive) if public else None
    faults = verify.check_site(plan.site, guard, progress, public=public)
    # what is invented may be committed, its list of names as well
    people = () if plan.invented else archive.protected
    committed = find_committed_names(plan.root, NameGuard(people))
    return print_faults(verify.sort_faults((*place_written(faults, guard, plan), *committed)))


VERIFY = Command(
    "verify",
    run_verify,
    "Compares every capture at hand with the digest in its record, and looks through the built site: links, "
    "anchors, requests to other hosts, captured text and pages of the reading edition in a public one; names "
    "that must not appear, in every form, in every byte of the site, and in the files that git tracks.",
)
