"""Findings, disagreements, citations, fragments: lists in pages, anchors that stay, two forms of one view."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.index import Index
from build_tools.model.archive import Archive, Clash
from build_tools.model.base import ClaimRef
from build_tools.pages import render_page
from build_tools.pages.citations import CITATIONS_PAGE
from build_tools.pages.disagreement import DISAGREEMENT_PAGE, DisagreementView
from build_tools.pages.disagreements_list import DISAGREEMENTS_LIST, DISAGREEMENTS_PER_PAGE, DisagreementsView
from build_tools.pages.finding import FINDING_PAGE
from build_tools.pages.findings_list import FINDINGS_LIST, FindingsView
from build_tools.pages.paging import ROWS_PER_PAGE
from build_tools.pipeline import PipelineSettings
from tests.built import ROOT
from tests.published import assemble_once
from tests.relate.make import archive, claim, denial, disagreement, finding, record, topic

KINDS = (CITATIONS_PAGE, FINDINGS_LIST, FINDING_PAGE, DISAGREEMENTS_LIST, DISAGREEMENT_PAGE)
MANY = ROWS_PER_PAGE + 7
CODE = re.compile(r"^(```+)\n.*?^\1$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module", params=["seeds", "examples/the-ferry/seeds"])
def index(request: pytest.FixtureRequest) -> Index:
    """The archives of the repository."""
    return Index(assemble_once(PipelineSettings(seeds=ROOT / Path(request.param))))


def _large() -> Archive:
    """More findings than a page of the list has rows; one is denied, so its status comes first."""
    claims = [claim("p1c1", topics=["salt"]), claim("p2c1"), claim("p3c1")]
    named = [finding(f"f{n}", "bugle#p1c1") for n in range(MANY)]
    denied = finding("denied", "bugle#p2c1", denied_by=[denial("bugle#p3c1")])
    return archive([record("bugle", *claims)], findings=[*named, denied], topics=[topic("salt")])


def test_every_finding_is_once_in_the_list() -> None:
    """A long list comes in pages, and no page loses or repeats a finding."""
    made = Index(_large())
    keys = list(FINDINGS_LIST.list_keys(made))
    shown: Counter[str] = Counter()
    for key in keys:
        view = FINDINGS_LIST.make_page(made, key).view
        assert isinstance(view, FindingsView)
        shown.update(listed.finding.id for group in view.groups for listed in group.findings)
    assert keys == ["", "2"]
    assert shown == Counter(made.findings.keys())


def test_heads_of_the_table_lead_to_where_a_status_begins() -> None:
    """A status in the table on the first page leads to the page that has its heading."""
    made = Index(_large())
    first = render_page(FINDINGS_LIST.make_page(made, ""))
    for status in ("denied", "single-origin"):
        assert f"findings/#{status}" in first.links
        assert status in first.anchors
    assert made.statuses_of_topic["salt"] == {"single origin": MANY}


def test_a_page_of_the_list_reads_no_finding_of_another() -> None:
    """A finding that changes makes its own page of the list anew, and not all of them."""
    made = Index(_large())
    made.start_reading()
    FINDINGS_LIST.make_page(made, "2")
    read = {key for table, key in made.list_reads() if table == "findings"}
    assert None not in read
    assert len(read) == MANY + 1 - ROWS_PER_PAGE


def test_what_comparison_found_is_reached_from_the_first_page() -> None:
    """The published anchor is on the first page of the list, wherever its entries stand."""
    refs = (ClaimRef("bugle#p1c1"), ClaimRef("bugle#p2c1"))
    related = archive(
        [record("bugle", claim("p1c1"), claim("p2c1"))],
        findings=[finding("salt", *refs)],
        disagreements=[disagreement(f"d{n}", *refs) for n in range(DISAGREEMENTS_PER_PAGE + 7)],
    )
    made = Index(replace(related, clashes=(Clash(refs, "tonnes", "salt"),)))
    first = render_page(DISAGREEMENTS_LIST.make_page(made, ""))
    second = render_page(DISAGREEMENTS_LIST.make_page(made, "2"))
    assert "disagreements/#found-by-comparison" in render_page(FINDING_PAGE.make_page(made, "salt")).links
    assert "found-by-comparison" in first.anchors
    assert f"{DISAGREEMENTS_PER_PAGE + 7} disagreements are described; 1 more was only found by" in first.html
    assert "disagreements/pages/2/#found-by-comparison" in first.links
    assert "found-by-comparison" in second.anchors
    assert "findings/salt/" in second.links


def test_pages_of_disagreements_are_of_a_size_to_read() -> None:
    """A row is a paragraph and more: a page has fewer of them than of rows of a table, and none is lost."""
    refs = (ClaimRef("bugle#p1c1"), ClaimRef("bugle#p2c1"))
    many = [disagreement(f"d{n}", *refs) for n in range(2 * DISAGREEMENTS_PER_PAGE + 1)]
    made = Index(archive([record("bugle", claim("p1c1"), claim("p2c1"))], disagreements=many))
    keys = list(DISAGREEMENTS_LIST.list_keys(made))
    views = [DISAGREEMENTS_LIST.make_page(made, key).view for key in keys]
    shown = [len(v.part.rows) for v in views if isinstance(v, DisagreementsView)]
    assert shown == [DISAGREEMENTS_PER_PAGE, DISAGREEMENTS_PER_PAGE, 1]
    assert DISAGREEMENTS_PER_PAGE < ROWS_PER_PAGE


def test_one_figure_is_no_comparison() -> None:
    """Columns of figures are there from two figures on, and only those that some figure fills."""
    tonnes = {"value": 3, "unit": "tonnes"}
    claims = [claim("p1c1", figures=[tonnes]), claim("p2c1"), claim("p3c1", figures=[tonnes])]
    related = archive(
        [record("bugle", *claims)],
        disagreements=[
            disagreement("one", "bugle#p1c1", "bugle#p2c1"),
            disagreement("two", "bugle#p1c1", "bugle#p3c1"),
        ],
    )
    made = Index(related)
    columns = []
    for key in DISAGREEMENT_PAGE.list_keys(made):
        view = DISAGREEMENT_PAGE.make_page(made, key).view
        assert isinstance(view, DisagreementView)
        columns.append(view.columns)
    assert columns == [(), ("Figure",)]


def test_markdown_has_no_html(index: Index) -> None:
    """The Markdown form is Markdown: outside of blocks of code, there is no tag and no attribute list."""
    for kind in KINDS:
        for key in kind.list_keys(index):
            markdown = CODE.sub("", render_page(kind.make_page(index, key)).markdown)
            assert not re.search(r"</?[a-z]+[ >]|\{:", markdown), (kind.name, key)
