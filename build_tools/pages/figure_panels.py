"""Figures → small pictures, one for each thing counted, and what is told again and again from one origin.

Two numbers are of one thing where they have the same unit, and the same scope or a disagreement in common:
`people` who applied and `people` who left are not compared, unless an editor does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from build_tools.index import Index
from build_tools.index.long_lists import FigureRef
from build_tools.pages.addresses import source_address
from build_tools.pages.drawings import Drawing, lead_to, make_drawing
from build_tools.pages.inline import Inline, RichText, join_texts
from build_tools.pages.listed_figures import ListedFigure, NumberedDisagreement, make_listed_figure
from build_tools.plots import Caption, figures_plot
from build_tools.text.claim_words import write_counted
from build_tools.text.english import count_noun, tell_times
from build_tools.text.written_dates import write_date

MOST_DOTS = 12
"""Numbers in one picture at most; the table has all."""

MOST_PANELS = 24
"""Pictures on a page at most."""


@dataclass(frozen=True, slots=True)
class SameFigure:
    """A number that one origin has, with all places in which it is printed."""

    first: ListedFigure
    printed: tuple[ListedFigure, ...]
    """All of them, the first included."""

    @property
    def ends(self) -> tuple[float, float]:
        """The lowest and highest it may be."""
        return self.first.figure.range or (self.first.size, self.first.size)


FigureGroup = tuple[SameFigure, ...]
"""Numbers of one thing."""


@dataclass(frozen=True, slots=True)
class FigurePanel:
    """The numbers of one thing."""

    counted: str
    disagreements: tuple[NumberedDisagreement, ...]
    picture: Drawing
    left_out: str
    """What the picture lacks; empty where it has all."""


@dataclass(frozen=True, slots=True)
class RepeatedFigure:
    """A number that was printed several times and has one origin."""

    amount: str
    """With what is counted: `around 20,000 recruits`."""
    extent: str
    """`2 statements, 1 origin`."""
    origin: Inline
    printed: RichText


def make_panels(here: str, groups: Iterable[FigureGroup]) -> tuple[FigurePanel, ...]:
    """A picture for each thing of which there are several numbers; those first that are in dispute."""
    several = [group for group in groups if len(group) > 1]
    several.sort(key=lambda group: (not _list_disagreements(group), -len(group)))
    return tuple(_draw_panel(here, number, group) for number, group in enumerate(several[:MOST_PANELS], 1))


def list_repeated(groups: Iterable[FigureGroup]) -> tuple[RepeatedFigure, ...]:
    """Numbers that have nothing beside them but their own repetition."""
    alone = (group[0] for group in groups if len(group) == 1)
    return tuple(islice((_tell_repeated(same) for same in alone if len(same.printed) > 1), MOST_PANELS))


def group_figures(figures: Iterable[FigureRef], index: Index) -> list[FigureGroup]:
    """Numbers of one thing together, in the order given; what one origin has is one."""
    groups: list[list[ListedFigure]] = []
    for ref in figures:
        row = make_listed_figure(ref, index)
        if row.size < 0:
            continue
        # all groups that it belongs to become one: it may be what joins them
        mine = [group for group in groups if any(_is_same_thing(row, other) for other in group)]
        joined = [other for group in mine for other in group]
        groups = [group for group in groups if group not in mine]
        groups.append([*joined, row])
    return [tuple(_join_same(group)) for group in groups]


def _is_same_thing(one: ListedFigure, other: ListedFigure) -> bool:
    if one.figure.unit.casefold() != other.figure.unit.casefold():
        return False
    numbers = {entry.number for entry in one.disagreements}
    return one.figure.scope == other.figure.scope or any(e.number in numbers for e in other.disagreements)


def _join_same(group: Iterable[ListedFigure]) -> Iterator[SameFigure]:
    same: dict[tuple[str, float, float], list[ListedFigure]] = {}
    for row in group:
        low, high = row.figure.range or (row.size, row.size)
        same.setdefault((row.origin_id, low, high), []).append(row)
    return (SameFigure(rows[0], tuple(rows)) for rows in same.values())


def _list_disagreements(group: Iterable[SameFigure]) -> tuple[NumberedDisagreement, ...]:
    entries = {e.number: e for same in group for row in same.printed for e in row.disagreements}
    return tuple(entries[number] for number in sorted(entries))


def _draw_panel(here: str, number: int, group: Sequence[SameFigure]) -> FigurePanel:
    counted = group[0].first.figure.unit
    drawn = group[:MOST_DOTS]
    caption = Caption(
        f"figures-{number}",
        f"Reported: {counted}",
        "One dot for each number that an origin has, on a scale that begins at zero: "
        + "; ".join(f"{same.first.amount}, {_name_origin(same.first)}" for same in drawn),
    )
    picture = figures_plot.plot_figures((_make_row(here, same, group) for same in drawn), caption)
    links = ((source_address(same.first.record.slug), same.first.claim.id) for same in drawn)
    more = len(group) - len(drawn)
    return FigurePanel(
        counted=counted,
        disagreements=_list_disagreements(group),
        picture=make_drawing(picture, links=links),
        left_out=f"{count_noun(more, 'number')} more in the table" if more else "",
    )


def _make_row(here: str, same: SameFigure, group: Sequence[SameFigure]) -> figures_plot.PlottedFigure:
    row = same.first
    low, high = same.ends
    when = f", {write_date(row.figure.as_of)}" if row.figure.as_of else ""
    times = f" · told {tell_times(len(same.printed))}" if len(same.printed) > 1 else ""
    # a scope that all have says nothing about how they differ
    scopes = {other.first.figure.scope for other in group}
    scope = (row.figure.scope,) if row.figure.scope and len(scopes) > 1 else ()
    printed = "; ".join(dict.fromkeys(r.source.words for r in same.printed))
    label = f"{write_counted(row.figure)}, {_name_origin(row)}{when}. Printed in {printed}: {row.claim.text}"
    lead = lead_to(here, (source_address(row.record.slug), row.claim.id), label)
    notes = (f"{_name_origin(row)}{when}{times}", *scope)
    return figures_plot.PlottedFigure(low, high, row.amount, notes, lead)


def _name_origin(row: ListedFigure) -> str:
    # “its own report” stands beside the outlet in the table; here it would stand alone
    return row.outlet if row.is_own else row.origin.words


def _tell_repeated(same: SameFigure) -> RepeatedFigure:
    row = same.first
    sources = dict.fromkeys(r.source for r in same.printed)
    return RepeatedFigure(
        amount=write_counted(row.figure),
        extent=f"told {tell_times(len(same.printed))}, 1 origin",
        origin=Inline(row.outlet, row.origin.address) if row.is_own else row.origin,
        printed=join_texts(", ", ((source,) for source in sources)),
    )
