"""Two sources that share wording → what pages tell of the pair in a line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.index import Index
from build_tools.model.passages import parse_body_passage
from build_tools.model.record import Record
from build_tools.model.reuse import Direction, Reuse
from build_tools.pages.addresses import wording_address
from build_tools.text.english import passage_name
from build_tools.text.written_dates import write_date


@dataclass(frozen=True, slots=True)
class WordingSide:
    """One of two sources."""

    record: Record
    outlet: str
    published: str
    share: str
    """Of the words of its paragraphs: `31 per cent`."""


@dataclass(frozen=True, slots=True)
class WordingPair:
    """Two sources that share wording, the earlier first where that can be told."""

    address: str
    """Of the pair's page."""
    first: WordingSide
    second: WordingSide
    ordered: bool
    """Whether the dates tell which is the earlier."""
    words: int
    passages: int
    """How many they share."""


@dataclass(frozen=True, slots=True)
class SharedWording:
    """A pair as one of its sources tells it."""

    pair: WordingPair
    own: WordingSide
    other: WordingSide
    passages: tuple[str, ...]
    """Names of its own passages, in reading order."""


def list_wording_of_source(slug: str, index: Index) -> tuple[SharedWording, ...]:
    """For a source's own page, the pair with the most words first."""
    pairs = []
    for reuse in index.wording_of.get(slug, ()):
        pair = make_wording_pair(reuse, index)
        own, beside = pair.first, pair.second
        if own.record.slug != slug:
            own, beside = beside, own
        passages = [aligned.left if reuse.left == slug else aligned.right for aligned in reuse.passages]
        names = tuple(map(name_wording_passage, sort_passages(passages)))
        pairs.append(SharedWording(pair, own, beside, names))
    return tuple(pairs)


def make_wording_pair(reuse: Reuse, index: Index) -> WordingPair:
    """The pair in the order in which it is shown."""
    left = _make_side(index.records[reuse.left], reuse.left_share, index)
    right = _make_side(index.records[reuse.right], reuse.right_share, index)
    first, second = (right, left) if is_right_first(reuse) else (left, right)
    ordered = reuse.direction is not Direction.UNKNOWN
    return WordingPair(wording_address(reuse), first, second, ordered, reuse.words, len(reuse.passages))


def is_right_first(reuse: Reuse) -> bool:
    """Whether the right one is shown first."""
    return reuse.direction is Direction.BACKWARD


def _make_side(record: Record, share: float, index: Index) -> WordingSide:
    return WordingSide(record, index.name_outlet(record), write_date(record.published.date), per_cent(share))


def per_cent(share: float) -> str:
    """`31 per cent`; `under 1 per cent`; never all or nothing unless it is."""
    whole = round(share * 100)
    if share and not whole:
        return "under 1 per cent"
    return f"{min(whole, 99) if share < 1 else whole} per cent"


def sort_passages(names: Iterable[str]) -> list[str]:
    """Title, standfirst and caption, then paragraphs by number; crossheads stand before them."""
    # by length before letters: h9 before h10
    return sorted(set(names), key=lambda name: (*_sort_part(name), len(name), name))


def _sort_part(name: str) -> tuple[int, tuple[int, ...]]:
    body = parse_body_passage(name)
    return (2, body.numbers) if body else (int(name[0] == "h"), ())


def name_wording_passage(passage: str) -> str:
    """A passage for readers; crossheads have no number of their own."""
    return f"Crosshead {passage[1:]}" if passage[0] == "h" else passage_name(passage)
