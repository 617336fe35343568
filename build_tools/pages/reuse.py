"""Archive → the pages of shared wording: all pairs of sources, and for each pair its passages.

The public edition states paragraphs, counts and shares. Where both texts may be shown, they stand side by
side with their equal words marked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from build_tools.model.archive import Document
from build_tools.model.record import Record
from build_tools.model.reuse import Aligned, Direction, Reuse
from build_tools.pages import render
from build_tools.pages.catalogue import Catalogue, source_file
from build_tools.pages.marking import between
from build_tools.pages.page import Page
from build_tools.rights import shown_passages
from build_tools.text.aligning import LEAST, matched
from build_tools.text.dates import in_words
from build_tools.text.prose import passage_name
from build_tools.text.shingles import compared
from build_tools.text.words import QUOTATION_WORDS, located

WORDING = "shared-wording/index.md"


def pair_file(pair: Reuse) -> str:
    """The page of a pair."""
    return f"shared-wording/{pair.left}--{pair.right}.md"


@dataclass(frozen=True, slots=True)
class Side:
    """One of two sources, on a page."""

    record: Record
    outlet: str
    published: str
    share: str
    """Of the words of its paragraphs: `31 per cent`."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One of two passages."""

    name: str
    link: Markup
    text: Markup | None
    """The captured text with the equal words marked, where it may be shown."""


@dataclass(frozen=True, slots=True)
class Row:
    """Two passages."""

    anchor: str
    first: Cell
    second: Cell
    words: int
    longest: int
    ratio: str
    says: str
    """What is shared, in the archive's words; empty where no claim stands on either passage."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sources that share wording, the earlier first where that can be told."""

    file: str
    first: Side
    second: Side
    told: bool
    """Whether the dates tell which is the earlier."""
    words: int
    passages: tuple[Aligned, ...]


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list of pairs, and a page for each."""
    documents = {d.record.slug: d for d in catalogue.archive.documents}
    found = [pair for pair in catalogue.archive.reuse if {pair.left, pair.right} <= documents.keys()]
    yield _index(sorted(found, key=lambda pair: (-pair.words, pair.left, pair.right)), catalogue)
    for pair in found:
        yield _page(pair, documents, catalogue)


def reuse_of(slug: str, catalogue: Catalogue) -> tuple[tuple[Pair, Side, Side, tuple[str, ...]], ...]:
    """For a source's own page, the most words first: pair, this source, the other, names of its passages."""
    found = []
    for pair in catalogue.wording_of.get(slug, ()):
        shown = _pair(pair, catalogue)
        here, other = shown.first, shown.second
        if here.record.slug != slug:
            here, other = other, here
        own = [aligned.left if pair.left == slug else aligned.right for aligned in pair.passages]
        found.append((shown, here, other, tuple(map(_name, _reading_order(own)))))
    return tuple(found)


def _index(found: list[Reuse], catalogue: Catalogue) -> Page:
    return Page(
        path=WORDING,
        title="Shared wording",
        template="wording",
        description="Which reports share sentences with which, by paragraph and share of words.",
        content={"pairs": [_pair(pair, catalogue) for pair in found], "enough": QUOTATION_WORDS + 1},
        wide=True,
    )


def _page(pair: Reuse, documents: dict[str, Document], catalogue: Catalogue) -> Page:
    shown = _pair(pair, catalogue)
    title = f"{shown.first.outlet} and {shown.second.outlet}: shared wording"
    return Page(
        path=pair_file(pair),
        title=title,
        template="wording_pair",
        description=f"Passages that “{shown.first.record.title}” and “{shown.second.record.title}” share.",
        content={
            "title": title,
            "pair": shown,
            "rows": [_row(aligned, pair, documents, catalogue) for aligned in _in_order(pair)],
            "least": LEAST,
        },
        record=pair.model_dump(mode="json", exclude={"passages"}),
        wide=True,
    )


def _turned(pair: Reuse) -> bool:
    """Whether the right one is shown first."""
    return pair.direction is Direction.BACKWARD


def _pair(pair: Reuse, catalogue: Catalogue) -> Pair:
    left = _side(catalogue.records[pair.left], pair.left_share, catalogue)
    right = _side(catalogue.records[pair.right], pair.right_share, catalogue)
    first, second = (right, left) if _turned(pair) else (left, right)
    told = pair.direction is not Direction.UNKNOWN
    return Pair(pair_file(pair), first, second, told, pair.words, pair.passages)


def _side(record: Record, share: float, catalogue: Catalogue) -> Side:
    return Side(record, catalogue.outlet(record), in_words(record.published.date), per_cent(share))


def per_cent(share: float) -> str:
    """`31 per cent`; `under 1 per cent`; never all or nothing unless it is."""
    whole = round(share * 100)
    if share and not whole:
        return "under 1 per cent"
    return f"{min(whole, 99) if share < 1 else whole} per cent"


def _in_order(pair: Reuse) -> list[Aligned]:
    """In the order in which the source shown first has them."""
    if not _turned(pair):
        return list(pair.passages)
    order = {name: at for at, name in enumerate(_reading_order(a.right for a in pair.passages))}
    return sorted(pair.passages, key=lambda aligned: order[aligned.right])


def _reading_order(names: Iterable[str]) -> list[str]:
    """Title, standfirst and caption, then paragraphs by number; crossheads stand before them."""
    return sorted(set(names), key=lambda name: (name[0] in "ph", name[0] == "p", len(name), name))


def _row(aligned: Aligned, pair: Reuse, documents: dict[str, Document], catalogue: Catalogue) -> Row:
    here = pair_file(pair)
    left, right = documents[pair.left], documents[pair.right]
    texts = _texts(left, right, aligned, catalogue)
    cells = [
        _cell(here, document, passage, text)
        for document, passage, text in zip((left, right), (aligned.left, aligned.right), texts, strict=True)
    ]
    first, second = reversed(cells) if _turned(pair) else cells
    anchor = f"{aligned.right}-{aligned.left}" if _turned(pair) else f"{aligned.left}-{aligned.right}"
    says = _says(_claims(left, aligned.left), _claims(right, aligned.right))
    return Row(anchor, first, second, aligned.words, aligned.longest, ratio_words(aligned.ratio), says)


def ratio_words(ratio: float) -> str:
    """`0.78`; 1.00 only for what is identical."""
    return f"{ratio if ratio == 1 else min(ratio, 0.99):.2f}"


def _claims(document: Document, passage: str) -> list[str]:
    return [claim.text for claim in document.record.claims if claim.passage == passage]


def _says(left: list[str], right: list[str]) -> str:
    """The claims of the passage with fewer of them: the other says more than what is shared."""
    fewest = min(filter(None, (left, right)), key=len, default=[])
    return " ".join(fewest[:2]) + (" …" if len(fewest) > 2 else "")  # noqa: PLR2004 - room for two


def _cell(here: str, document: Document, passage: str, text: Markup | None) -> Cell:
    record = document.record
    used = {claim.passage for claim in record.claims} | {note.passage for note in record.notes}
    anchor = passage if passage[0] == "p" or passage in used else ""
    name = _name(passage)
    return Cell(name, render.link(here, name, source_file(record.slug), anchor, mark="at"), text)


def _name(passage: str) -> str:
    return f"Crosshead {passage[1:]}" if passage[0] == "h" else passage_name(passage)


def _texts(
    left: Document, right: Document, aligned: Aligned, catalogue: Catalogue
) -> tuple[Markup, Markup] | tuple[None, None]:
    """Both passages with what is equal marked, or neither."""
    one, other = _text(left, aligned.left, catalogue), _text(right, aligned.right, catalogue)
    if one is None or other is None:
        return None, None
    blocks = matched(compared(one), compared(other))
    return (
        beside(one, [(b.left, b.words) for b in blocks]),
        beside(other, [(b.right, b.words) for b in blocks]),
    )


def _text(document: Document, passage: str, catalogue: Catalogue) -> str | None:
    if document.clean is None or passage not in shown_passages(document, catalogue.archive.edition):
        return None
    return next((p.text for p in document.clean.paragraphs if p.id == passage), None)


def beside(text: str, blocks: list[tuple[int, int]]) -> Markup:
    """A text with stretches of its words marked; `blocks`: first word and number of words, in order."""
    places = located(text)
    pieces: list[Markup] = []
    at = 0
    for first, words in blocks:
        start, end = places[first][0], places[first + words - 1][1]
        pieces += (
            between(text, at, start),
            render.span(text[start:end], "same run" if words >= LEAST else "same"),
        )
        at = end
    return Markup().join([*pieces, between(text, at, len(text))])
