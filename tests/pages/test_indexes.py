"""Lists of sources, topics and names, and what is missing: what they show, and what they are made from."""

from __future__ import annotations

import pytest

from build_tools.index import Index
from build_tools.model.vocabulary import Entity, EntityKind
from build_tools.pages.entity import ENTITY_PAGES
from build_tools.pages.missing import MISSING_PAGE, MissingView
from build_tools.pages.page import PageKind
from build_tools.pages.paging import ROWS_PER_PAGE
from build_tools.pages.render import PageContent, render_page
from build_tools.pages.sources_list import SOURCES_LIST
from build_tools.pages.topic_pages import TOPIC_PAGE, TOPICS_LIST
from tests.relate.make import archive, claim, finding, record, topic

PLACE, ORGANISATION = ENTITY_PAGES[EntityKind.PLACE], ENTITY_PAGES[EntityKind.ORGANISATION]


def named(name: str, kind: str, **fields: object) -> Entity:
    """A name of the vocabulary."""
    given = {"id": name, "name": name.title(), "kind": kind, "type": "UN mission", "description": "Far away."}
    return Entity.model_validate({**given, **fields})


def rendered(index: Index, kind: PageKind, key: str = "") -> PageContent:
    """A page in both forms."""
    return render_page(kind.make_page(index, key))


@pytest.fixture
def index() -> Index:
    """Two reports that mention a mill, one statement of each in a finding."""
    told = ("early", "2031-05-01"), ("late", "2031-05-02")
    records = [
        record(
            slug,
            claim("p1c1", topics=["salt"], mentions=["mill"], text=f"Said in {slug}."),
            claim("p1c2", topics=["salt"], mentions=["mill"], text=f"Also said in {slug}."),
            day=day,
            authors=["A. Vell"],
        )
        for slug, day in reversed(told)
    ]
    return Index(
        archive(
            records,
            findings=[finding("both", "early#p1c1", "late#p1c1")],
            topics=[topic("goods"), topic("salt", "goods")],
            entities=[
                named("mill", "place"),
                named("brackwater-bugle", "organisation", forms=["A. Vell", "Bugle"]),
            ],
        )
    )


def test_a_topic_shows_its_findings_and_statements_by_date(index: Index) -> None:
    """Every statement in both forms, each with the name of its place."""
    page = rendered(index, TOPIC_PAGE, "salt")
    for form in (page.html, page.markdown):
        assert form.index("Said in early.") < form.index("Also said in early.") < form.index("Said in late.")
        assert "2 reports, 2 independent origins" in form
    assert '<a href="../../sources/late/index.html#p1c2" class="at">¶\u00a01.2</a>' in page.html


def test_a_narrower_topic_stands_below_its_broader_one(index: Index) -> None:
    """As a list within the list, with statements counted for both."""
    page = rendered(index, TOPICS_LIST)
    broader, narrower = "[Goods](goods/index.md) 4 statements", "[Salt](salt/index.md) 4 statements"
    assert f"- {broader} in 2 sources\n    - {narrower} in 2 sources\n" in page.markdown
    assert page.html.count("<ul>") == page.html.count("</ul>") == 2


def test_a_statement_in_a_finding_is_not_told_again(index: Index) -> None:
    """On the page of a name, it stands with its finding; the others by source."""
    page = rendered(index, PLACE, "mill")
    for form in (page.html, page.markdown):
        assert form.count("Said in early.") == form.count("Also said in early.") == 1
        assert "Other statements" in form
        assert "UN mission" in form


def test_a_name_has_what_it_published_and_signed(index: Index) -> None:
    """By date, also where the byline has another form of the name."""
    page = rendered(index, ORGANISATION, "brackwater-bugle")
    published, signed = page.markdown.index("## Published here"), page.markdown.index("## Wrote")
    for start in (published, signed):
        first, second = (page.markdown.index(f"The title of {slug}", start) for slug in ("early", "late"))
        assert first < second
    assert "No statement of the archive" not in page.markdown


def test_a_page_of_a_name_is_made_from_its_rows_alone(index: Index) -> None:
    """It names no whole table, so that a change elsewhere leaves it as it is."""
    for kind, key in ((PLACE, "mill"), (TOPIC_PAGE, "salt")):
        index.start_reading()
        kind.make_page(index, key)
        assert all(row is not None for _, row in index.list_reads())


def test_a_list_that_goes_through_a_table_names_it_once() -> None:
    """However many statements there are, the page of what is missing was made from the same few tables."""
    small, large = (
        Index(archive([record("one", *(claim(f"p{n}c1") for n in range(1, many)))])) for many in (2, 9)
    )
    reads = []
    for made in (small, large):
        made.start_reading()
        MISSING_PAGE.make_page(made, "")
        reads.append(made.list_reads())
    assert reads[0] == reads[1]


def test_a_change_in_a_record_is_a_change_of_what_was_read(index: Index) -> None:
    """The list of sources shows titles, so another title is another page."""
    index.start_reading()
    SOURCES_LIST.make_page(index, "")
    reads = index.list_reads()
    other = Index(archive([record("early", title="Another"), record("late")]))
    assert [*map(index.digest_row, reads)] != [*map(other.digest_row, reads)]


def test_long_lists_of_sources_come_in_pages() -> None:
    """Every source is on one of them, and each page leads to the others."""
    slugs = [f"s{n:04d}" for n in range(ROWS_PER_PAGE + 1)]
    index = Index(archive([record(slug) for slug in slugs]))
    assert list(SOURCES_LIST.list_keys(index)) == ["", "2"]
    first, second = (SOURCES_LIST.make_page(index, key) for key in ("", "2"))
    assert (first.address, second.address, second.title) == (
        "sources/",
        "sources/pages/2/",
        "Sources, page 2",
    )
    shown = [render_page(page) for page in (first, second)]
    assert all(f"{slug}/index.html" in shown[n // ROWS_PER_PAGE].html for n, slug in enumerate(slugs))
    assert "sources/pages/2/" in shown[0].links
    assert "sources/" in shown[1].links


def test_what_is_missing_counts_months_without_a_source() -> None:
    """From the first source to the last, over the turn of a year; open dates count by their closed end."""
    made = [
        record("one", day="2030-11-30"),
        record("two", day="../2031-02-01"),
        record("three", day="2031-02"),
    ]
    view = MISSING_PAGE.make_page(Index(archive(made)), "").view
    assert isinstance(view, MissingView)
    assert view.months
    assert view.months.sentence == (
        "Of the 4 months from November 2030 to February 2031, 2 have no source: all that is told here comes"
        " from November 2030 (1 source) and February 2031 (2 sources)."
    )


def test_an_empty_archive_has_all_lists() -> None:
    """Nothing is divided by nothing."""
    index = Index(archive([]))
    for kind in (SOURCES_LIST, TOPICS_LIST, MISSING_PAGE):
        assert rendered(index, kind).markdown.startswith("---\ntitle: ")
