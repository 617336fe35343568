"""Explore's numbers: every statement, its values, its figures and its source, by place on the page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from build_tools.model.archive import Archive, Edition
from build_tools.pages.catalogue import Catalogue
from build_tools.pages.explore import pages
from build_tools.pages.neighbours import ways
from build_tools.pipeline import Settings, gather
from tests.built import ROOT


@pytest.fixture(scope="module")
def archive() -> Archive:
    """The demonstration archive."""
    return gather(Settings(seeds=ROOT / "examples" / "the-ferry" / "seeds", edition=Edition.READING))


@pytest.fixture(scope="module")
def content(archive: Archive) -> Mapping[str, Any]:
    """What the template shows."""
    (page,) = pages(Catalogue(archive))
    return page.content


def test_nothing_is_left_out(archive: Archive, content: Mapping[str, Any]) -> None:
    """Every statement, every figure and every source has its row."""
    claims = [s.claim for s in archive.statements.values()]
    assert [row.claim for row in content["rows"]] == claims
    assert [n.figure for n in content["numbers"]] == [f for c in claims for f in c.figures]
    assert [record for record, *_ in content["sources"]] == [d.record for d in archive.documents]


def test_numbers_lead_to_the_values_they_mean(archive: Archive, content: Mapping[str, Any]) -> None:
    """The values of a statement are found by counting through the filters in the page's order."""
    values = [(f.name, v.id) for f in content["facets"] for v in f.values]
    keys = json.loads(content["keys"])["statements"]
    for key, statement in zip(keys, archive.statements.values(), strict=True):
        has = {values[n] for n in key}
        assert ("kind", statement.claim.kind.value) in has
        assert ("outlet", statement.document.record.outlet) in has
        topics = {name for facet, name in has if facet == "topic"}
        assert topics == {t for t, refs in archive.by_topic.items() if statement.ref in refs}


def test_counts_are_those_of_the_rows(content: Mapping[str, Any]) -> None:
    """The number printed beside a value is the number of statements that have it."""
    keys = json.loads(content["keys"])["statements"]
    printed = [v.statements for f in content["facets"] for v in f.values]
    assert printed == [sum(n in key for key in keys) for n in range(len(printed))]


def test_figures_and_sources_know_their_statements(content: Mapping[str, Any]) -> None:
    """A figure stands with its statement, a source with its stretch of statements, and none is left over."""
    keys = json.loads(content["keys"])
    assert [content["rows"][at].claim for at in keys["figures"]] == [n.row.claim for n in content["numbers"]]
    end = 0
    for (record, _, number), (start, stop) in zip(content["sources"], keys["sources"], strict=True):
        assert start == end
        assert {row.record.slug for row in content["rows"][start:stop]} <= {record.slug}
        assert stop - start == number
        end = stop
    assert end == len(content["rows"])


def test_every_statement_has_a_status(archive: Archive, content: Mapping[str, Any]) -> None:
    """That of its findings, or that it stands in none; corrected only where a correction names it."""
    values = [(f.name, v.id) for f in content["facets"] for v in f.values]
    keys = json.loads(content["keys"])["statements"]
    for key, ref in zip(keys, archive.statements, strict=True):
        has = {values[n][1] for n in key if values[n][0] == "status"}
        assert has
        assert ("corrected" in has) == (ref in archive.corrected)
        assert ("none" in has) == all(ref not in f.claims for f in archive.findings)


def test_before_and_after_are_each_others(archive: Archive) -> None:
    """Whoever comes after me has me before, along every way that we share."""
    along = ways(Catalogue(archive))
    for slug, found in along.items():
        for way in found:
            if way.after:
                back = [w for w in along[way.after.slug] if (w.words, w.file) == (way.words, way.file)]
                assert [w.before.slug for w in back if w.before] == [slug]


def test_by_date_every_source_is_passed(archive: Archive) -> None:
    """From the first, always the next by date: all sources, each once."""
    along = ways(Catalogue(archive))
    passed = [archive.documents[0].record.slug]
    while (after := along[passed[-1]][0].after) is not None:
        passed.append(after.slug)
    assert passed == [d.record.slug for d in archive.documents]
