"""Explore's pages and parts: every statement, its values, its figures and its source, by number."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.explore import STATEMENTS, invent
from build_tools.index import Index
from build_tools.model.archive import Archive, Edition
from build_tools.pages.explore import EXPLORE_PAGE, ROWS_PER_PART, VALUES_ON_PAGE, ExploreView
from build_tools.pages.explore_parts import pack_numbers, plan_explore_parts
from build_tools.pages.paging import ROWS_PER_PAGE
from build_tools.pages.render import render_page
from build_tools.pipeline import PipelineSettings, assemble_archive
from tests.built import ROOT

SOURCES = 110
"""So many that the statements make several pages, and the origins more values than stand on the page."""
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


@pytest.fixture(scope="module", params=["the ferry", "many"])
def archive(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """A small archive, which is one page and one part; and one of several pages and parts."""
    if request.param == "the ferry":
        seeds = ROOT / "examples" / "the-ferry" / "seeds"
    else:
        seeds = tmp_path_factory.mktemp("many") / "seeds"
        invent(seeds, SOURCES)
    return assemble_archive(PipelineSettings(seeds=seeds, edition=Edition.READING))


@pytest.fixture(scope="module")
def views(archive: Archive) -> tuple[ExploreView, ...]:
    """What the templates show, page by page."""
    index = Index(archive)
    pages = (EXPLORE_PAGE.make_page(index, key) for key in EXPLORE_PAGE.list_keys(index))
    return tuple(cast("ExploreView", page.view) for page in pages)


@pytest.fixture(scope="module")
def parts(archive: Archive) -> Mapping[str, Any]:
    """The data by name of its part, as a browser gets it."""
    found = {}
    for artifact in (plan.make() for plan in plan_explore_parts(Index(archive))):
        for line in artifact.content.decode().splitlines():
            match = re.fullmatch(r'archiveExplore\.part\("([a-z0-9-]+)",(.*)\)', line)
            assert match, line[:80]
            found[match[1]] = json.loads(match[2])
    return found


def _unpack(letters: str) -> list[int]:
    """As the script does it."""
    numbers, number, step, shift = [], 0, 0, 0
    for bits in map(LETTERS.index, letters):
        step |= (bits & 31) << shift
        shift += 5
        if not bits & 32:
            number += step
            numbers.append(number)
            step = shift = 0
    return numbers


def _values(views: tuple[ExploreView, ...], parts: Mapping[str, Any]) -> dict[str, dict[str, list[int]]]:
    """By filter and value: the statements; values beside the page's own included."""
    assert views[0].filters
    found = {}
    for facet in views[0].filters.facets:
        names = [c.id for c in facet.choices] + [name for name, *_ in parts.get(f"{facet.name}-names", ())]
        found[facet.name] = dict(zip(names, map(_unpack, parts[facet.name]), strict=True))
    return found


@given(st.lists(st.integers(0, 2_000_000)).map(sorted))
def test_numbers_come_out_as_they_went_in(numbers: list[int]) -> None:
    """Whatever they are, as long as they do not fall."""
    assert _unpack(pack_numbers(numbers)) == numbers


def test_no_statement_is_left_out_of_the_pages(archive: Archive, views: tuple[ExploreView, ...]) -> None:
    """Every statement, figure and source stands on one page, in order, and no page is longer than a page."""
    rows = [row for view in views for row in view.part.rows]
    assert [f"{row.slug}#{row.claim}" for row in rows] == list(archive.statements)
    figures = sum(len(s.claim.figures) for s in archive.statements.values())
    assert sum(len(view.figures) for view in views) == figures
    sources = [row.record.slug for view in views for row in view.sources]
    assert sources == [d.record.slug for d in archive.documents]
    findings = [row.id for view in views for row in view.findings]
    assert sorted(findings) == sorted(f.id for f in archive.findings)
    disagreements = [row.id for view in views for row in view.disagreements]
    assert sorted(disagreements) == sorted(d.id for d in archive.disagreements)
    assert all(len(view.part.rows) <= ROWS_PER_PAGE for view in views)


def test_no_statement_is_left_out_of_the_parts(archive: Archive, parts: Mapping[str, Any]) -> None:
    """The same rows, findings, figures and sources, so that filters go over all of them."""
    cut = range(-(-len(archive.statements) // ROWS_PER_PART))
    rows = [(findings, row) for n in cut for findings, some, _ in [parts[f"rows-{n}"]] for row in some]
    assert [f"{row[0]}#{row[1]}" for _, row in rows] == list(archive.statements)
    held = {ref: {f.id for f in archive.findings if ref in f.claims} for ref in archive.statements}
    for (findings, row), (ref, statement) in zip(rows, archive.statements.items(), strict=True):
        assert {findings[n][0] for n in row[7]} == held[ref]
        assert len(row[8]) == len(statement.claim.figures)
    sources = [
        row[0] for n in range(-(-len(archive.documents) // ROWS_PER_PART)) for row in parts[f"sources-{n}"]
    ]
    assert sources == [d.record.slug for d in archive.documents]


def test_findings_and_disagreements_know_their_statements(
    archive: Archive, views: tuple[ExploreView, ...], parts: Mapping[str, Any]
) -> None:
    """In the order of the pages; the order by support has each once, and begins with most origins."""
    refs = list(archive.statements)
    findings, disagreements, supported = parts["members"]
    shown = [row.id for view in views for row in view.findings]
    held = {f.id: {*f.claims, *f.denials} for f in archive.findings}
    assert [{refs[n] for n in _unpack(letters)} for letters in findings] == [held[name] for name in shown]
    assert len(disagreements) == len(archive.disagreements)
    assert sorted(supported) == list(range(len(findings)))
    lowest = [archive.counts[shown[n]].lowest for n in supported]
    assert lowest == sorted(lowest, reverse=True)


def test_a_statement_is_found_by_the_names_in_it(archive: Archive, parts: Mapping[str, Any]) -> None:
    """As texts call them and in their own letters, though its row says nothing of them."""
    cut = range(-(-len(archive.statements) // ROWS_PER_PART))
    behind = [
        " ".join(names[n] for n in row[9])
        for k in cut
        for _, some, names in [parts[f"rows-{k}"]]
        for row in some
    ]
    numbers = {ref: n for n, ref in enumerate(archive.statements)}
    for entity in archive.entities:
        for ref in archive.by_entity.get(entity.id, ()):
            names = (*(native.text for native in entity.native), *(form.text for form in entity.forms))
            assert all(name in behind[numbers[ref]] for name in names)


def test_values_lead_to_the_statements_that_have_them(
    archive: Archive, views: tuple[ExploreView, ...], parts: Mapping[str, Any]
) -> None:
    """By its number a statement is found under each of its topics, under its kind and its outlet."""
    values = _values(views, parts)
    for number, (ref, statement) in enumerate(archive.statements.items()):
        assert number in values["kind"][statement.claim.kind.value]
        assert number in values["outlet"][statement.record.outlet]
        topics = {topic for topic, numbers in values["topic"].items() if number in numbers}
        assert topics == {t for t, refs in archive.by_topic.items() if ref in refs}


def test_counts_are_those_of_the_statements(views: tuple[ExploreView, ...], parts: Mapping[str, Any]) -> None:
    """The number printed beside a value is the number of statements that have it."""
    assert views[0].filters
    for facet in views[0].filters.facets:
        printed = [int(choice.statements.replace(",", "")) for choice in facet.choices]
        printed += [total for _, _, total in parts.get(f"{facet.name}-names", ())]
        assert printed == [len(_unpack(letters)) for letters in parts[facet.name]]


def test_figures_and_sources_know_their_statements(archive: Archive, parts: Mapping[str, Any]) -> None:
    """A figure stands with its statement, a source with its stretch of statements, and none is left over."""
    owners, ends = map(_unpack, parts["index"])
    statements = list(archive.statements.values())
    assert owners == [n for n, s in enumerate(statements) for _ in s.claim.figures]
    start = 0
    for document, end in zip(archive.documents, ends, strict=True):
        assert {s.record.slug for s in statements[start:end]} <= {document.record.slug}
        assert end - start == len(document.record.claims)
        start = end
    assert start == len(statements)


def test_every_statement_has_a_status(
    archive: Archive, views: tuple[ExploreView, ...], parts: Mapping[str, Any]
) -> None:
    """That of its findings, or that it stands in none; corrected only where a correction names it."""
    statuses = _values(views, parts)["status"]
    for number, ref in enumerate(archive.statements):
        has = {status for status, numbers in statuses.items() if number in numbers}
        assert has
        assert ("corrected" in has) == (ref in archive.corrected)
        assert ("none" in has) == all(ref not in f.claims for f in archive.findings)


def test_a_small_archive_is_one_page_and_one_file() -> None:
    """What fits on a page needs no second request; a large one is cut."""
    small = Index(assemble_archive(PipelineSettings(seeds=ROOT / "seeds")))
    assert list(EXPLORE_PAGE.list_keys(small)) == [""]
    assert [plan.path for plan in plan_explore_parts(small)] == ["explore/parts/all.js"]


def test_a_page_is_as_new_as_its_own_statements(tmp_path: Path) -> None:
    """A later page has read its own sources and no others, so that it is not made anew with all of them."""
    invent(tmp_path / "seeds", SOURCES)
    index = Index(assemble_archive(PipelineSettings(seeds=tmp_path / "seeds")))
    index.start_reading()
    page = EXPLORE_PAGE.make_page(index, "3")
    read = {key for table, key in index.list_reads() if table == "documents"}
    slugs = {row.slug for row in cast("ExploreView", page.view).part.rows}
    assert read == slugs
    assert len(read) <= -(-ROWS_PER_PAGE // STATEMENTS) + 1


def test_a_filter_does_not_grow_without_end(tmp_path: Path) -> None:
    """However many values it has: the commonest stand on the page, the others are found by name."""
    invent(tmp_path / "seeds", SOURCES)
    index = Index(assemble_archive(PipelineSettings(seeds=tmp_path / "seeds")))
    html = render_page(EXPLORE_PAGE.make_page(index, "")).html
    facets = html.split("<details")[1:]
    assert max(facet.count("<label><input") for facet in facets) == VALUES_ON_PAGE
    assert any("Others by name" in facet for facet in facets)


def test_before_and_after_are_each_others(archive: Archive) -> None:
    """Whoever comes after me has me before, along every way that we share; by date all are passed."""
    beside = dict(Index(archive).neighbours)
    for slug, series in beside.items():
        for name, (_, after) in series.items():
            assert not after or beside[after][name][0] == slug
    passed = [archive.documents[0].record.slug]
    while after := beside[passed[-1]]["date"][1]:
        passed.append(after)
    assert passed == [d.record.slug for d in archive.documents]
