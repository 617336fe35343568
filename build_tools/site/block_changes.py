"""A block of the search index, of which a few pages are others now → the block as it would be made.

Only the lists of words that stood or stand on these pages are read and written again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from build_tools.site.search_block import (
    BEST_PAGES,
    SearchBlock,
    SearchPage,
    choose_best,
    describe_pages,
    unpack_postings,
    write_list,
)
from build_tools.site.search_meanings import Meanings, join_meanings
from build_tools.text.number_codec import ALPHABET, LAST, decode_numbers

_BEFORE, _PAGE, _PLACE = (
    f"[{re.escape(signs)}]" for signs in (ALPHABET[LAST:], ALPHABET[1:LAST:2], ALPHABET[0:LAST:2])
)
_ENTRY = re.compile(f"({_BEFORE}*{_PAGE})((?:{_BEFORE}*{_PLACE})*)")
"""A page of a list, an odd number, and its places, even ones."""


def change_block(
    block: SearchBlock, entries: Sequence[SearchPage], before: Mapping[int, SearchPage], meanings: Meanings
) -> SearchBlock:
    """The block of `entries`, which are those of the block but for a few; `before` has these as they were."""
    old = {number: _list_words(entry, meanings) for number, entry in before.items()}
    new = {number: _list_words(entries[number], meanings) for number in before}
    lists, heads = {**block.lists}, {**block.heads}
    for word in {word for words in (*old.values(), *new.values()) for word in words}:
        pages = dict(_read_list(lists.pop(word, "")))
        heads.pop(word, None)
        for number, words in new.items():
            pages.pop(number, None)
            if word in words:
                pages[number] = words[word]
        if pages:
            ordered = sorted(pages.items())
            lists[word] = write_list(ordered)
            if len(ordered) > BEST_PAGES:
                heads[word] = write_list(choose_best(ordered))
    return describe_pages(block.name, entries, lists, heads, meanings)


def _list_words(entry: SearchPage, meanings: Meanings) -> dict[str, str]:
    """What stands on one page, words and meanings, with their places."""
    lists = {word: [(0, places)] for word, places in unpack_postings(entry.postings)}
    return {word: places for word, [(_, places)] in (lists | join_meanings(lists, meanings)).items()}


def _read_list(written: str) -> Iterator[tuple[int, str]]:
    number = -1
    for distance, places in _ENTRY.findall(written):
        (code,) = decode_numbers(distance)
        number += code // 2
        if code > 1:  # at distance 0: the end
            yield number, places
