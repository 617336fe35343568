"""Archive → the reports behind the reports: all of them, and who took from whom."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.index import Index
from build_tools.model.evidence import Origin
from build_tools.model.search import SearchPart
from build_tools.pages.addresses import ORIGINS_ADDRESS
from build_tools.pages.chain_drawing import draw_chains
from build_tools.pages.drawings import Drawing
from build_tools.pages.page import Page, PageKind
from build_tools.pages.paging import ListPart, list_page_keys, name_list_page, page_address, take_part
from build_tools.pages.report_chains import (
    MOST_STEPS_LISTED,
    ChainTree,
    choose_drawn_reports,
    list_chains,
    name_origin,
)
from build_tools.text.english import count_noun

_OPENING = "The reports behind the reports: who told it first, and who passed it on."


@dataclass(frozen=True, slots=True)
class OriginRow:
    """An origin in the list."""

    origin: Origin
    name: str
    held: bool
    """Whether the archive came to hold it."""
    statements: int
    """That begin there."""
    sources: int
    """That retell it."""


@dataclass(frozen=True, slots=True)
class OriginsView:
    """One page of the list; all but its rows stand on the first alone."""

    opening: str
    picture: Drawing | None
    remarks: tuple[str, ...]
    """What neither the picture nor the chains show."""
    chains: ChainTree | None
    part: ListPart[str]
    """Ids."""
    rows: tuple[OriginRow, ...]


def make_origins_page(index: Index, key: str) -> Page:
    """One page of the list."""
    part = take_part(tuple(index.origins), ORIGINS_ADDRESS, key)
    rows = tuple(_make_row(index.origins[name], index) for name in part.rows)
    view = OriginsView("", None, (), None, part, rows) if key else _make_first(part, rows, index)
    legend = view.picture.legend if view.picture else ""
    words = " ".join(filter(None, (view.opening, legend, *view.remarks)))
    return Page(
        kind=ORIGINS_LIST,
        address=page_address(ORIGINS_ADDRESS, key),
        title=name_list_page("Origins", key),
        view=view,
        description="The reports behind the reports: who told it first, and who passed it on.",
        search=(SearchPart("", "", words),) if words else (),
    )


def _make_first(part: ListPart[str], rows: tuple[OriginRow, ...], index: Index) -> OriginsView:
    """The first page. The chains in words are those of the picture where all would be too many."""
    everyone = frozenset(index.flows_from) | frozenset(index.flows_to)
    drawn = choose_drawn_reports(index)
    in_words = everyone if sum(map(len, index.flows_from.values())) <= MOST_STEPS_LISTED else drawn
    rest = count_noun(len(everyone - drawn), "report")
    note = f" The picture shows the most retold; {rest} more stand in the lists."
    return OriginsView(
        opening=_OPENING,
        picture=draw_chains(ORIGINS_ADDRESS, drawn, "", index, note if drawn < in_words else "")
        if drawn
        else None,
        remarks=tuple(filter(None, (_tell_alone(index), _tell_rest(len(everyone - in_words))))),
        chains=list_chains(in_words, "", index) if in_words else None,
        part=part,
        rows=rows,
    )


def _tell_alone(index: Index) -> str:
    """How many sources take from nobody."""
    alone = sum(1 for slug in index.records if slug not in index.flows_to)
    if not alone:
        return ""
    if alone == 1:
        return "One source speaks for itself alone."
    return f"{alone:,} sources speak for themselves alone."


def _tell_rest(reports: int) -> str:
    """What is left out of the chains in words."""
    if not reports:
        return ""
    return (
        "Who took from whom is shown for the most retold; "
        f"the pages of the origins tell it of {count_noun(reports, 'report')} more."
    )


def _make_row(origin: Origin, index: Index) -> OriginRow:
    return OriginRow(
        origin=origin,
        name=name_origin(origin),
        held=origin.id in index.records,
        statements=len(index.claims_from_origin.get(origin.id, ())),
        sources=len(index.sources_of_origin.get(origin.id, ())),
    )


ORIGINS_LIST = PageKind(
    name="origins",
    folder=ORIGINS_ADDRESS,
    label="Origins",
    list_keys=lambda index: list_page_keys(len(index.origins)),
    make_page=make_origins_page,
    menu="Evidence",
    listed=True,
    wide=True,
    scripts=("pictures.js",),
)
