"""Archive → every number that a source reports, one row each, and a picture of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_tools.index import Index
from build_tools.index.long_lists import FigureRef, get_size
from build_tools.model.evidence import Disagreement
from build_tools.model.record import Claim, Figure, Record
from build_tools.model.search import SearchPart
from build_tools.pages.addresses import (
    FIGURES_ADDRESS,
    disagreement_address,
    entity_address,
    finding_address,
    origin_address,
    source_address,
)
from build_tools.pages.drawings import Drawing, lead_to, make_drawing, rename_narrow
from build_tools.pages.inline import Inline, RichText, join_texts
from build_tools.pages.page import Page, PageKind
from build_tools.pages.paging import ListPart, list_page_keys, name_list_page, page_address, take_part
from build_tools.plots import Caption, figures_plot
from build_tools.text.claim_words import write_amount
from build_tools.text.english import capitalise, count_noun, passage_name, write_margin_mark

MOST_FIGURES_DRAWN = 120
"""Lines in the picture at most; the table has all."""

_AMOUNT, _BARE = 22, {"qualifier": None}
"""Characters that a number may have in the picture; a longer one is shown without its qualifier."""

_LEGEND = (
    "In the picture, each line is one number of one source: what is counted, how many, the time that it is "
    "about, and the origin. A circle is undisputed; a filled diamond stands in a disagreement, whose number "
    "follows the sign ≠ and is spelled out below."
)


@dataclass(frozen=True, slots=True)
class NumberedDisagreement:
    """A disagreement that concerns a figure, under its number among these."""

    number: int
    disagreement: Disagreement


@dataclass(frozen=True, slots=True)
class ListedFigure:
    """One number as one source reports it."""

    figure: Figure
    claim: Claim
    record: Record
    outlet: str
    amount: str
    """`around 20,000`; the unit stands beside it."""
    size: float
    """By which a reader may sort."""
    place: Inline | None
    origin: Inline
    """With a link to its page, or to the source where it speaks for itself."""
    source: Inline
    """Outlet and paragraph."""
    disagreements: tuple[NumberedDisagreement, ...]
    stands_in: RichText
    """Findings, with how many reports and origins, and disagreements by their numbers."""


@dataclass(frozen=True, slots=True)
class FiguresView:
    """One page of the table; its opening and the picture stand on the first alone."""

    opening: str
    picture: Drawing | None
    numbered: tuple[NumberedDisagreement, ...]
    """What the numbers on this page mean."""
    part: ListPart[FigureRef]
    rows: tuple[ListedFigure, ...]


def make_figures_page(index: Index, key: str) -> Page:
    """One page of the table; it reads the statements of its own rows, and the order of all."""
    part = take_part(index.figures_in_order["all"], FIGURES_ADDRESS, key)
    rows = tuple(make_listed_figure(ref, index) for ref in part.rows)
    drawn = (
        ()
        if key
        else tuple(
            make_listed_figure(ref, index) for ref in index.figures_by_weight["all"][:MOST_FIGURES_DRAWN]
        )
    )
    view = FiguresView(
        opening="" if key else _write_opening(part.total),
        picture=_draw_figures(drawn, _tell_undrawn(index)) if drawn else None,
        numbered=_list_numbered((*drawn, *rows)),
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
            "or none above zero, and cannot be drawn."
        )
    if drawable > MOST_FIGURES_DRAWN:
        words += (
            f" {capitalise(count_noun(drawable - MOST_FIGURES_DRAWN, 'number'))} more stand only in the"
            " table: the picture shows those in dispute and those told most often."
        )
    return words


def _list_words(view: FiguresView) -> Iterator[str]:
    yield view.opening
    if view.picture:
        yield view.picture.legend
    for entry in view.numbered:
        yield f"≠ {entry.number} {entry.disagreement.title}"


def _list_numbered(rows: Iterable[ListedFigure]) -> tuple[NumberedDisagreement, ...]:
    by_number = {entry.number: entry for row in rows for entry in row.disagreements}
    return tuple(by_number[number] for number in sorted(by_number))


def make_listed_figure(ref: FigureRef, index: Index) -> ListedFigure:
    """One number with what a reader needs to weigh it."""
    statement = index.statements[ref[0]]
    record, claim = statement.document.record, statement.claim
    figure = claim.figures[ref[1]]
    place = index.entities.get(figure.place or "")
    outlet = index.name_outlet(record)
    disagreements = tuple(
        NumberedDisagreement(index.numbers_of_disagreements[d.id], d)
        for d in index.disagreements_holding(statement.ref)
    )
    return ListedFigure(
        figure=figure,
        claim=claim,
        record=record,
        outlet=outlet,
        amount=write_amount(figure),
        size=get_size(figure),
        place=Inline(place.name, entity_address(place)) if place else None,
        origin=_link_origin(ref, record, index),
        source=Inline(f"{outlet} {passage_name(claim.passage)}", source_address(record.slug), claim.passage),
        disagreements=disagreements,
        stands_in=join_texts(" ", (*_link_findings(ref, index), *map(_link_disagreement, disagreements))),
    )


def _link_origin(ref: FigureRef, record: Record, index: Index) -> Inline:
    trace = index.traces.get(ref[0])
    origin = index.origins.get(trace.origin) if trace else None
    if origin:
        return Inline(origin.publisher, origin_address(origin.id))
    return Inline("its own report", source_address(record.slug))


def _link_findings(ref: FigureRef, index: Index) -> Iterator[RichText]:
    for finding in index.findings_holding(ref[0]):
        words = write_margin_mark(finding, index.counts[finding.id], index.standings.get(finding.id, ()))
        yield (Inline(words, finding_address(finding.id)),)


def _link_disagreement(entry: NumberedDisagreement) -> RichText:
    address = disagreement_address(entry.disagreement.id)
    return (Inline(f"≠ {entry.number}", address, mark="disputed"),)


def _draw_figures(rows: Sequence[ListedFigure], undrawn: str) -> Drawing:
    lines = [_make_line(row) for row in rows]
    caption = Caption(
        "figures",
        "Reported numbers by size, date and origin",
        "One line for each number as a source reports it: what is counted, the number on a logarithmic "
        "scale, the time that it is about, and its origin. Filled diamonds stand in a disagreement, whose "
        "number follows the sign ≠. The table after the picture holds the same.",
    )
    return make_drawing(
        figures_plot.plot_figures(lines, figures_plot.WIDE_FIGURES_PLOT, caption),
        figures_plot.plot_figures(lines, figures_plot.NARROW_FIGURES_PLOT, rename_narrow(caption)),
        past="all",
        links=((source_address(row.record.slug), row.claim.id) for row in rows),
        legend=f"{_LEGEND}{undrawn}",
    )


def _make_line(row: ListedFigure) -> figures_plot.PlottedFigure:
    figure, published = row.figure, row.record.published.date
    since, until = figure.as_of.span if figure.as_of else (None, None)
    low, high = figure.range or (row.size, row.size)
    said = f"{row.amount} {figure.unit}, {row.outlet}, {published.text}: {row.claim.text}"
    return figures_plot.PlottedFigure(
        counted=figure.unit,
        low=low,
        high=high,
        amount=row.amount if len(row.amount) <= _AMOUNT else write_amount(figure.model_copy(update=_BARE)),
        since=since,
        until=until,
        # “its own report” stands beside the outlet in the table; in the picture it would stand alone
        origin=row.outlet if row.origin.words == "its own report" else row.origin.words,
        disputes=", ".join(str(entry.number) for entry in row.disagreements),
        lead=lead_to(FIGURES_ADDRESS, (source_address(row.record.slug), row.claim.id), said),
    )


FIGURES_LIST = PageKind(
    name="figures",
    folder=FIGURES_ADDRESS,
    label="Figures",
    list_keys=lambda index: list_page_keys(len(index.figures_in_order["all"])),
    make_page=make_figures_page,
    menu="Evidence",
    listed=True,
    wide=True,
    scripts=("spelling.js", "tables.js"),
)
