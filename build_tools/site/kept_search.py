"""Marks of all pages → the search index, of which only that is made anew which tells of changed pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from build_tools.model.artifact import Artifact
from build_tools.model.vocabulary import WordGroup
from build_tools.site.block_changes import change_block
from build_tools.site.page_marks import PageMark, digest_shown
from build_tools.site.page_store import PageStore
from build_tools.site.search_block import SearchBlock, SearchPage, divide_entries, make_block
from build_tools.site.search_index import join_blocks
from build_tools.site.search_meanings import Meanings, read_meanings

_BLOCK = "search-"
"""What the names of blocks begin with in the store."""

_MadeFrom = tuple[str, tuple[tuple[str, bytes], ...]]
"""All that a block is made from: digests of what words mean, and of its pages, in their order."""


class SearchSource(NamedTuple):
    """Pages as search knows them."""

    find_page: Callable[[str], SearchPage | None]
    """By its address."""
    replaced: Mapping[str, SearchPage]
    """Of a few that changed, by address: as they were at the last build."""


def write_kept_index(
    marks: Iterable[PageMark],
    thesaurus: Iterable[WordGroup],
    store: PageStore,
    source: SearchSource,
) -> Iterator[Artifact]:
    """Yield the files of the index; `source` has the pages of blocks that are not as they were."""
    meanings = read_meanings(thesaurus)
    divided = dict(divide_entries(mark for mark in marks if mark.shown))
    store.remove_values(
        {name for name in store.list_values() if name.startswith(_BLOCK)} - {_BLOCK + n for n in divided}
    )
    blocks = (_find_block(name, pages, meanings, store, source) for name, pages in divided.items())
    return join_blocks(blocks, meanings=meanings)


def _find_block(
    name: str,
    pages: tuple[PageMark, ...],
    meanings: Meanings,
    store: PageStore,
    source: SearchSource,
) -> SearchBlock:
    made_from = (meanings.digest, tuple((page.address, page.shown) for page in pages))
    kept: tuple[_MadeFrom, SearchBlock] | None = store.find_value(_BLOCK + name)
    if kept and kept[0] == made_from:
        return kept[1]
    entries = tuple(filter(None, (source.find_page(page.address) for page in pages)))
    before = _find_changed(kept[0], made_from, source.replaced) if kept else None
    if kept and before and len(entries) == len(pages):
        made = change_block(kept[1], entries, before, meanings)
    else:
        made = make_block(name, entries, meanings)
    store.put_value(_BLOCK + name, (made_from, made))
    return made


def _find_changed(
    known: _MadeFrom, now: _MadeFrom, replaced: Mapping[str, SearchPage]
) -> dict[int, SearchPage] | None:
    """Pages that are others now, as they were, by number; None where more has changed, or it is not known."""
    if known[0] != now[0] or [address for address, _ in known[1]] != [address for address, _ in now[1]]:
        return None
    before = {}
    for number, ((address, was), (_, shown)) in enumerate(zip(known[1], now[1], strict=True)):
        if was != shown:
            page = replaced.get(address)
            if page is None or digest_shown(page) != was:
                return None
            before[number] = page
    return before
