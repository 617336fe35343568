"""Archive → every number that a source reports, one row each, and a picture of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.index import Index
from build_tools.index.long_lists import FigureRef
from build_tools.model.search import SearchPart
from build_tools.pages.addresses import FIGURES_ADDRESS
from build_tools.pages.figure_panels import (
    FigurePanel,
    RepeatedFigure,
    group_figures,
    list_repeated,
    make_panels,
)
from build_tools.pages.listed_figures import ListedFigure, NumberedDisagreement, make_listed_figure
from build_tools.pages.page import Page, PageKind
from build_tools.pages.paging import ListPart, list_page_keys, name_list_page, page_address, take_part
from build_tools.text.english import capitalise, count_noun

MOST_FIGURES_DRAWN = 120
"""Numbers that the pictures are made of at most; the table has all."""

_LEGEND = (
    "One picture for each thing of which there are several numbers, each on a scale of its own that begins "
    "at zero: compare within a picture, not between two. A dot is a number that one origin has, however "
    "often it was printed. ≠ leads to the disagreement in which it stands."
)


@dataclass(frozen=True, slots=True)
class FiguresView:
    """One page of the table; its opening and the picture stand on the first alone."""

    opening: str
    panels: tuple[FigurePanel, ...]
    legend: str
    """What the pictures show, and what they lack; empty where there is none."""
    repeated: tuple[RepeatedFigure, ...]
    numbered: tuple[NumberedDisagreement, ...]
    """What the numbers on this page mean."""
    part: ListPart[FigureRef]
    rows: tuple[ListedFigure, ...]


def make_figures_page(index: Index, key: str) -> Page:
    """One page of the table; it reads the statements of its own rows, and the order of all."""
    part = take_part(index.figures_in_order["all"], FIGURES_ADDRESS, key)
    rows = tuple(make_listed_figure(ref, index) for ref in part.rows)
    drawn = () if key else index.figures_by_weight["all"][:MOST_FIGURES_DRAWN]
    groups = group_figures(drawn, index)
    panels = make_panels(FIGURES_ADDRESS, groups)
    view = FiguresView(
        opening="" if key else _write_opening(part.total),
        panels=panels,
        legend=f"{_LEGEND}{_tell_undrawn(index)}" if panels else "",
        repeated=list_repeated(groups),
        numbered=_list_numbered(panels, rows),
        part=part,
        rows=rows,
    )
    return Page(
        kind=FIGURES_LIST,
        address=page_address(FIGURES_ADDRESS, key),
        title=name_list_page("Figures", key),
        view=view,
        description="Every number that the sources report, with its date, speaker, origin and paragraph.",
        search=() if key else (SearchPart("", "", " ".join(_list_words(view))),),
    )


def _write_opening(total: int) -> str:
    return (
        "Every number that the sources report, one row each, as they report it: "
        f"{count_noun(total, 'number')}. "
        "Nothing is averaged, nothing added up; the same number told twice stands here twice, and its origin "
        "tells whether it was found twice. The number leads to its paragraph."
    )


def _tell_undrawn(index: Index) -> str:
    """What the picture lacks."""
    total, drawable = len(index.figures_in_order["all"]), len(index.figures_by_weight["all"])
    words = ""
    if drawable < total:
        has = "has" if total - drawable == 1 else "have"
        words += (
            f" {capitalise(count_noun(total - drawable, 'row'))} of the table {has} a number in words alone, "
            "and cannot be drawn."
        )
    if drawable > MOST_FIGURES_DRAWN:
        words += (
            f" {capitalise(count_noun(drawable - MOST_FIGURES_DRAWN, 'number'))} more stand only in the"
            " table: the pictures show those in dispute and those told most often."
        )
    return words


def _list_words(view: FiguresView) -> Iterator[str]:
    yield view.opening
    if view.legend:
        yield view.legend
    for entry in view.numbered:
        yield f"≠ {entry.number} {entry.disagreement.title}"


def _list_numbered(
    panels: Iterable[FigurePanel], rows: Iterable[ListedFigure]
) -> tuple[NumberedDisagreement, ...]:
    shown: tuple[FigurePanel | ListedFigure, ...] = (*panels, *rows)
    entries = [entry for one in shown for entry in one.disagreements]
    by_number = {entry.number: entry for entry in entries}
    return tuple(by_number[number] for number in sorted(by_number))


FIGURES_LIST = PageKind(
    name="figures",
    folder=FIGURES_ADDRESS,
    label="Figures",
    list_keys=lambda index: list_page_keys(len(index.figures_in_order["all"])),
    make_page=make_figures_page,
    menu="Evidence",
    listed=True,
    wide=True,
    scripts=("spelling.js", "tables.js", "pictures.js"),
)
