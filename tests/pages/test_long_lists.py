"""Lists of thousands of rows and chains of thousands of reports: pages stay small, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise, product
from typing import Any

import pytest

from build_tools.index import Index
from build_tools.model.archive import Archive
from build_tools.model.evidence import Wanted
from build_tools.model.vocabulary import Entity
from build_tools.pages.drawings import Drawing
from build_tools.pages.figure_panels import MOST_DOTS
from build_tools.pages.figures_list import FIGURES_LIST, MOST_FIGURES_DRAWN
from build_tools.pages.long_pages import ROWS_PER_LONG_PAGE
from build_tools.pages.missing import MISSING_PAGE
from build_tools.pages.origin import ORIGIN_PAGE
from build_tools.pages.origins_list import ORIGINS_LIST
from build_tools.pages.page import PageKind
from build_tools.pages.paging import ROWS_PER_PAGE
from build_tools.pages.render import PageContent, render_page
from build_tools.pages.report_chains import (
    MOST_REPORTS_DRAWN,
    MOST_STEPS_LISTED,
    ChainBranch,
    ChainTree,
    list_chains,
)
from build_tools.pages.timeline import TIMELINE_LIST
from build_tools.pages.timeline_drawing import MOST_EVENTS, MOST_SINGLE_MARKS
from build_tools.pages.topic_pages import TOPIC_PAGE
from tests.relate.make import archive, claim, disagreement, link, origin, record, topic

CLAIMS = ROWS_PER_PAGE + 40


@pytest.fixture(scope="module")
def index() -> Index:
    """An archive of more statements, each dated and with a number, than a page has rows."""
    claims = [
        claim(
            f"p{n % 9 + 1}c{n + 1}",
            figures=[{"value": n + 1, "unit": "sacks"}],
            when=f"{2020 + n % 9}-0{n % 7 + 1}",
            topics=["mill"],
        )
        for n in range(CLAIMS)
    ]
    differing = disagreement("how-many-sacks", "bugle#p1c1", "bugle#p2c2")
    made = archive([record("bugle", *claims)], disagreements=[differing], topics=[topic("mill")])
    return Index(made)


def _render_all(kind: PageKind, index: Index) -> dict[str, tuple[Any, PageContent]]:
    pages = [kind.make_page(index, key) for key in kind.list_keys(index)]
    return {page.address: (page.view, render_page(page)) for page in pages}


def _list_pictures(view: Any) -> list[Drawing]:
    """Those of figures, one for each thing, or the one of the timeline."""
    if hasattr(view, "panels"):
        return [panel.picture for panel in view.panels]
    return [view.picture] if view.picture else []


@pytest.mark.parametrize("kind", [FIGURES_LIST, TIMELINE_LIST], ids=lambda kind: kind.name)
def test_pages_of_a_list_hold_each_row_once(index: Index, kind: PageKind) -> None:
    """The rows of all pages are the whole order; picture and opening stand on the first page alone."""
    (first, _), (second, content) = _render_all(kind, index).values()
    order = index.figures_in_order if kind is FIGURES_LIST else index.dated_in_order
    assert (*first.part.rows, *second.part.rows) == order["all"]
    assert _list_pictures(first)
    assert first.opening
    assert not _list_pictures(second)
    assert not second.opening
    assert "<svg" not in content.html


def test_numbers_of_disagreements_are_spelled_out_where_they_stand(index: Index) -> None:
    """Every `≠ 1` of a page has its title on the same page."""
    for view, _ in _render_all(FIGURES_LIST, index).values():
        used = {entry.number for row in view.rows for entry in row.disagreements}
        assert used <= {entry.number for entry in view.numbered}


def test_the_pictures_of_figures_show_the_disputed_and_tell_what_they_lack(index: Index) -> None:
    """A picture has so many dots at most, those in dispute among them."""
    view, _ = next(iter(_render_all(FIGURES_LIST, index).values()))
    assert f"{CLAIMS - MOST_FIGURES_DRAWN} numbers more stand only in the table" in view.legend
    (panel,) = view.panels
    assert panel.left_out == f"{MOST_FIGURES_DRAWN - MOST_DOTS} numbers more in the table"
    assert {("sources/bugle/", "p1c1"), ("sources/bugle/", "p2c2")} <= {*panel.picture.links}


def test_months_lead_to_the_page_on_which_they_begin(index: Index) -> None:
    """A mark that stands for a month leads to the row where that month begins, whatever page it is on."""
    pages = _render_all(TIMELINE_LIST, index)
    view, _ = next(iter(pages.values()))
    months = [(address, place) for address, place in view.picture.links if address.startswith("timeline/")]
    assert len({address for address, _ in months}) > 1
    for address, place in months:
        assert place in pages[address][1].anchors


def test_of_many_reports_a_month_has_one_column() -> None:
    """Beyond what can be drawn one by one, the row of sources is one of columns."""
    many = [record(f"bugle-{n}", claim("p1c1"), day="2031-05-02") for n in range(MOST_SINGLE_MARKS + 1)]
    (view, _), *_ = _render_all(TIMELINE_LIST, Index(archive(many))).values()
    assert f"May 2031: {MOST_SINGLE_MARKS + 1} reports" in view.picture.wide
    assert "quares" not in view.picture.legend
    assert "columns sources, in the month in which they came out, and the statements" in view.picture.legend


def test_events_that_most_mention_have_a_line() -> None:
    """A picture has so many named events at most, and says how many more there are."""
    events = [
        Entity.model_validate({
            "id": f"flood-{n}", "name": f"Flood {n}", "kind": "event", "type": "flood", "description": "One.",
            "date": "2031-05-01",
        })
        for n in range(MOST_EVENTS + 2)
    ]  # fmt: skip
    claims = [claim(f"p{n + 1}c1", mentions=[event.id]) for n, event in enumerate(events)]
    claims.append(claim("p90c1", mentions=[events[-1].id]))
    made = archive([record("bugle", *claims, paragraphs=99)], entities=events)
    (view, _), *_ = _render_all(TIMELINE_LIST, Index(made)).values()
    assert view.picture.legend.endswith("2 events more have no line here: the least mentioned.")
    assert f">Flood {MOST_EVENTS + 1}<" in view.picture.wide


def _count_steps(branches: Iterable[ChainBranch]) -> int:
    return sum(len(branch.below) + _count_steps(branch.below) for branch in branches)


def _list_words(branches: Iterable[ChainBranch]) -> list[str]:
    return [word for b in branches for word in (b.words, *_list_words(b.below))]


def _measure_depth(branches: Iterable[ChainBranch]) -> int:
    return max((1 + _measure_depth(branch.below) for branch in branches), default=0)


def _take(*steps: tuple[str, str]) -> Index:
    """An archive in which the second report of each pair has something from the first."""
    links = [link(taker, taker, after=[giver]) for giver, taker in steps]
    claims = [claim(f"p{n // 100 + 1}c{n % 100 + 1}", chain=[one]) for n, one in enumerate(links)]
    names = dict.fromkeys(name for step in steps for name in step)
    return Index(archive([record("bugle", *claims, paragraphs=99)], origins=map(origin, names)))


def _chains(index: Index) -> ChainTree:
    return list_chains(list(index.origins.keys()), "", index)


def test_a_chain_of_a_thousand_origins_has_pages() -> None:
    """However long a chain is, its pages are made, are bounded, and say that it goes on."""
    names = [f"o{n}" for n in range(1000)]
    index = _take(*pairwise(names))
    page = ORIGIN_PAGE.make_page(index, "o500")
    view: Any = page.view
    assert view.beyond
    assert view.picture is None
    assert _measure_depth(view.chains.branches) < 20
    assert {"O499", "O500", "O501"} <= {*_list_words(view.chains.branches)}
    assert view.beyond in render_page(page).markdown
    assert "Who took from whom" not in render_page(ORIGINS_LIST.make_page(index, "2")).html


def test_a_topic_with_too_many_reports_for_a_picture_says_so() -> None:
    """The chains in words are not called the same as a picture that is not there."""
    names = [f"o{n}" for n in range(MOST_REPORTS_DRAWN + 2)]
    told: dict[bool, str] = {}
    for shown in (names, names[:3]):
        links = [link(taker, taker, after=[giver]) for giver, taker in pairwise(shown)]
        claims = [claim(f"p{n + 1}c1", chain=[one], topics=["salt"]) for n, one in enumerate(links)]
        made = archive(
            [record("bugle", *claims, paragraphs=99)], origins=map(origin, shown), topics=[topic("salt")]
        )
        page = render_page(TOPIC_PAGE.make_page(Index(made), "salt"))
        told[shown is names] = page.html
    assert "The same in words" not in told[True]
    assert "too many reports for a picture" in told[True]
    assert "The same in words" in told[False]


def test_diamonds_are_followed_once() -> None:
    """Reports that took from two that took from one do not multiply: each step is told once."""
    ranks = [[f"r{n}a", f"r{n}b"] for n in range(60)]
    tree = _chains(_take(*(step for pair in pairwise(ranks) for step in product(*pair))))
    assert tree.left_out == 0
    assert _count_steps(tree.branches) == 4 * 59


def test_what_is_left_out_of_chains_is_told() -> None:
    """Steps beyond what a page holds are counted."""
    tree = _chains(_take(*(("o", f"t{n}") for n in range(MOST_STEPS_LISTED + 7))))
    assert len(_list_words(tree.branches)) == MOST_STEPS_LISTED + 1
    assert tree.left_out == 7


def test_a_circle_is_told() -> None:
    """Reports that each took from the other are shown, though none of them was first."""
    tree = _chains(_take(("a", "b"), ("b", "c"), ("c", "a")))
    assert _list_words(tree.branches) == ["A", "B", "C", "A"]
    assert tree.branches[0].below[0].below[0].below[0].by == "1 statement; further as above"


def test_a_list_of_few_origins_is_one_page() -> None:
    """An archive without an origin has the list, and nothing in it."""
    made: Archive = archive([])
    index = Index(made)
    assert list(ORIGINS_LIST.list_keys(index)) == [""]
    assert "Who took from whom" not in render_page(ORIGINS_LIST.make_page(index, "")).html


def test_what_is_wanted_has_pages() -> None:
    """Each source once; the first page has the counts, and leads to the topics that begin later."""
    topics = [topic("mill"), topic("lock"), topic("weir")]
    wanted = tuple(
        Wanted(title=f"Report {n}", publisher="Bugle", language="en", topics=(topics[n // 150].id,))
        for n in range(ROWS_PER_LONG_PAGE + 230)
    )
    pages = _render_all(MISSING_PAGE, Index(archive([record("bugle")], topics=topics, wanted=wanted)))
    assert list(pages) == ["missing/", "missing/pages/2/", "missing/pages/3/"]
    shown = [source.title for view, _ in pages.values() for group in view.wanted for source in group.sources]
    assert shown == sorted((w.title for w in wanted), key=lambda title: (int(title[7:]) // 150, title))
    (first, content), (second, further), _ = pages.values()
    assert first.introduction
    assert not second.introduction
    assert [(group.anchor, group.page.address) for group in first.later] == [
        ("wanted-weir", "missing/pages/2/")
    ]
    assert "wanted-weir" in content.anchors
    assert "wanted-weir" in further.anchors
    assert "pages/2/index.html#wanted-weir" in content.html
    assert "1–200 of 430" in content.html
