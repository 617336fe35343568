"""A plan → what the pipeline is asked for, so that commands, builds and plain MkDocs ask for the same."""

from __future__ import annotations

from build_tools.pipeline_settings import PipelineSettings
from build_tools.site.plan import Plan
from build_tools.site.published_addresses import read_kept_addresses


def make_settings(plan: Plan, workers: int, *, drafts: bool) -> PipelineSettings:
    """What the pipeline takes."""
    return PipelineSettings(
        seeds=plan.seeds,
        captures=plan.captures,
        edition=plan.edition,
        workers=workers,
        site=plan.identity,
        drafts=drafts,
        kept=read_kept_addresses(plan),
        second_reader=plan.second_reader,
        private_names=plan.private_names,
    )
