"""Home and overviews: every sentence leads to what it can be checked against, in both forms."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from build_tools.index import Index
from build_tools.model.archive import Archive, Edition
from build_tools.model.overviews import Overviews
from build_tools.pages.fragments import list_fragments, list_html_fragments
from build_tools.pages.home import MOST_TOPICS_TOLD, make_home_view
from build_tools.pages.overview import check_overview
from build_tools.pages.render import render_page
from build_tools.pages.topic_pages import TOPIC_PAGE, TopicView
from build_tools.pipeline import PipelineSettings, assemble_archive, check_material
from tests.built import ROOT
from tests.relate.make import archive, claim, disagreement, finding, link, origin, record, topic

SEEDS = ("seeds", "examples/the-ferry/seeds")


@pytest.fixture(scope="module", params=SEEDS)
def index(request: pytest.FixtureRequest) -> Index:
    """Both archives."""
    return Index(assemble_archive(PipelineSettings(ROOT / request.param, None, Edition.PUBLIC)))


@pytest.mark.parametrize("seeds", SEEDS)
def test_nothing_is_told_that_has_changed_since(seeds: str) -> None:
    """Each sentence of both archives was read beside what it rests on as that is now."""
    faults = check_material(PipelineSettings(ROOT / seeds, None, Edition.PUBLIC))
    assert not [fault for fault in faults if fault.code in ("E107", "E108")]


def test_every_topic_has_an_overview(index: Index) -> None:
    """A reader who comes to a topic is told of it before anything is listed; each sentence has a link."""
    for name in index.topics:
        paragraphs = check_overview(index.overviews.get(name), index)
        assert paragraphs, name
        sentences = [sentence for paragraph in paragraphs for sentence in paragraph]
        assert all(any(part.address for part in sentence.checks) for sentence in sentences)


def test_home_in_both_forms(index: Index) -> None:
    """As Markdown, its links are files below docs/ and there is no tag; as HTML it says the same."""
    markdown = list_fragments(index)["home"]("index.md")
    html = BeautifulSoup(list_html_fragments(index)["home"](""), "lxml")
    assert not re.search(r"<[a-z]", markdown)
    assert all(link.endswith("index.md") for link in re.findall(r"\]\((.*?)\)", markdown))
    told = html.get_text()
    view = make_home_view(index, "")
    for paragraph in (view.opening, *(t.opening for t in view.topics), *view.story):
        for sentence in paragraph:
            assert sentence.text in told
            assert sentence.text in markdown.replace("\\", "")
    assert [door.title for door in view.doors] == [a.text for a in html.select(".doors a")]


def tell(made: Archive) -> Archive:
    """With a sentence on each kind of thing, and a door to it."""
    supports = ({"finding": "flood"}, {"claim": "one#p2c1"}, {"disagreement": "height"}, {"source": "two"})
    sentences = [{"text": f"It rose, {n}.", "rests_on": [s]} for n, s in enumerate(supports)]
    doors = [{"title": "How?", "text": "So.", **support} for support in supports]
    told = {"archive": {"opening": sentences}, "doors": doors}
    return replace(made, overviews=Overviews.model_validate(told))


def test_each_kind_of_ground_has_its_link() -> None:
    """A finding is counted, a single statement says where it stands, a disagreement asks its question."""
    made = archive(
        [record("one", claim("p1c1"), claim("p2c1")), record("two", claim("p1c1"))],
        findings=[finding("flood", "one#p1c1", "two#p1c1")],
        disagreements=[disagreement("height", "one#p1c1", "two#p1c1")],
    )
    index = Index(tell(made))
    view = make_home_view(index, "")
    links = [sentence.checks[0] for sentence in view.opening]
    assert [link.words.replace("\u00a0", " ") for link in links] == [
        "2 reports, 2 origins",
        "1 report, brackwater-bugle ¶ 2",
        "≠ Height?",
        "1 report, 1 statement",
    ]
    addresses = ["findings/flood/", "sources/one/", "disagreements/height/", "sources/two/"]
    assert [link.address for link in links] == addresses
    assert [door.address for door in view.doors] == addresses


def test_an_empty_archive_has_an_empty_home() -> None:
    """Nothing is told where there is nothing."""
    empty = Index(archive([]))
    assert list_fragments(empty)["home"]("index.md") == list_html_fragments(empty)["home"]("") == ""


def test_home_without_overviews() -> None:
    """An archive in which nobody has told anything yet has its topics and its numbers all the same."""
    topics = [topic(f"t{n}") for n in range(MOST_TOPICS_TOLD + 2)]
    view = make_home_view(Index(archive([record("one", claim("p1c1"))], topics=topics)), "")
    assert not view.opening
    assert [t.topic.label for t in view.topics] == ["T0", "T1", "T2"]
    assert [link.words for link in view.others if link.address] == ["T3", "T4"]


def test_a_topic_shows_its_own_chains_alone() -> None:
    """The picture of a topic has the reports behind its statements, weighed by these, and no others."""
    salt = claim("p1c1", topics=["salt"], chain=[link("Wire", "wire")])
    other = claim("p2c1", topics=["deer"], chain=[link("Radio", "radio")])
    made = archive(
        [record("one", salt, other)],
        topics=[topic("salt"), topic("deer")],
        origins=[origin("wire"), origin("radio")],
    )
    view = TOPIC_PAGE.make_page(Index(made), "salt").view
    assert isinstance(view, TopicView)
    assert view.chains is not None
    assert [branch.words for branch in view.chains.chains.branches] == ["Wire"]


def test_repeats_of_one_origin_are_one_figure() -> None:
    """Five articles with one number of one origin are one line; the same number of another is its own."""
    tonnes = {"value": 340, "unit": "tonnes"}
    wire = claim("p1c1", topics=["salt"], chain=[link("Wire", "wire")], figures=[tonnes])
    own = claim("p1c1", topics=["salt"], figures=[tonnes])
    made = archive(
        [record("one", wire), record("two", wire), record("three", own)],
        topics=[topic("salt")],
        origins=[origin("wire")],
    )
    page = TOPIC_PAGE.make_page(Index(made), "salt")
    assert isinstance(page.view, TopicView)
    assert sorted(len(figure.sources) for figure in page.view.figures) == [1, 3]
    assert "Figures" in render_page(page).markdown


def test_the_gist_of_a_disagreement_is_its_first_sentence() -> None:
    """An abbreviation does not end it."""
    note = "In St. Petersburg they differ. The rest is told on its page."
    made = archive(
        [record("one", claim("p1c1", topics=["salt"]))],
        topics=[topic("salt")],
        disagreements=[disagreement("height", "one#p1c1", note=note)],
    )
    view = TOPIC_PAGE.make_page(Index(made), "salt").view
    assert isinstance(view, TopicView)
    assert [d.gist for d in view.disagreements] == ["In St. Petersburg they differ."]
