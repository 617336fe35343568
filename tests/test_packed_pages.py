"""Pages that are packed come back as they were, in the order that they were put in."""

from __future__ import annotations

from dataclasses import replace

from build_tools import packed_pages
from build_tools.model.rendered import RenderedPage
from build_tools.packed_pages import PackedPages, PagesInTurn, pack_page
from build_tools.site.links import LinkTargets, check_known_links
from build_tools.site.page_marks import list_places, mark_page


def _make_page(name: str) -> RenderedPage:
    return RenderedPage(
        name, f"The title of {name}", "", "", links=(f"{name}#p1",), anchors=frozenset({"p1"})
    )


def test_pages_come_back_in_the_order_of_the_site() -> None:
    """Also those of blocks that are full, and of blocks that were closed in between."""
    names = [f"sources/{n}/" for n in range(packed_pages._BLOCK * (packed_pages._OPEN + 2) + 1)]
    pages = PackedPages()
    for name in names:
        pages.put_page(("source", name), name, pack_page(_make_page(name)))
    pages.put_behind(("source", name) for name in names[:3])
    in_order = [*names[3:], *names[:3]]
    assert [page.address for page in pages.values()] == in_order
    assert [key for key, page in pages.items() if page.address == names[0]] == [("source", names[0])]
    assert pages["source", names[-1]] == _make_page(names[-1])
    assert ("source", "sources/none/") not in pages
    assert len(pages._open._open) <= packed_pages._OPEN


def test_pages_of_several_places_are_gone_through_again() -> None:
    """A generator would give nothing the second time, and every link would be broken."""
    both = PagesInTurn((_make_page("a"),), (_make_page("b"),))
    assert [page.address for page in both] == [page.address for page in both] == ["a", "b"]


def test_links_are_held_against_what_pages_have() -> None:
    """By page, by file and by anchor; Explore's choices are no anchors."""
    page = _make_page("a/")
    links = ("a/#p1", "a/#topic=salt", "a/#p%31", "b.csv", "a/#p2", "c/")
    leading = replace(page, address="d/", links=links)
    pages = PagesInTurn((page, leading))
    targets = LinkTargets(list_places(mark_page(page, None) for page in pages), {"b.csv"})
    faults = [*check_known_links(pages, targets, "site")]
    assert [(fault.path, fault.code) for fault in faults] == [
        ("site/d/index.html", "S102"),
        ("site/d/index.html", "S101"),
    ]
