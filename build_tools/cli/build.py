"""`archive build`: seeds → docs → site."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Annotated

from build_tools.cli.command import Command
from build_tools.cli.options import (
    DEFAULT_CONFIG,
    CapturesFolder,
    ConfigPath,
    EditionName,
    Option,
    TargetFolder,
    WorkerCount,
)
from build_tools.cli.planning import count_workers, plan_archive
from build_tools.cli.renderer_log import show_renderer_log
from build_tools.model.archive import Edition
from build_tools.site.hosting import measure_site, tell_limits
from build_tools.site.progress import ProgressDisplay
from build_tools.site_build import SiteBuild
from build_tools.timings import Timings
from build_tools.workers import Workers

NO_ADDRESS = (
    "The site's address is not set (site_url in mkdocs.yml, or ARCHIVE_SITE_URL): no sitemap, pictures or "
    "canonical links, and citations name paths. It is needed only to publish."
)

STOPPED = "Stopped. The site in its place is whole; the same command brings it up to date."
_TIMED = "print how long each stage took, by the clock, and the work of the leading process alone"


def run_build(
    *,
    edition: EditionName = None,
    captures: CapturesFolder = None,
    site: TargetFolder = None,
    workers: WorkerCount = None,
    scheduler: Annotated[
        str | None,
        Option("render on a Dask cluster; needs the extra `cluster`; the result is the same", "ADDRESS"),
    ] = None,
    strict: Annotated[
        bool, Option("warnings of the renderer (a broken link, a missing page) end the build")
    ] = False,
    timings: Annotated[bool, Option(_TIMED)] = False,
    config: ConfigPath = DEFAULT_CONFIG,
) -> int:
    """Build the site and print the file to open."""
    plan = plan_archive(config, edition=edition, captures=captures, site=site)
    show_renderer_log()
    clock, begun = Timings(), time.monotonic()
    with Workers(count_workers(workers), scheduler or "") as processes:
        build = SiteBuild(plan, Path(config), processes, strict, ProgressDisplay(), clock)
        try:
            target = build.put_site_in_place()
        except KeyboardInterrupt:
            # a bar of progress has not ended its line
            print(f"\n{STOPPED}" if sys.stderr.isatty() else STOPPED, file=sys.stderr)
            raise
    for sentence in tell_limits(measure_site(target, build.stamps), time.monotonic() - begun):
        print(sentence, file=sys.stderr)
    if timings:
        print(clock.write_table(), file=sys.stderr)
    if plan.edition is Edition.PUBLIC and not plan.identity.url:
        print(NO_ADDRESS, file=sys.stderr)
    print(target / "index.html")
    return 0


BUILD = Command(
    "build",
    run_build,
    "Reads the seeds, writes the pages, renders the site and puts it in place in one step: a build that "
    "fails or is stopped leaves the last site as it was. Prints the file to open.",
)
