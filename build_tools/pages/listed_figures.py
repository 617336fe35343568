"""A number of a statement → what a reader needs to weigh it: origin, places, disputes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.index import Index
from build_tools.index.long_lists import FigureRef, get_size
from build_tools.model.evidence import Disagreement, Origin
from build_tools.model.record import Claim, Figure, Record
from build_tools.pages.addresses import (
    disagreement_address,
    entity_address,
    finding_address,
    origin_address,
    source_address,
)
from build_tools.pages.inline import Inline, RichText, join_texts
from build_tools.text.claim_words import write_leading_amount
from build_tools.text.english import passage_name, write_margin_mark


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
    """`around 20,000`, `hundreds of`; the unit stands beside it."""
    size: float
    """By which a reader may sort."""
    place: Inline | None
    origin_id: str
    """What it goes back to, as far as it is traced; the source itself where it speaks for itself."""
    is_own: bool
    """Whether it speaks for itself."""
    origin: Inline
    """With a link to its page, or to the source where it speaks for itself."""
    source: Inline
    """Outlet and paragraph."""
    disagreements: tuple[NumberedDisagreement, ...]
    stands_in: RichText
    """Findings, with how many reports and origins, and disagreements by their numbers."""


def make_listed_figure(ref: FigureRef, index: Index) -> ListedFigure:
    """One number with what a reader needs to weigh it."""
    statement = index.statements[ref[0]]
    record, claim = statement.record, statement.claim
    figure = claim.figures[ref[1]]
    place = index.entities.get(figure.place or "")
    outlet = index.name_outlet(record)
    trace = index.traces.get(ref[0])
    origin = index.origins.get(trace.origin) if trace else None
    disagreements = tuple(
        NumberedDisagreement(index.numbers_of_disagreements[d.id], d)
        for d in index.disagreements_holding(statement.ref)
    )
    return ListedFigure(
        figure=figure,
        claim=claim,
        record=record,
        outlet=outlet,
        amount=write_leading_amount(figure),
        size=get_size(figure),
        place=Inline(place.name, entity_address(place)) if place else None,
        origin_id=trace.origin if trace else record.slug,
        is_own=origin is None,
        origin=_link_origin(origin, record),
        source=Inline(f"{outlet} {passage_name(claim.passage)}", source_address(record.slug), claim.passage),
        disagreements=disagreements,
        stands_in=join_texts(" ", (*_link_findings(ref, index), *map(_link_disagreement, disagreements))),
    )


def _link_origin(origin: Origin | None, record: Record) -> Inline:
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
