"""Arguments + mkdocs.yml → what the stages take, so that commands and plain `mkdocs build` agree."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from build_tools.model.archive import Archive, Edition
from build_tools.model.errors import UsageError
from build_tools.pipeline_settings import PipelineSettings
from build_tools.site.cache import DiskCache
from build_tools.site.configuration import read_plan
from build_tools.site.pipeline_input import make_settings
from build_tools.site.plan import Plan
from build_tools.site.progress import ProgressDisplay, ignore_progress
from build_tools.site.settings_reader import check_source_date
from build_tools.site.swap import read_edition
from build_tools.text.terminal import show_hidden


def plan_archive(
    config: str, *, captures: str | None = None, edition: str | None = None, site: str | None = None
) -> Plan:
    """Where everything lies, from mkdocs.yml and the options. Raises UsageError, Faults of the settings."""
    check_source_date(os.environ)
    for given in (config, captures, site, str(Path.cwd())):
        # what is remembered of a build names its folders, as UTF-8
        if given and any("\ud800" <= letter <= "\udfff" for letter in given):
            raise UsageError(f"{show_hidden(given)} has bytes that are no UTF-8; give it another name.")
    file = Path(config)
    if not file.is_file():
        raise UsageError(f"There is no {file} here; name the archive's mkdocs.yml with --config FILE.")
    if captures is not None and not Path(captures).is_dir():
        raise UsageError(f"--captures: there is no folder {captures}.")
    return read_plan(file, edition=edition, captures=captures, site=site)


def make_pipeline_settings(plan: Plan, workers: int | None = None) -> PipelineSettings:
    """What the pipeline takes."""
    return make_settings(plan, count_workers(workers), drafts=False)


def count_workers(asked: int | None = None) -> int:
    """As many as asked for, else as many as there are processors."""
    return asked or os.cpu_count() or 1


def load_archive(plan: Plan, workers: int | None = None) -> Archive:
    """The whole archive, related, through the cache. Raises Faults."""
    # here and not above: `build` looks first whether there is anything to do
    from build_tools.pipeline import assemble_archive  # noqa: PLC0415

    progress = ProgressDisplay() if sys.stderr.isatty() else ignore_progress
    return assemble_archive(
        make_pipeline_settings(plan, workers), cache=DiskCache(plan.cache), progress=progress
    )


def read_site_edition(plan: Plan) -> Edition:
    """The edition of the built site. Raises UsageError where there is none of ours."""
    edition = read_edition(plan.site)
    if edition not in tuple(Edition):
        raise UsageError(f"There is no site of this generator in {plan.site}; `archive build` makes one.")
    return Edition(edition)
