"""Blocks of the search index that are kept are those that would be made, whatever came between two builds."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from build_tools.model.artifact import Artifact
from build_tools.model.rendered import RenderedPage
from build_tools.model.search import SearchEntry, SearchHints, SearchPart
from build_tools.model.vocabulary import WordGroup
from build_tools.site.kept_search import SearchSource, write_kept_index
from build_tools.site.page_marks import find_searched, mark_page
from build_tools.site.page_store import PageStore
from build_tools.site.search_block import SearchPage
from build_tools.site.search_index import write_search_index

TEXTS = st.lists(st.sampled_from(["boat", "ferry", "salt", "refuser", "draft"]), max_size=4).map(" ".join)
PARTS = st.lists(st.builds(SearchPart, st.just("p1"), st.just("¶ 1"), TEXTS), max_size=2).map(tuple)
HINTS = st.builds(
    SearchHints, names=st.lists(TEXTS, max_size=1).map(tuple), behind=TEXTS, weight=st.integers(0, 1)
)
ENTRIES = st.lists(
    st.builds(
        SearchEntry, st.sampled_from("abcdef"), TEXTS, st.just("Source"), st.integers(0, 1), PARTS, HINTS
    ),
    max_size=5,
    unique_by=lambda entry: entry.address,
)
MEANING = WordGroup(words=("refuser", "draft"))


class _Builds:
    """One build after the other, with a store."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._last: dict[str, SearchPage] = {}
        self.opened: list[str] = []

    def write_index(self, entries: Iterable[SearchEntry], thesaurus: Iterable[WordGroup]) -> list[Artifact]:
        """The index of the next build."""
        pages = [RenderedPage(entry.address, entry.title, "", "", search=entry) for entry in entries]
        known = {page.address: find_searched(page) for page in pages}

        def find(address: str) -> SearchPage | None:
            self.opened.append(address)
            return known[address]

        store = PageStore(self._path, "base")
        store.begin_transaction()
        try:
            marks = [mark_page(page, known[page.address]) for page in pages]
            return list(write_kept_index(marks, thesaurus, store, SearchSource(find, self._last)))
        finally:
            self._last = {address: page for address, page in known.items() if page}
            store.commit()
            store.close()


@given(st.lists(st.tuples(ENTRIES, st.sampled_from([(), (MEANING,)])), max_size=4))
def test_kept_blocks_are_those_that_would_be_made(
    builds: list[tuple[list[SearchEntry], tuple[WordGroup, ...]]],
) -> None:
    """After any pages were added, changed, moved to another rank or removed, and words got a meaning."""
    with TemporaryDirectory() as folder:
        shop = _Builds(Path(folder) / "pages.sqlite")
        for entries, thesaurus in builds:
            assert shop.write_index(entries, thesaurus) == list(write_search_index(entries, thesaurus))


def test_only_pages_of_changed_blocks_are_opened(tmp_path: Path) -> None:
    """One page changed: those of its rank. Nothing changed: none."""
    shop = _Builds(tmp_path / "pages.sqlite")
    entries = [SearchEntry(f"{n}/", f"Boat {n}", "", n % 2, ()) for n in range(6)]
    shop.write_index(entries, ())
    shop.opened.clear()
    shop.write_index(entries, ())
    assert not shop.opened
    shop.write_index([SearchEntry("0/", "Ferry", "", 0, ()), *entries[1:]], ())
    assert sorted(shop.opened) == ["0/", "2/", "4/"]
