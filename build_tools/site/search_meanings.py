"""Thesaurus → lists of places for what several words mean, because who types “refusenik” wants “refuser” too.

A meaning has a list of its own in the index, under a name that no word has: so a query looks up one list
more, however many words mean the same. The browser knows from the directory which words have which meaning.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from itertools import chain

from build_tools.model.vocabulary import WordGroup
from build_tools.text.number_codec import decode_numbers, encode_number
from build_tools.text.spellings import spell_token
from build_tools.text.stems import stem_word

Lists = Mapping[str, list[tuple[int, str]]]
"""Word → number of a page and its places there, encoded, page by page."""

_LEVELS = 3
"""Of a word in a place, see search_block.py."""
_FIRST_PART = 6
"""Codes below are those of titles."""


@dataclass(frozen=True)
class Meanings:
    """The groups of a thesaurus, ready to be looked up."""

    groups: tuple[WordGroup, ...]

    @cached_property
    def of_stem(self) -> Mapping[str, tuple[int, ...]]:
        """Stem of a word → the groups that it is found by."""
        found: defaultdict[str, dict[int, None]] = defaultdict(dict)
        for number, group in enumerate(self.groups):
            for word in chain.from_iterable(map(_spell_whole, (*group.words, *group.narrower))):
                found[stem_word(word)][number] = None
        return {stem: tuple(numbers) for stem, numbers in found.items()}

    @cached_property
    def digest(self) -> str:
        """Of all groups; empty where there are none."""
        written = "\n".join(group.model_dump_json() for group in self.groups)
        return sha256(written.encode()).hexdigest() if written else ""


NO_MEANINGS = Meanings(())


def _spell_whole(word: str) -> tuple[str, ...]:
    """One with hyphens is one word; a mark by itself is none."""
    return spell_token(word)[:1]


def read_meanings(thesaurus: Iterable[WordGroup]) -> Meanings:
    """What the words of an archive mean."""
    return Meanings(tuple(thesaurus))


def name_meaning(number: int) -> str:
    """The name of a group's list: no word begins with such a sign."""
    return f"={number}"


def join_meanings(lists: Lists, meanings: Meanings) -> dict[str, list[tuple[int, str]]]:
    """The lists of those groups of which some word stands on one of the pages."""
    words_of: defaultdict[int, list[str]] = defaultdict(list)
    for word in lists if meanings.groups else ():
        for number in meanings.of_stem.get(stem_word(word), ()):
            words_of[number].append(word)
    return {
        name_meaning(number): list(_join_pages(lists[word] for word in words))
        for number, words in words_of.items()
    }


def _join_pages(lists: Iterable[list[tuple[int, str]]]) -> Iterator[tuple[int, str]]:
    pages: defaultdict[int, list[str]] = defaultdict(list)
    for postings in lists:
        for number, places in postings:
            pages[number].append(places)
    for number in sorted(pages):
        written = pages[number]
        yield number, written[0] if len(written) == 1 else _join_places(written)


def _join_places(written: Iterable[str]) -> str:
    """Every place that one of them has, with the best level that it has in one."""
    best: dict[int, int] = {}
    for places in written:
        for place, level in _read_places(places):
            best[place] = max(level, best.get(place, 0))
    return "".join(_write_places(sorted(best.items())))


def _read_places(places: str) -> Iterator[tuple[int, int]]:
    """Places with their levels; -1 is the title."""
    place = -1
    for number in decode_numbers(places):
        code = number // 2
        if code < _FIRST_PART:
            yield -1, code
            continue
        distance, level = divmod(code - _FIRST_PART, _LEVELS)
        place += distance + 1
        yield place, level


def _write_places(best: Iterable[tuple[int, int]]) -> Iterator[str]:
    last = -1
    for place, level in best:
        if place < 0:
            yield encode_number(level * 2)
            continue
        yield encode_number(2 * (_FIRST_PART + (place - last - 1) * _LEVELS + level))
        last = place
