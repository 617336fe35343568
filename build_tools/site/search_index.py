"""Pages as search knows them → files of a search index in parts, loaded as scripts when they are needed.

Scripts, because a page in a folder may read no other files; in parts, because an archive of ten thousand
sources has a hundred megabytes to search, and a query needs a thousandth of them (decisions/0022). Lists of
places by word lie in `words/`, long ones in `lists/`; words by their ends, for misspelt beginnings, in
`ends/`; the pages in `pages/`. What is small is one file.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any, TypeVar

from build_tools.model.artifact import Artifact
from build_tools.model.search import SearchEntry
from build_tools.model.vocabulary import WordGroup
from build_tools.site.search_block import SearchBlock, divide_entries, make_block, prepare_entry
from build_tools.site.search_meanings import NO_MEANINGS, Meanings, read_meanings
from build_tools.site.search_ranges import divide_words, sort_words
from build_tools.text.number_codec import ALPHABET, LAST, encode_number

SEARCH_FOLDER = "search"
SEARCH_DIRECTORY = "index"
"""What search reads first: where everything is."""
SEARCH_ENGINE = "engine"
"""What another archive reads first: an index is known to the program that it was made with."""
WHOLE_INDEX_BYTES = 300_000
"""Bytes up to which the index is one file."""
WORDS_FILE_BYTES = 16_000
"""Bytes of a file of words: what it costs to look up one more."""
LONG_LIST_BYTES = 6_000
"""Bytes from which a list stands in files of its own, and its best pages alone among the words."""
LIST_PIECE_BYTES = 16_000
"""Bytes of such a file."""

_SPELLED = re.compile(r"[^\W\d_]{3,}")
"""Words that may be meant by a misspelling: of letters, three or more."""
# names of files: some systems take no other letters, or take two cases for one
_PLAIN = re.compile(r"[^a-z0-9]")
_PAGE, _PLACE = ALPHABET[1:LAST:2], ALPHABET[0:LAST:2]
"""What a page's number ends with in a list, and a place's."""

_Value = TypeVar("_Value")
LongWord = tuple[str, int, int, int]
"""The best pages of a long list, how many pages and places the list has, and in how many files it is."""
PostingLists = Mapping[str, str]


def write_search_index(
    entries: Iterable[SearchEntry], thesaurus: Iterable[WordGroup] = ()
) -> Iterator[Artifact]:
    """Yield the files of the index, paths below the site. The order of the entries does not matter."""
    meanings = read_meanings(thesaurus)
    divided = divide_entries(entries)
    blocks = (make_block(name, map(prepare_entry, pages), meanings) for name, pages in divided)
    return join_blocks(blocks, meanings=meanings)


def join_blocks(
    blocks: Iterable[SearchBlock], whole: int = WHOLE_INDEX_BYTES, meanings: Meanings = NO_MEANINGS
) -> Iterator[Artifact]:
    """Yield the files of the index of these blocks, which are in the order of `divide_entries`.

    It is one file if it has no more bytes than `whole`.
    """
    blocks = tuple(blocks)
    lists = _join_lists(enumerate(block.lists for block in blocks))
    pages = {f"pages/{block.name}-{n}": text for block in blocks for n, (_, text) in enumerate(block.chunks)}
    single = sum(map(len, pages.values())) + sum(map(len, lists.values())) <= whole
    long = {} if single else {word: text for word, text in lists.items() if len(text) > LONG_LIST_BYTES}
    words: dict[str, str | LongWord] = {**lists, **_shorten_lists(long, blocks)}
    backwards = {} if single else {word[::-1]: "" for word in lists if _SPELLED.fullmatch(word)}
    ranges = _divide_by_size(words, sys.maxsize if single else WORDS_FILE_BYTES)
    ends = _divide_by_size(backwards, WORDS_FILE_BYTES)
    directory = {
        **_describe_blocks(blocks),
        "whole": single,
        "alike": [(" ".join(group.words), " ".join(group.narrower)) for group in meanings.groups],
        "words": list(ranges),
        "ends": list(ends),
    }
    parts = {
        **{f"words/{name_file(start)}": _to_json(content) for start, content in ranges.items()},
        **{
            f"ends/{name_file(start)}": _to_json(" ".join(word[::-1] for word in content))
            for start, content in ends.items()
        },
        **{name: _to_json(content) for name, content in _cut_lists(long, blocks)},
        **pages,
    }
    if single:
        yield _make_artifact(SEARCH_DIRECTORY, {SEARCH_DIRECTORY: _to_json(directory), **parts})
    else:
        yield from (_make_artifact(name, {name: text}) for name, text in parts.items())
        yield _make_artifact(SEARCH_DIRECTORY, {SEARCH_DIRECTORY: _to_json(directory)})


def make_engine_part(scripts: Sequence[str]) -> Artifact:
    """The file that tells other archives which scripts to load, in this order, to search this one."""
    return _make_artifact(SEARCH_ENGINE, {SEARCH_ENGINE: _to_json(scripts)})


def _describe_blocks(blocks: Sequence[SearchBlock]) -> dict[str, Any]:
    return {
        # it goes into each part’s address, so that no browser takes parts of an older index from its cache
        "version": sha256("".join(block.digest for block in blocks).encode()).hexdigest()[:12],
        "places": sum(block.places for block in blocks),
        "blocks": [
            [block.name, "".join(encode_number(count) for count, _ in block.chunks)] for block in blocks
        ],
    }


def name_file(start: str) -> str:
    """The name of a file for a word or the start of one, good on any disk; lists.js makes the same.

    >>> [name_file(start) for start in ("", "con", "мо")]
    ['w-', 'w-con', 'w-_43c_43e']
    """
    return "w-" + _PLAIN.sub(lambda sign: f"_{ord(sign[0]):x}", start)


def _join_lists(lists: Iterable[tuple[int, PostingLists]]) -> dict[str, str]:
    """Of each word, the lists of all blocks that have it, each behind its distance from the block before."""
    joined: dict[str, list[str]] = {}
    last: dict[str, int] = {}
    for number, block in lists:
        # even, as a place's number is, so that pages can be counted by their odd ones
        first = encode_number(number * 2)
        for word, postings in block.items():
            if word in joined:
                joined[word] += (encode_number((number - last[word]) * 2), postings)
            else:
                joined[word] = [first, postings]
            last[word] = number
    return {word: "".join(postings) for word, postings in joined.items()}


def _shorten_lists(long: PostingLists, blocks: Sequence[SearchBlock]) -> dict[str, LongWord]:
    best = [
        {word: block.heads.get(word) or block.lists[word] for word in long if word in block.lists}
        for block in blocks
    ]
    # every block ends with a page's number and begins with one like a place's
    parted = {word: sum(word in block.lists for block in blocks) for word in long}
    return {
        word: (
            head,
            sum(map(long[word].count, _PAGE)) - parted[word],
            sum(map(long[word].count, _PLACE)) - parted[word],
            _count_pieces(long[word]),
        )
        for word, head in _join_lists(enumerate(best)).items()
    }


def _count_pieces(postings: str) -> int:
    """A power of two, so that a piece of one list has the same blocks as one or more of any other list."""
    return 1 << max(0, (len(postings) - 1) // LIST_PIECE_BYTES).bit_length()


def _cut_lists(long: PostingLists, blocks: Sequence[SearchBlock]) -> Iterator[tuple[str, str]]:
    """Yield the pieces of long lists: each has every second, fourth … block, a sample of all ranks."""
    words: defaultdict[int, list[str]] = defaultdict(list)
    for word, postings in long.items():
        words[_count_pieces(postings)].append(word)
    for pieces, alike in words.items():
        for piece in range(pieces):
            lists = [(n, block.lists) for n, block in enumerate(blocks) if n % pieces == piece]
            joined = _join_lists(
                (n, {word: postings[word] for word in alike if word in postings}) for n, postings in lists
            )
            yield from ((f"lists/{name_file(word)}-{piece}", joined.get(word, "")) for word in alike)


def _divide_by_size(values: Mapping[str, _Value], most: int) -> dict[str, dict[str, _Value]]:
    words = sort_words(values)
    # a word costs its letters, its list and the signs around them
    sizes = [len(word) + len(str(values[word])) + len('"":"",') for word in words]
    return {
        start: {word: values[word] for word in words[first:end]}
        for start, first, end in divide_words(words, sizes, most)
    }


def _to_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _make_artifact(name: str, parts: Mapping[str, str]) -> Artifact:
    calls = "".join(f'archiveSearch.part("{part}",{text})\n' for part, text in parts.items())
    # line ends that end a string in older browsers are written out
    calls = calls.replace("\u2028", r"\u2028").replace("\u2029", r"\u2029")
    return Artifact(f"{SEARCH_FOLDER}/{name}.js", calls.encode())
