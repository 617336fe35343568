"""A link that is not looked at again holds, whatever came between two builds."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from build_tools.model.rendered import RenderedPage
from build_tools.site.kept_links import check_new_links
from build_tools.site.links import LinkTargets, check_known_links
from build_tools.site.page_marks import list_places, mark_page
from build_tools.site.page_store import PageStore

ADDRESSES = ["a/", "b/", "c/"]
LINKS = st.lists(st.sampled_from([*ADDRESSES, "a/#p1", "b/#p1", "b/#p%31", "a/#q=1", "f.csv"]), max_size=2)
PAGES = st.dictionaries(
    st.sampled_from(ADDRESSES), st.tuples(LINKS, st.frozensets(st.just("p1"))), min_size=1
)
BUILDS = st.lists(st.tuples(PAGES, st.sets(st.just("f.csv"))), max_size=5)


@given(BUILDS)
def test_no_broken_link_is_passed_over(
    builds: list[tuple[dict[str, tuple[list[str], frozenset[str]]], set[str]]],
) -> None:
    """After pages, anchors and files came and went: the same faults as of all pages."""
    last: list[RenderedPage] = []
    with TemporaryDirectory() as folder:
        for contents, files in builds:
            pages = [
                RenderedPage(address, "", "", "", links=tuple(links), anchors=anchors)
                for address, (links, anchors) in contents.items()
            ]
            targets = LinkTargets(list_places(mark_page(page, None) for page in pages), files)
            store = PageStore(Path(folder) / "pages.sqlite", "base")
            store.begin_transaction()
            changed = [page for page in pages if page not in last]
            found = check_new_links(pages, changed, targets, store, "site")
            store.commit()
            store.close()
            expected = tuple(check_known_links(pages, targets, "site"))
            assert found == expected
            last = pages


def test_a_link_that_held_is_not_looked_at_again(tmp_path: Path) -> None:
    """Nothing is gone, and no page changed: none is asked for its links."""
    store = PageStore(tmp_path / "pages.sqlite", "base")
    store.begin_transaction()
    page = RenderedPage("a/", "", "", "", links=("a/",))
    targets = LinkTargets(list_places([mark_page(page, None)]), {"f.csv"})
    assert not check_new_links([page], [page], targets, store, "site")
    gone = RenderedPage("b/", "", "", "", links=("nowhere/",))
    assert not check_new_links([page, gone], [], targets, store, "site")
    less = LinkTargets(targets.places, set())
    assert [fault.code for fault in check_new_links([page, gone], [], less, store, "site")] == ["S101"]
    store.close()
