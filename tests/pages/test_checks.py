"""Who has checked a record is told wherever a reader may ask, and never more than was checked."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from build_tools.index import Index
from build_tools.model.archive import Archive, Edition
from build_tools.model.checking import CheckState
from build_tools.model.rendered import RenderedPage
from build_tools.pages.facets import list_facets
from build_tools.pages.source_shares import measure_checks
from build_tools.pipeline import PipelineSettings
from tests.built import ROOT
from tests.published import assemble_once, publish_pages
from tests.relate.make import archive, claim, record

FERRY = PipelineSettings(seeds=ROOT / "examples/the-ferry/seeds", edition=Edition.READING)


@pytest.fixture(scope="module")
def ferry() -> Archive:
    """The invented archive, of which three records stand checked and one has changed since."""
    return assemble_once(FERRY)


@pytest.fixture(scope="module")
def pages(ferry: Archive) -> dict[str, RenderedPage]:
    """Its pages by address."""
    return publish_pages(ferry)


def _find_webpage(page: RenderedPage) -> dict[str, object]:
    graph: list[dict[str, object]] = json.loads(page.metadata.linked)["@graph"]
    return next(node for node in graph if node["@type"] == "WebPage")


def test_the_demonstration_shows_each_state(ferry: Archive) -> None:
    """A reader of it can see what a check is, and what undoes it."""
    states = Counter(document.record.check_state for document in ferry.documents)
    assert states.keys() == set(CheckState)


def test_the_card_says_by_whom_and_whether_it_changed(pages: dict[str, RenderedPage]) -> None:
    """In both forms; a record that nobody has checked says so."""
    for address, words in (
        ("ellmarch-wire-salt", "By N. Quill, 5 April 2019; unchanged since."),
        ("open-weir-what-we-know", "By N. Quill, 5 April 2019; changed since."),
        ("radio-vell-barn", "Not yet by a second person."),
    ):
        page = pages[f"sources/{address}/"]
        assert f"<dt>Checked</dt>\n<dd>{words}</dd>" in page.html
        assert f"- Checked: {words}" in page.markdown.replace("\\.", ".")


def test_linked_data_has_standing_checks_alone(pages: dict[str, RenderedPage]) -> None:
    """A check that a change has undone vouches for nothing."""
    standing, changed = (
        _find_webpage(pages[f"sources/{slug}/"]) for slug in ("ellmarch-wire-salt", "open-weir-what-we-know")
    )
    assert standing["lastReviewed"] == "2019-04-05"
    assert standing["reviewedBy"] == [{"name": "N. Quill"}]
    assert not {"lastReviewed", "reviewedBy"} & changed.keys()


def test_explore_filters_by_it_where_anything_is_checked(ferry: Archive) -> None:
    """Every statement has one of the states; where nothing is checked the filter would part nothing."""
    (facet,) = (facet for facet in list_facets(Index(ferry)) if facet.name == "record")
    assert [value.label for value in facet.values] == [
        "Checked, unchanged since",
        "Changed since it was checked",
        "Not checked",
    ]
    assert sorted(n for value in facet.values for n in value.numbers) == list(range(len(ferry.statements)))
    bare = Index(archive([record("a", claim("p1c1"))]))
    assert "record" not in {facet.name for facet in list_facets(bare)}


def test_what_is_missing_counts_them(ferry: Archive, pages: dict[str, RenderedPage]) -> None:
    """In a sentence that reads as one, whatever the numbers."""
    told = measure_checks([document.record for document in ferry.documents]).sentence
    assert told == (
        "3 of the 10 records have been checked and not changed since; 1 has changed since; "
        "6 have not been checked."
    )
    assert told in pages["missing/"].html
    none = measure_checks([record("a"), record("b")]).sentence
    assert none == "None of the 2 records has been held against its source by a second person yet."
