"""Shared wording → the list of all pairs of sources that have some, those with the most words first."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.index import Index
from build_tools.model.search import SearchPart
from build_tools.pages.addresses import FINDINGS_ADDRESS, WORDING_ADDRESS
from build_tools.pages.inline import Inline, RichText, plain_text
from build_tools.pages.page import Page, PageKind
from build_tools.pages.paging import ListPart, list_page_keys, name_list_page, page_address, take_part
from build_tools.pages.wording_pairs import WordingPair, make_wording_pair
from build_tools.text.words import QUOTATION_WORDS

WORDING_TITLE = "Shared wording"

_INTRODUCTION = (
    "Reports that share sentences, whether one took them from the other or both from a third. Texts were"
    " compared word by word, menus and other page furniture left out; a pair stands here if at least"
    f" {QUOTATION_WORDS + 1} words in a row are equal, or most of a reworded passage is. Dates tell which"
    " report was printed first, not who copied from whom."
)
_LIMITS: RichText = (
    Inline(
        "Only reports whose captures were at hand could be compared. A passage that two reports have in"
        " different languages, or tell in different words, is not shared wording; that they say the same is"
        " told by "
    ),
    Inline("findings", FINDINGS_ADDRESS),
    Inline("."),
)


@dataclass(frozen=True, slots=True)
class WordingListView:
    """One page of the list."""

    introduction: str
    part: ListPart[str]
    """Keys of the pairs."""
    pairs: tuple[WordingPair, ...]
    limits: RichText
    """What could not be compared."""


def make_wording_list_page(index: Index, key: str) -> Page:
    """One page of the list."""
    ranked = sorted(index.wording.items(), key=lambda item: (-item[1].words, item[0]))
    part = take_part([name for name, _ in ranked], WORDING_ADDRESS, key)
    pairs = tuple(make_wording_pair(index.wording[name], index) for name in part.rows)
    return Page(
        kind=WORDING_LIST,
        address=page_address(WORDING_ADDRESS, key),
        title=name_list_page(WORDING_TITLE, key),
        view=WordingListView(_INTRODUCTION, part, pairs, _LIMITS),
        description="Which reports share sentences with which, by paragraph and share of words.",
        search=() if key else (SearchPart("", "", f"{_INTRODUCTION} {plain_text(_LIMITS)}"),),
    )


WORDING_LIST = PageKind(
    name="wording",
    folder=WORDING_ADDRESS,
    label=WORDING_TITLE,
    list_keys=lambda index: list_page_keys(len(index.wording)),
    make_page=make_wording_list_page,
    menu="Evidence",
    listed=True,
    wide=True,
)
