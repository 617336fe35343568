"""Two sources that share wording → their page: the passages aligned, with counts, shares and ratios.

The public edition states these without the words. Where the text of both passages may be shown, they stand
side by side with their equal words marked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_tools.index import Index
from build_tools.model.archive import Document
from build_tools.model.passages import parse_body_passage
from build_tools.model.reuse import Aligned, Reuse
from build_tools.model.search import SearchPart
from build_tools.pages.addresses import WORDING_ADDRESS, source_address
from build_tools.pages.inline import Inline, RichText
from build_tools.pages.page import Page, PageKind
from build_tools.pages.wording_list import WORDING_TITLE
from build_tools.pages.wording_pairs import (
    WordingPair,
    WordingSide,
    is_right_first,
    make_wording_pair,
    name_wording_passage,
    sort_passages,
)
from build_tools.rights import shown_passages
from build_tools.text.alignment import LEAST, match_words
from build_tools.text.english import count_noun
from build_tools.text.shingles import even_words
from build_tools.text.words import locate_words

_CLAIMS = 2
"""So many claims stand for a passage; more would fill the table."""


@dataclass(frozen=True, slots=True)
class PassageCell:
    """One of two passages."""

    name: str
    link: Inline
    text: RichText
    """The captured text with the equal words marked; empty where it may not be shown."""


@dataclass(frozen=True, slots=True)
class AlignedPassages:
    """Two passages that share wording."""

    anchor: str
    first: PassageCell
    second: PassageCell
    words: int
    longest: int
    ratio: str
    says: str
    """What is shared, in the archive's words; empty where no claim stands on either passage."""


@dataclass(frozen=True, slots=True)
class WordingPairView:
    """The page of two sources."""

    pair: WordingPair
    shares: str
    """How much they share, as the end of a sentence."""
    order: str
    """Which was first."""
    least: int
    """Words of the shortest run."""
    rows: tuple[AlignedPassages, ...]
    beside: tuple[AlignedPassages, ...]
    """Those whose text is shown."""


def make_wording_pair_page(index: Index, key: str) -> Page:
    """The page of a pair, by `<left>--<right>`."""
    reuse = index.wording[key]
    pair = make_wording_pair(reuse, index)
    rows = tuple(_list_rows(reuse, index))
    shares, order = _tell_shares(pair), _tell_order(pair)
    first, second = pair.first, pair.second
    return Page(
        kind=WORDING_PAIR_PAGE,
        address=pair.address,
        title=f"{first.outlet} and {second.outlet}: shared wording",
        view=WordingPairView(pair, shares, order, LEAST, rows, tuple(row for row in rows if row.first.text)),
        about=reuse,
        description=f"Passages that “{first.record.title}” and “{second.record.title}” share.",
        facts={
            "left": reuse.left,
            "right": reuse.right,
            "direction": reuse.direction.value,
            "words": reuse.words,
            "left_share": reuse.left_share,
            "right_share": reuse.right_share,
        },
        search=(SearchPart("", "", f"{_name_side(first)}, and {_name_side(second)}, {shares} {order}"),),
    )


def _tell_shares(pair: WordingPair) -> str:
    return (
        f"share {count_noun(pair.words, 'word')} in runs of {LEAST} or more: {pair.first.share} of what the"
        f" first says in its paragraphs, {pair.second.share} of what the second says."
    )


def _tell_order(pair: WordingPair) -> str:
    if not pair.ordered:
        return "Which of them was first cannot be told from their dates."
    return (
        f"{pair.first.outlet} was first, by the dates. That does not tell who copied from whom: both may have"
        " it from a third report."
    )


def _name_side(side: WordingSide) -> str:
    return f"{side.record.title}, {side.outlet}, {side.published}"


def _list_rows(reuse: Reuse, index: Index) -> Iterator[AlignedPassages]:
    """In the order in which the source shown first has them."""
    left, right = index.documents[reuse.left], index.documents[reuse.right]
    texts = _gather_texts(left, index), _gather_texts(right, index)
    passages: Iterable[Aligned] = reuse.passages
    if is_right_first(reuse):
        order = {name: at for at, name in enumerate(sort_passages(aligned.right for aligned in passages))}
        passages = sorted(passages, key=lambda aligned: order[aligned.right])
    for aligned in passages:
        marked = _mark_both(texts[0].get(aligned.left, ""), texts[1].get(aligned.right, ""))
        cells = [_make_cell(left, aligned.left, marked[0]), _make_cell(right, aligned.right, marked[1])]
        names = [aligned.left, aligned.right]
        if is_right_first(reuse):
            cells.reverse()
            names.reverse()
        yield AlignedPassages(
            anchor="-".join(names),
            first=cells[0],
            second=cells[1],
            words=aligned.words,
            longest=aligned.longest,
            ratio=ratio_words(aligned.ratio),
            says=_choose_claims(_list_claims(left, aligned.left), _list_claims(right, aligned.right)),
        )


def ratio_words(ratio: float) -> str:
    """`0.78`; 1.00 only for what is identical."""
    # rounded, 0.996 would read as identical
    return f"{ratio if ratio == 1 else min(ratio, 0.99):.2f}"


def _list_claims(document: Document, passage: str) -> list[str]:
    return [claim.text for claim in document.record.claims if claim.passage == passage]


def _choose_claims(left: list[str], right: list[str]) -> str:
    """The claims of the passage with fewer of them: the other says more than what is shared."""
    fewest = min(filter(None, (left, right)), key=len, default=[])
    return " ".join(fewest[:_CLAIMS]) + (" …" if len(fewest) > _CLAIMS else "")


def _make_cell(document: Document, passage: str, text: RichText) -> PassageCell:
    record = document.record
    # paragraphs always have a place on a source’s page; other passages where something is said of them
    anchor = passage if parse_body_passage(passage) or passage in record.used_passages else ""
    name = name_wording_passage(passage)
    return PassageCell(name, Inline(name, source_address(record.slug), anchor, "at"), text)


def _gather_texts(document: Document, index: Index) -> dict[str, str]:
    """By passage: what this edition may show of the captured text."""
    shown = shown_passages(document, index.edition)
    return {p.id: p.text for p in document.clean.paragraphs if p.id in shown} if document.clean else {}


def _mark_both(left: str, right: str) -> tuple[RichText, RichText]:
    """Both passages with what is equal marked, or neither."""
    if not left or not right:
        return (), ()
    runs = match_words(even_words(left), even_words(right))
    return (
        mark_runs(left, [(run.left, run.words) for run in runs]),
        mark_runs(right, [(run.right, run.words) for run in runs]),
    )


def mark_runs(text: str, runs: Sequence[tuple[int, int]]) -> RichText:
    """A text with stretches of its words marked; `runs`: first word and number of words, in order."""
    places = locate_words(text)
    pieces: list[Inline] = []
    at = 0
    for first, words in runs:
        start, end = places[first][0], places[first + words - 1][1]
        pieces += (
            Inline(text[at:start]),
            Inline(text[start:end], mark="same run" if words >= LEAST else "same"),
        )
        at = end
    return tuple(piece for piece in (*pieces, Inline(text[at:])) if piece.words)


WORDING_PAIR_PAGE = PageKind(
    name="wording_pair",
    folder=WORDING_ADDRESS,
    label=WORDING_TITLE,
    list_keys=lambda index: index.wording,
    make_page=make_wording_pair_page,
    wide=True,
)
