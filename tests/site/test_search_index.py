"""The search index: every word is in it, and a page that changes does not change all of it."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.invented_pages import invent_entries
from build_tools.model.artifact import Artifact
from build_tools.model.search import SearchEntry, SearchHints, SearchPart
from build_tools.site.search_block import (
    divide_entries,
    make_block,
    prepare_entry,
)
from build_tools.site.search_index import join_blocks, name_file, write_search_index
from build_tools.site.search_ranges import divide_words, encode_utf16, sort_words
from build_tools.text.number_codec import decode_numbers, encode_number
from build_tools.text.spellings import spell_words
from tests.site.search_reading import Place, find_places, read_parts

TEXTS = st.text(st.sampled_from("abc б’-1, ,e\u0301"), max_size=40)
PARTS = st.lists(st.builds(SearchPart, st.just("p1"), st.just("¶ 1"), TEXTS), max_size=4).map(tuple)
HINTS = st.builds(SearchHints, st.just(""), st.lists(TEXTS, max_size=2).map(tuple), TEXTS, TEXTS)
ENTRIES = st.lists(
    st.builds(
        SearchEntry, st.text("abc/", max_size=4), TEXTS, st.just("Source"), st.integers(0, 2), PARTS, HINTS
    ),
    max_size=12,
    unique_by=lambda entry: entry.address,
)


def _write_parts(entries: Iterable[SearchEntry]) -> dict[str, bytes]:
    """The files of an index that is not one file, however small."""
    blocks = (make_block(name, map(prepare_entry, pages)) for name, pages in divide_entries(entries))
    return {artifact.path: artifact.content for artifact in join_blocks(blocks, whole=0)}


def _parts(artifacts: Iterable[Artifact]) -> dict[str, Any]:
    return read_parts(artifact.content for artifact in artifacts)


def _expected(entries: Iterable[SearchEntry]) -> set[Place]:
    return {
        (word, entry.address, number)
        for entry in entries
        for number, text in _list_texts(entry)
        for word in spell_words(text)
    }


def _list_texts(entry: SearchEntry) -> Iterator[tuple[int, str]]:
    """Place and text: names and the note count as titles, what stands behind a page as its last place."""
    yield from ((-1, name) for name in (entry.title, *entry.hints.names, entry.hints.note))
    yield from enumerate((*(part.text for part in entry.parts), entry.hints.behind))


@given(ENTRIES)
def test_every_word_is_found_where_it_stands_and_nowhere_else(entries: list[SearchEntry]) -> None:
    """Words lead to their page and place, in one file and in many."""
    assert find_places(_parts(write_search_index(entries))) == _expected(entries)
    assert find_places(read_parts(_write_parts(entries).values())) == _expected(entries)


def test_every_word_of_a_large_archive_is_found() -> None:
    """Long lists and pages of many blocks lose nothing on the way."""
    entries = [
        SearchEntry(f"x/{n}/", f"Page {n}", "", 0, (SearchPart("", "", f"page said {n % 90}"),))
        for n in range(2500)
    ]
    parts = read_parts(_write_parts(entries).values())
    assert [name for name in parts if name.startswith("lists/")]
    assert find_places(parts) == _expected(entries)


@given(ENTRIES, st.randoms())
def test_the_order_of_pages_does_not_matter(entries: list[SearchEntry], chance: Any) -> None:
    """The same pages give the same bytes."""
    shuffled = list(entries)
    chance.shuffle(shuffled)
    assert list(write_search_index(shuffled)) == list(write_search_index(entries))


def test_a_page_that_changes_leaves_other_parts_alone() -> None:
    """Only its own file, those of its words and the directory are new."""
    entries = list(invent_entries(30))
    before = _write_parts(entries)
    changed = entries[150]
    part = replace(changed.parts[0], text=f"{changed.parts[0].text} Babaqa.")
    entries[150] = replace(changed, parts=(part, *changed.parts[1:]))
    after = _write_parts(entries)
    assert before.keys() == after.keys()
    differing = {path for path in before if before[path] != after[path]}
    assert "search/index.js" in differing
    assert len([path for path in differing if path.startswith("search/pages/")]) == 1
    assert len(differing) <= 6


def test_a_page_that_comes_leaves_most_pages_alone() -> None:
    """The files of pages in other blocks are the same, byte for byte."""
    entries = list(invent_entries(30))
    before = _write_parts(entries[:151] + entries[152:])
    after = _write_parts(entries)
    pages = [path for path in after if path.startswith("search/pages/")]
    differing = [path for path in pages if before.get(path) != after[path]]
    block = entries[151].rank
    assert differing
    assert all(path.startswith(f"search/pages/{block}-") for path in differing)


def test_what_is_kept_of_a_page_can_be_used_again() -> None:
    """Blocks come back from a pickle the same."""
    for name, pages in divide_entries(invent_entries(3)):
        block = make_block(name, map(prepare_entry, pages))
        assert block == pickle.loads(pickle.dumps(block))  # noqa: S301


def test_a_small_archive_is_one_file() -> None:
    """Who opens search on a handful of sources fetches one index."""
    assert [artifact.path for artifact in write_search_index(invent_entries(3))] == ["search/index.js"]


def test_files_are_small() -> None:
    """No file of words or pages is much larger than what is meant to be fetched at once."""
    files = _write_parts(invent_entries(30))
    assert {path: len(content) for path, content in files.items() if len(content) > 40_000} == {}
    assert len(files) < 400


def test_a_text_that_looks_like_script_is_text() -> None:
    """Quotation marks, backslashes and ends of lines of older scripts stay within their string."""
    text = "\"); alert('x') // \\ \u2028 \u2029 </script>"
    entry = SearchEntry("a/", text, "", 0, (SearchPart("", "", text),))
    (artifact,) = write_search_index([entry])
    assert not {"\u2028", "\u2029"} & set(artifact.content.decode())
    assert _parts([artifact])["pages/0-0-0"] == [["a/", text, "", [["", "", text]]]]


@given(st.lists(st.integers(0, 2_000_000)))
def test_numbers_come_back(numbers: list[int]) -> None:
    """Written one after the other, they need nothing between them."""
    assert list(decode_numbers("".join(map(encode_number, numbers)))) == numbers


@given(st.lists(st.text("abж\U0001d51e", min_size=1, max_size=5), unique=True), st.integers(5, 60))
def test_a_word_lies_in_the_last_range_that_does_not_start_behind_it(words: list[str], most: int) -> None:
    """The browser finds a word's file by comparing; no range is too large, unless it has one word."""
    words = sort_words(words)
    sizes = [len(word) + 3 for word in words]
    ranges = list(divide_words(words, sizes, most))
    starts = [start for start, *_ in ranges]
    assert starts == sort_words(set(starts))
    assert [word for _, first, end in ranges for word in words[first:end]] == words
    for number, (_, first, end) in enumerate(ranges):
        assert end - first == 1 or sum(sizes[first:end]) <= most
        for word in words[first:end]:
            behind = [encode_utf16(start) <= encode_utf16(word) for start in starts]
            assert behind.count(True) == number + 1


@given(st.sets(st.text(max_size=6)))
def test_no_two_words_share_a_file_name(words: set[str]) -> None:
    """Names hold on disks that overlook case, and on those that forbid `con` or `aux`."""
    names = [name_file(word).lower() for word in words]
    assert len(set(names)) == len(words)
    assert all(name.startswith("w-") and name.isascii() for name in names)
