"""Annotation and counting against the truth that was written by hand for the demonstration."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from build_tools.model.annotation import Layer, Motivation
from build_tools.model.archive import Archive, Document, Edition
from build_tools.pipeline import PipelineSettings
from tests.demo import SEEDS, expected
from tests.published import assemble_once

PASSAGES = expected("passages")
COUNTS = expected("counts")


@pytest.fixture(scope="module")
def archive() -> Archive:
    """The whole demonstration."""
    return assemble_once(PipelineSettings(seeds=SEEDS, edition=Edition.READING))


@pytest.fixture(scope="module")
def documents(archive: Archive) -> Mapping[str, Document]:
    """By slug."""
    return {d.record.slug: d for d in archive.documents}


def marked(document: Document, passage: str, motivation: Motivation) -> list[str]:
    """What a passage of the captured text is marked with, each value once."""
    return sorted(
        {
            a.value
            for a in document.annotations
            if a.motivation is motivation and a.target.layer is Layer.CAPTURE and a.target.passage == passage
        }
    )


@pytest.mark.parametrize(("slug", "passage"), [(s, p) for s in PASSAGES for p in PASSAGES[s]])
def test_topics_of_a_passage(slug: str, passage: str, documents: Mapping[str, Document]) -> None:
    """Rules written in a vocabulary find what a reader finds, in English and in Russian."""
    found = marked(documents[slug], passage, Motivation.CLASSIFYING)
    assert found == PASSAGES[slug][passage]["topics"]


@pytest.mark.parametrize(("slug", "passage"), [(s, p) for s in PASSAGES for p in PASSAGES[s]])
def test_names_of_a_passage(slug: str, passage: str, documents: Mapping[str, Document]) -> None:
    """Every name is found, and none inside another or in a source where it means someone else."""
    found = marked(documents[slug], passage, Motivation.IDENTIFYING)
    assert found == PASSAGES[slug][passage]["names"]


def test_every_passage_is_in_the_truth(documents: Mapping[str, Document]) -> None:
    """The truth has all paragraphs, so that nothing passes by not being asked."""
    for slug, truth in PASSAGES.items():
        clean = documents[slug].clean
        assert clean is not None
        assert {p.id for p in clean.body} <= set(truth)


def test_reports_and_origins_are_counted_as_a_person_counts_them(archive: Archive) -> None:
    """Five reports of one audit are one origin; an origin that is held is no other than its own page."""
    counted = {
        name: {
            "reports": c.reports,
            "origins": len(c.origins),
            "stated": len(c.stated_origins),
            "least": c.lowest,
        }
        for name, c in archive.counts.items()
    }
    assert counted == COUNTS


def test_a_source_without_a_capture_is_whole(documents: Mapping[str, Document]) -> None:
    """Its record is all there is, and claims, names and topics work all the same."""
    packet = documents["packet-carrow-by-road"]
    assert packet.clean is None
    assert packet.record.claims
    assert packet.annotations
