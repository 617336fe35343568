"""Pages of one name, topic or origin with more than a page holds: nothing lost, no link dead."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.index import Index
from build_tools.model.vocabulary import Entity
from build_tools.pages import PAGE_KINDS, Publisher
from build_tools.pages.entity import ENTITY_PAGES
from build_tools.pages.long_pages import ROWS_PER_LONG_PAGE, take_rows
from build_tools.pages.origin import ORIGIN_PAGE
from build_tools.pages.page import PageKind
from build_tools.pages.paging import list_page_keys
from build_tools.pages.topic_pages import TOPIC_PAGE
from tests.pages.forms import read_text, show_markdown, split_words
from tests.relate.make import archive, claim, finding, link, origin, record, topic

SOURCES = ROWS_PER_LONG_PAGE + 30
PERSON = Entity.model_validate({
    "id": "vell", "name": "Vell", "kind": "person", "type": "miller", "description": "A miller.",
})  # fmt: skip
KINDS = [(TOPIC_PAGE, "mill"), (ENTITY_PAGES[PERSON.kind], "vell"), (ORIGIN_PAGE, "wire")]


@pytest.fixture(scope="module")
def index() -> Index:
    """More sources than a page has rows, each with a statement in a finding of its own and one in none."""
    records = [
        record(
            f"bugle-{n}",
            *(
                claim(f"p1c{at}", topics=["mill"], mentions=["vell"], chain=[link("Wire", origin="wire")])
                for at in (1, 2)
            ),
        )
        for n in range(SOURCES)
    ]
    findings = [finding(f"finding-{n}", f"bugle-{n}#p1c1") for n in range(SOURCES)]
    return Index(
        archive(
            records, findings=findings, topics=[topic("mill")], entities=[PERSON], origins=[origin("wire")]
        )
    )


def _make_pages(kind: PageKind, name: str, index: Index) -> list[Any]:
    keys = [key for key in kind.list_keys(index) if key.partition("/")[0] == name]
    return [Publisher(index, PAGE_KINDS).render_key((kind.name, key)) for key in keys]


@pytest.mark.parametrize(("kind", "name"), KINDS, ids=[kind.name for kind, _ in KINDS])
def test_every_finding_and_source_stands_on_one_page(kind: PageKind, name: str, index: Index) -> None:
    """All pages together lead to each finding and each source, none of them is long, and both forms agree."""
    pages = _make_pages(kind, name, index)
    assert len(pages) > 2
    for n in range(SOURCES):
        assert sum(f"findings/finding-{n}/" in page.links for page in pages) == 1
        assert sum(f"bugle-{n}" in page.anchors for page in pages) == 1
    assert max(len(page.html) for page in pages) < 400_000
    for page in pages[1:]:
        words = set(split_words(read_text(page.html)))
        assert words <= set(split_words(read_text(show_markdown(page.markdown)))) | {"Page"}


@pytest.mark.parametrize(("kind", "name"), KINDS, ids=[kind.name for kind, _ in KINDS])
def test_the_first_page_keeps_address_and_places(kind: PageKind, name: str, index: Index) -> None:
    """What others lead to stands where it stood; a later page leads back and is no entry of its own."""
    first, *later = _make_pages(kind, name, index)
    assert first.address == f"{kind.folder}{name}/"
    assert {"findings", "statements"} <= first.anchors
    assert [page.address for page in later] == [
        f"{first.address}pages/{n}/" for n in range(2, len(later) + 2)
    ]
    for page in later:
        assert page.above[-1].address == first.address
        assert page.title.startswith(first.title)
        assert not page.search or not page.search.parts


def test_a_short_page_is_one(index: Index) -> None:
    """With a row fewer than fills it, there is one page, and no word of others."""
    few = Index(archive([record("bugle", claim("p1c1", topics=["mill"]))], topics=[topic("mill")]))
    (page,) = _make_pages(TOPIC_PAGE, "mill", few)
    assert 'class="paging"' not in page.html
    assert 'class="paging"' in _make_pages(TOPIC_PAGE, "mill", index)[0].html


@given(st.lists(st.integers(0, 2 * ROWS_PER_LONG_PAGE), max_size=4))
def test_rows_of_several_lists_are_divided_without_loss(sizes: list[int]) -> None:
    """Whatever the lengths: the pages hold each list whole and in order, and say where it begins."""
    lists = {str(name): tuple(range(size)) for name, size in enumerate(sizes)}
    keys = list_page_keys(sum(sizes), ROWS_PER_LONG_PAGE)
    pages = [take_rows(lists, "x/", key) for key in keys]
    for name, every in lists.items():
        assert tuple(row for page in pages for row in page.rows[name]) == every
        shown = next((at for at, page in enumerate(pages, 1) if page.rows[name]), 1)
        assert (pages[0].later[name].number if name in pages[0].later else 1) == shown
        assert not any(page.later for page in pages[1:])
