"""The counts of the archive itself: five articles, four reporting origins."""

from __future__ import annotations

import pytest

from build_tools import pipeline
from build_tools.model.archive import Archive
from build_tools.model.evidence import Finding
from build_tools.pipeline import Settings
from build_tools.relate.explain import explain
from tests.built import ROOT

ISTORIES = ("istories-defendants-2024",)
CNN = ("cnn-prisoners-2022",)
UK = ("uk-mod-3rd-army-corps-2022",)


@pytest.fixture(scope="module")
def archive() -> Archive:
    """The main archive, from its records alone."""
    return pipeline.gather(Settings(ROOT / "seeds"))


@pytest.mark.parametrize(
    ("finding", "reports", "origins"),
    [
        ("20000-recruits-from-pretrial-detention", 2, ISTORIES),
        ("210-pretrial-detention-centres", 2, ISTORIES),
        ("100-recruits-from-each-centre", 2, ISTORIES),
        ("75000-killed-or-injured", 2, CNN),
        ("ten-volunteers-from-ik17", 2, CNN),
        ("hundreds-approached-in-dozens-of-prisons", 2, CNN),
        ("chat-messages-on-rewards", 2, CNN),
        ("army-overstretched-2022", 2, CNN),
        ("sixth-month-of-war", 3, ("ap-replenish-2022", *CNN)),
        ("3rd-army-corps-bonuses", 2, UK),
        ("3rd-army-corps-of-volunteers", 2, UK),
    ],
)
def test_the_same_figure_in_two_sources(
    archive: Archive, finding: str, reports: int, origins: tuple[str, ...]
) -> None:
    """Figures that two articles share have the origins that a comparison of their texts showed."""
    count = archive.counts[finding]
    assert (count.reports, count.origins) == (reports, origins)


def test_families(archive: Archive) -> None:
    """The closest source to each article is the other one of its family."""
    closest = {slug: others[0].slug for slug, others in archive.shared.items()}
    for one, other in (
        ("hngn-prisoners-for-freedom", "gdc-inmates-for-freedom"),
        ("moscow-times-20000-defendants", "dagens-20000-prisoners"),
    ):
        assert closest[one] == other
        assert closest[other] == one


def test_every_finding_and_claim_can_be_explained(archive: Archive) -> None:
    """No id of the archive is without words, and a finding's words state its count."""
    assert all(explain(archive, ref, {}) for ref in archive.statements)
    for finding in archive.findings:
        told = explain(archive, finding.id, {})[1]
        assert told.startswith(f"{archive.counts[finding.id].reports} report")
        assert all(origin in told for origin in archive.counts[finding.id].origins)


def test_every_ref_of_every_index_exists(archive: Archive) -> None:
    """What an index points at is there."""
    refs = [r for index in (archive.by_topic, archive.by_entity) for found in index.values() for r in found]
    assert set(refs) <= set(archive.statements)
    entries: tuple[Finding, ...] = archive.findings
    assert {ref for f in entries for ref in (*f.claims, *f.denied_by)} <= set(archive.statements)
