"""A plan → what the pipeline is asked for, so that commands, builds and plain MkDocs ask for the same."""

from __future__ import annotations

from build_tools.pipeline_settings import PipelineSettings
from build_tools.site.plan import Plan
from build_tools.site.published_addresses import read_kept_addresses


def make_settings(plan: Plan, workers: int, *, drafts: bool) -> PipelineSettings:
    """What the pipeline takes."""
    return PipelineSettings(
        plan.seeds, plan.captures, plan.edition, workers, plan.identity, drafts, read_kept_addresses(plan)
    )
