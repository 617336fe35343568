"""Two captures of one page → what became of each passage: the same, renumbered, reworded, gone, or new."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from build_tools.model.clean import CleanText, Kind
from build_tools.text.alignment import match_words, measure_overlap
from build_tools.text.shingles import even_words

REWORDED_AT_LEAST = 0.5
"""Words of both passages that are equal, as a share: below it, one is not the other in other words."""
_MOST_COMPARED = 400
"""Passages of either side that are compared with all of the other; more have been replaced as a whole."""
_NAMED = (Kind.STANDFIRST, Kind.CAPTION)
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PassageChanges:
    """What became of an earlier capture's passages. One that is not named is the same under its number."""

    became: Mapping[str, str]
    """Passage → its number now, where that is another one."""
    reworded: tuple[str, ...]
    """Passages that read otherwise now."""
    gone: tuple[str, ...]
    new: tuple[str, ...]
    """Passages of the later capture that the earlier one has not."""


def compare_passages(before: CleanText, after: CleanText) -> PassageChanges:
    """What of the text was changed: case and typography are not, words are."""
    old, new = _list_passages(before), _list_passages(after)
    same = dict(_match_equal(old, new))
    left = [name for name in old if name not in same]
    free = [name for name in new if name not in set(same.values())]
    reworded = dict(_match_reworded({name: old[name] for name in left}, {name: new[name] for name in free}))
    now = {**same, **reworded}
    return PassageChanges(
        became={name: now[name] for name in old if name in now and now[name] != name},
        reworded=tuple(name for name in old if name in reworded),
        gone=tuple(name for name in old if name not in now),
        new=tuple(name for name in new if name not in set(now.values())),
    )


def _list_passages(text: CleanText) -> dict[str, Words]:
    """Words of what has an address that claims can have: the body, standfirst and caption."""
    named: dict[str, list[str]] = {}
    for paragraph in text.paragraphs:
        if paragraph.kind is Kind.BODY or (paragraph.kind in _NAMED and paragraph.id == paragraph.kind.value):
            named.setdefault(paragraph.id, []).extend(even_words(paragraph.text))
    return {name: tuple(words) for name, words in named.items()}


def _match_equal(old: Mapping[str, Words], new: Mapping[str, Words]) -> Iterator[tuple[str, str]]:
    """In the order of both first; then what was moved to another place."""
    names, later = list(old), list(new)
    matcher = SequenceMatcher(None, list(old.values()), list(new.values()), autojunk=False)
    left, free = dict.fromkeys(names), dict.fromkeys(later)
    for block in matcher.get_matching_blocks():
        for n in range(block.size):
            yield names[block.a + n], later[block.b + n]
            del left[names[block.a + n]], free[later[block.b + n]]
    for name in left:
        if (moved := next((other for other in free if new[other] == old[name]), None)) is not None:
            del free[moved]
            yield name, moved


def _match_reworded(old: Mapping[str, Words], new: Mapping[str, Words]) -> Iterator[tuple[str, str]]:
    """The most alike first; each passage once."""
    if max(len(old), len(new)) > _MOST_COMPARED:
        return
    alike = sorted(_list_alike(old, new), key=lambda pair: -pair[0])
    taken: set[str] = set()
    for _, name, other in alike:
        # sides are told apart: both have a `p3`
        if f"old {name}" not in taken and f"new {other}" not in taken:
            taken |= {f"old {name}", f"new {other}"}
            yield name, other


def _list_alike(old: Mapping[str, Words], new: Mapping[str, Words]) -> Iterator[tuple[float, str, str]]:
    for name, words in old.items():
        for other, words_now in new.items():
            if (share := _measure_likeness(words, words_now)) >= REWORDED_AT_LEAST:
                yield share, name, other


def _measure_likeness(words: Sequence[str], now: Sequence[str]) -> float:
    # what has too few words can share no more than it has
    if not words or not now or 2 * min(len(words), len(now)) < REWORDED_AT_LEAST * (len(words) + len(now)):
        return 0.0
    equal = sum(length for _, _, length in match_words(words, now))
    return measure_overlap(equal, len(words), len(now))
