"""Pages of one rank → a block of the search index, because an index must not be made anew for one page.

A block has lists of places by word, and the pages as search shows them. A page is counted within its block,
and which block that is follows from its address; so a page that changes, comes or goes changes no other. A
block depends on its pages alone and can be kept under a digest of them.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from itertools import chain, groupby
from typing import NamedTuple, Protocol, TypeVar
from zlib import crc32

from build_tools.model.search import SearchEntry
from build_tools.site.search_meanings import NO_MEANINGS, Meanings, join_meanings
from build_tools.text.number_codec import decode_numbers, encode_number
from build_tools.text.spellings import find_tokens, spell_token, spell_words

MOST_PAGES_PER_BLOCK = 2048
"""Pages that a block has at most, on the average of its rank: distances in it are one character or two."""
CHUNK_BYTES = 16_000
"""Bytes after which a file of pages is full: what it costs to show one more result, and a search shows ten.
With twice as many, three words cost more than 300 kB at 10,000 reports; with less, few files are smaller."""
BEST_PAGES = 8
"""Pages of a block that stand in the short form of a long list."""

TITLE_LEVELS = (9, 6, 4, 3, 2)
"""From so many words on, a title is of level 0, 1 …; lists.js knows what each is worth."""
PART_LEVELS = (0.75, 1.1)
"""From so much on, a word in a place is of level 1, 2: how often it stands there, against all words there."""
_FIRST_PART = len(TITLE_LEVELS) + 1
_LEVELS = len(PART_LEVELS) + 1
_OFTEN = 3
"""From so many times on it does not matter how often a word stands in a place."""

_END = encode_number(1)
"""Ends the pages of a block in a list: a page at distance 0, which there is not."""


class Ranked(Protocol):
    """A page as far as it must be known to tell its block."""

    @property
    def address(self) -> str:
        """Its folder below the site."""

    @property
    def rank(self) -> int:
        """Of its kind."""


_R = TypeVar("_R", bound=Ranked)

Postings = tuple[tuple[str, str], ...]
"""Words of one page, each with its places: numbers, encoded."""


class SearchPage(NamedTuple):
    """A page as its block takes it, and as it is kept: it depends on the page alone."""

    shown: str
    """As search shows it, in JSON."""
    rank: int
    places: int
    """How many it has, its title among them."""
    postings: str
    """Its words, packed."""


@dataclass(frozen=True, slots=True)
class SearchBlock:
    """Part of the index, by itself."""

    name: str
    """Such as `3-0`: rank and number."""
    lists: Mapping[str, str]
    """Word → pages of the block, each followed by its places."""
    heads: Mapping[str, str]
    """The same for the best pages alone, where there are more than a few."""
    places: int
    """How many places the pages have, titles among them."""
    chunks: tuple[tuple[int, str], ...]
    """How many pages a file holds, and its content as JSON."""
    digest: str
    """Of its name and pages, from which all else follows."""


def index_entry(entry: SearchEntry) -> Postings:
    """Return the page's words with their places."""
    # even, as all places are: odd numbers are pages
    places = {word: encode_number(level * 2) for word, level in _find_title_levels(entry).items()}
    last: dict[str, int] = {}
    for number, text in enumerate((*(part.text for part in entry.parts), entry.hints.behind)):
        tokens = find_tokens(text)
        codes = _encode_levels(len(tokens))
        for word, times in Counter(chain.from_iterable(map(spell_token, tokens))).items():
            distance = number - last.get(word, -1)
            code = codes[min(times, _OFTEN)] + distance * 2 * _LEVELS
            places[word] = places.get(word, "") + encode_number(code)
            last[word] = number
    return tuple(places.items())


def prepare_entry(entry: SearchEntry) -> SearchPage:
    """The page for its block."""
    # one text, to be kept: neither words nor places have line breaks
    packed = "\n".join(chain.from_iterable(index_entry(entry)))
    places = 1 + len(entry.parts) + bool(entry.hints.behind)
    return SearchPage(_show_entry(entry), entry.rank, places, packed)


def unpack_postings(packed: str) -> Iterator[tuple[str, str]]:
    """The words of a page with their places."""
    parts = packed.split("\n") if packed else []
    return zip(parts[::2], parts[1::2], strict=True)


def _show_entry(entry: SearchEntry) -> str:
    parts = [(part.anchor, part.name, part.text) for part in entry.parts]
    hints = entry.hints
    told: list[object] = [entry.address, entry.title, entry.kind, parts, hints.note, hints.names]
    told += [hints.behind, hints.weight]
    while not told[-1]:  # most pages have an address only, and say nothing more
        told.pop()
    # not ASCII alone: Cyrillic would take six letters for one
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _find_title_levels(entry: SearchEntry) -> dict[str, int]:
    """Of every word of its title, its other names and its note, the level of the shortest of them."""
    levels: dict[str, int] = {}
    for name in (entry.title, *entry.hints.names, entry.hints.note):
        length = len(find_tokens(name))
        level = next((n for n, words in enumerate(TITLE_LEVELS) if length >= words), len(TITLE_LEVELS))
        for word in spell_words(name):
            levels[word] = max(level, levels.get(word, 0))
    return levels


@lru_cache(maxsize=1024)
def _encode_levels(length: int) -> tuple[int, ...]:
    """What to write for a word that stands 0, 1, 2, 3 times in a place of this length, at no distance."""
    # the formula is that of places.js
    worths = (2 * times / (times + 1) / (1 + length / 400) for times in range(_OFTEN + 1))
    levels = (sum(worth >= least for least in PART_LEVELS) for worth in worths)
    return tuple(2 * (_FIRST_PART - _LEVELS + level) for level in levels)


def divide_entries(entries: Iterable[_R]) -> Iterator[tuple[str, tuple[_R, ...]]]:
    """Yield the names of blocks with their pages, lower ranks first, whatever the order of the entries."""
    for rank, alike in groupby(
        sorted(entries, key=lambda entry: (entry.rank, entry.address)), lambda e: e.rank
    ):
        pages = tuple(alike)
        # a power of two, so that only a doubling of the archive moves pages from block to block
        most = 1 << max(0, (len(pages) - 1) // MOST_PAGES_PER_BLOCK).bit_length()
        blocks: defaultdict[int, list[_R]] = defaultdict(list)
        for entry in pages:
            # CRC-32, since `hash` differs from run to run, and a digest would be slower for nothing
            blocks[crc32(entry.address.encode()) % most].append(entry)
        for number, members in sorted(blocks.items()):
            yield f"{rank}-{number}", tuple(members)


def make_block(name: str, entries: Iterable[SearchPage], meanings: Meanings = NO_MEANINGS) -> SearchBlock:
    """Make a block of pages in the order given."""
    entries = tuple(entries)
    pages: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for number, entry in enumerate(entries):
        for word, places in unpack_postings(entry.postings):
            pages[word].append((number, places))
    pages |= join_meanings(pages, meanings)
    lists = {word: write_list(postings_of_word) for word, postings_of_word in pages.items()}
    heads = {
        word: write_list(choose_best(postings_of_word))
        for word, postings_of_word in pages.items()
        if len(postings_of_word) > BEST_PAGES
    }
    return describe_pages(name, entries, lists, heads, meanings)


def describe_pages(
    name: str,
    entries: Sequence[SearchPage],
    lists: Mapping[str, str],
    heads: Mapping[str, str],
    meanings: Meanings,
) -> SearchBlock:
    """The block with its pages and the lists of their words."""
    chunks = tuple(_pack_pages(entry.shown for entry in entries))
    # the lists follow from the pages, and from what their words mean
    summary = "\n".join((name, meanings.digest, *(content for _, content in chunks)))
    counted = sum(entry.places for entry in entries)
    return SearchBlock(name, lists, heads, counted, chunks, sha256(summary.encode()).hexdigest())


def write_list(pages: Iterable[tuple[int, str]]) -> str:
    """Pages with their places, encoded."""
    written: list[str] = []
    last = -1
    for number, places in pages:
        written += (encode_number((number - last) * 2 + 1), places)
        last = number
    return "".join((*written, _END))


def choose_best(pages: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Those of the short form of a list."""
    return sorted(sorted(pages, key=lambda page: (-_score_page(page[1]), page[0]))[:BEST_PAGES])


@lru_cache(maxsize=1 << 14)
def _score_page(places: str) -> float:
    """How good a page is for one word: a title counts most, the shorter the more; then the best place."""
    codes = [number // 2 for number in decode_numbers(places)]
    title = codes[0] + 1 if codes[0] < _FIRST_PART else 0
    return (
        title + max(((code - _FIRST_PART) % _LEVELS for code in codes if code >= _FIRST_PART), default=0) / 4
    )


def _pack_pages(pages: Iterable[str]) -> Iterator[tuple[int, str]]:
    packed: list[str] = []
    size = 0
    for page in pages:
        if packed and size + len(page) > CHUNK_BYTES:
            yield len(packed), f"[{','.join(packed)}]"
            packed, size = [], 0
        packed.append(page)
        size += len(page)
    if packed:
        yield len(packed), f"[{','.join(packed)}]"
