"""Marks of all pages → the search index, of which only those blocks are made whose pages are others now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from build_tools.model.artifact import Artifact
from build_tools.model.vocabulary import WordGroup
from build_tools.site.page_marks import PageMark
from build_tools.site.page_store import PageStore
from build_tools.site.search_block import SearchBlock, SearchPage, divide_entries, make_block
from build_tools.site.search_index import join_blocks
from build_tools.site.search_meanings import Meanings, read_meanings

_BLOCK = "search-"
"""What the names of blocks begin with in the store."""


def write_kept_index(
    marks: Iterable[PageMark],
    thesaurus: Iterable[WordGroup],
    store: PageStore,
    find_page: Callable[[str], SearchPage | None],
) -> Iterator[Artifact]:
    """Yield the files of the index; `find_page` opens a page of a block that has to be made."""
    meanings = read_meanings(thesaurus)
    divided = dict(divide_entries(mark for mark in marks if mark.shown))
    store.remove_values(
        {name for name in store.list_values() if name.startswith(_BLOCK)} - {_BLOCK + n for n in divided}
    )
    blocks = (_find_block(name, pages, meanings, store, find_page) for name, pages in divided.items())
    return join_blocks(blocks, meanings=meanings)


def _find_block(
    name: str,
    pages: tuple[PageMark, ...],
    meanings: Meanings,
    store: PageStore,
    find_page: Callable[[str], SearchPage | None],
) -> SearchBlock:
    # all that a block is made from: its pages in their order, and what their words mean
    made_from = (meanings.digest, tuple(page.shown for page in pages))
    known, block = store.find_value(_BLOCK + name) or ((), None)
    if known == made_from and block is not None:
        kept: SearchBlock = block
        return kept
    made = make_block(name, filter(None, (find_page(page.address) for page in pages)), meanings)
    store.put_value(_BLOCK + name, (made_from, made))
    return made
