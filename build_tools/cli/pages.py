"""`archive pages`: seeds → docs only."""

from __future__ import annotations

import sys
from itertools import chain

from build_tools import pipeline
from build_tools.cli.command import Command
from build_tools.cli.options import DEFAULT_CONFIG, CapturesFolder, ConfigPath, EditionName, WorkerCount
from build_tools.cli.planning import make_pipeline_settings, plan_archive
from build_tools.exports.registry import measure_downloads
from build_tools.site.cache import DiskCache
from build_tools.site.progress import ProgressDisplay
from build_tools.site.session import Session


def run_pages(
    *,
    edition: EditionName = None,
    captures: CapturesFolder = None,
    workers: WorkerCount = None,
    config: ConfigPath = DEFAULT_CONFIG,
) -> int:
    """Write the pages' Markdown into the folder of pages."""
    plan = plan_archive(config, edition=edition, captures=captures)
    session = Session(plan, "serve")  # like `serve`, it leaves the site alone
    session.begin_build()
    try:
        cache = DiskCache(plan.cache)
        archive = pipeline.assemble_archive(
            make_pipeline_settings(plan, workers), cache=cache, progress=ProgressDisplay()
        )
        publication = pipeline.make_publication(archive, cache=cache)
        late = publication.finish_pages(measure_downloads(publication.make_files()))
        pages = map(publication.pages.render_key, publication.pages.list_keys())
        written = session.write_docs(chain(pages, late))
    finally:
        session.abandon()
    print(f"{written} pages are in {plan.docs}", file=sys.stderr)
    return 0


PAGES = Command(
    "pages", run_pages, "Reads the seeds and writes the pages as Markdown, without rendering them."
)
