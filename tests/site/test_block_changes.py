"""A block in which a few pages changed is the one that would be made of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.invented_pages import invent_entries
from build_tools.model.search import SearchEntry, SearchHints, SearchPart
from build_tools.model.vocabulary import WordGroup
from build_tools.site.block_changes import change_block
from build_tools.site.search_block import BEST_PAGES, divide_entries, make_block, prepare_entry
from build_tools.site.search_meanings import NO_MEANINGS, Meanings, read_meanings

WORDS = ["boat", "ferry", "salt", "refuser", "refusers", "draft", "drafts", "éclair"]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join)
PARTS = st.lists(st.builds(SearchPart, st.just("p1"), st.just("¶ 1"), TEXTS), max_size=6).map(tuple)
ENTRY = st.builds(
    SearchEntry,
    st.just("a/"),
    TEXTS,
    st.just("Source"),
    st.just(1),
    PARTS,
    st.builds(SearchHints, behind=TEXTS),
)
PAGES = st.lists(ENTRY, min_size=1, max_size=BEST_PAGES + 4)
MEANINGS = [
    NO_MEANINGS,
    read_meanings([WordGroup(words=("refuser", "draft")), WordGroup(words=("boat",), narrower=("ferry",))]),
]


@given(PAGES, st.dictionaries(st.integers(0, BEST_PAGES + 3), ENTRY), st.sampled_from(MEANINGS))
def test_a_changed_block_is_the_one_that_would_be_made(
    pages: list[SearchEntry], changes: dict[int, SearchEntry], meanings: Meanings
) -> None:
    """Whatever words come, go, or stand elsewhere on a page, and whatever they mean."""
    old = [*map(prepare_entry, pages)]
    new = [prepare_entry(changes.get(number, page)) for number, page in enumerate(pages)]
    before = {number: old[number] for number in changes if number < len(pages)}
    made = make_block("1-0", new, meanings)
    assert change_block(make_block("1-0", old, meanings), new, before, meanings) == made


def test_long_lists_are_read_as_they_were_written() -> None:
    """With distances and places of several signs, and where a page loses all of its words."""
    for name, pages in divide_entries(invent_entries(12)):
        old = [*map(prepare_entry, pages)]
        new = [prepare_entry(SearchEntry("a/", "", "", 0, ())), *old[1:]]
        assert change_block(make_block(name, old), new, {0: old[0]}, NO_MEANINGS) == make_block(name, new)
        back = change_block(make_block(name, new), old, {0: new[0]}, NO_MEANINGS)
        assert back == make_block(name, old)
