"""A folder → small archives beside one another in it, which name one another and one that is missing."""

from __future__ import annotations

from pathlib import Path

from build_tools.site.configuration import read_plan
from build_tools.site_build import SiteBuild
from build_tools.workers import Workers
from tests.site import tiny

SHARED = [{"name": year, "address": f"../{year}/"} for year in ("2023", "2024", "2025")]
"""One list for all of them; the last is not on the shelf."""
SAID = {
    "2023": ("No boat has gone to Ostry since the ice came.", "Some 200 islanders wait for bread."),
    "2024": ("No boat has gone to Ostry in the storm.", "A lighthouse keeper counted 31 wrecks."),
}


def build_shelf(folder: Path) -> Path:
    """Build each into a folder of its year; what they are made of stands beside them."""
    for year in SAID:
        _build(folder, year)
    return folder


def _build(folder: Path, year: str) -> Path:
    first, second = SAID[year]
    claims = [tiny.claim("p1c1", first), tiny.claim("p2c1", second)]
    described = tiny.record(
        tiny.CAPTURE.encode(), slug=f"ferry-{year}", title=f"The ferry in {year}", claims=claims
    )
    config = tiny.archive(folder / "made" / year, described, searched_together=SHARED)
    plan = read_plan(config, site=str(folder / year))
    SiteBuild(plan, config, Workers(), strict=False).put_site_in_place()
    return plan.site
