"""Archive → every number that a source reports, one row each, and a picture of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from build_tools.model.archive import Statement
from build_tools.model.edtf import Edtf
from build_tools.model.evidence import Disagreement, Finding
from build_tools.model.record import Claim, Figure, Record
from build_tools.pages.catalogue import FIGURES, Catalogue, entity_file, origin_file, source_file
from build_tools.pages.drawings import address, figure, narrow
from build_tools.pages.page import Page
from build_tools.plots import Caption, Lead, reported
from build_tools.text.prose import mark
from build_tools.text.wording import amount

_AMOUNT, _BARE = 22, {"qualifier": None}
"""Characters that a number may have in the picture; a longer one is shown without its qualifier."""

SHOWN = 120
"""Lines in the picture at most; the table has all."""


@dataclass(frozen=True, slots=True)
class Row:
    """One number as one source reports it."""

    figure: Figure
    claim: Claim
    record: Record
    outlet: str
    amount: str
    """`around 20,000`; the unit stands beside it."""
    size: float
    """What it is ordered by; the lower end of a range, -1 for a number in words."""
    place: str
    place_file: str
    origin: str
    """Publisher of the origin, or `its own`."""
    origin_path: str
    finding: tuple[tuple[Finding, str], ...]
    """Findings that the statement stands in, with how many reports and origins."""
    disagreements: tuple[tuple[int, Disagreement], ...]
    """With their numbers on this page."""

    @property
    def ends(self) -> tuple[float, float] | None:
        """The lower and upper end, the same for a single number; None for a number in words."""
        if self.figure.range:
            return self.figure.range
        return None if self.figure.value is None else (self.figure.value, self.figure.value)


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """One page."""
    rows = _rows(catalogue)
    drawable = [r for r in rows if r.ends and r.ends[0] > 0]
    shown = _shown(drawable)
    yield Page(
        path=FIGURES,
        title="Figures",
        template="figures",
        description="Every number that the sources report, with its date, speaker, origin and paragraph.",
        content={
            "rows": rows,
            "picture": _picture(shown) if shown else "",
            "undrawn": len(rows) - len(drawable),
            "left_out": len(drawable) - len(shown),
            "numbered": sorted(
                {n: d for r in rows for n, d in r.disagreements}.items(), key=lambda pair: pair[0]
            ),
        },
        wide=True,
    )


def _rows(catalogue: Catalogue) -> list[Row]:
    """The largest first of what counts the same; what is counted in the order of the alphabet."""
    numbers = {d.id: n for n, d in enumerate(_with_figures(catalogue), 1)}
    rows = [
        _row(statement, one, numbers, catalogue)
        for statement in catalogue.archive.statements.values()
        for one in statement.claim.figures
    ]
    return sorted(rows, key=lambda r: (r.figure.unit.casefold(), -r.size, r.record.published.date))


def _with_figures(catalogue: Catalogue) -> list[Disagreement]:
    """Disagreements that concern a statement with a figure, as the archive orders them."""
    counting = {ref for ref, s in catalogue.archive.statements.items() if s.claim.figures}
    return [d for d in catalogue.archive.disagreements if counting.intersection(d.claims)]


def _row(statement: Statement, one: Figure, numbers: dict[str, int], catalogue: Catalogue) -> Row:
    record = statement.document.record
    trace = catalogue.archive.traces.get(statement.ref)
    origin = trace.origin if trace else record.slug
    place = catalogue.entities.get(one.place or "")
    ends = one.range or ((one.value, one.value) if one.value is not None else (-1.0, -1.0))
    return Row(
        figure=one,
        claim=statement.claim,
        record=record,
        outlet=catalogue.outlet(record),
        amount=amount(one),
        size=ends[0],
        place=place.name if place else "",
        place_file=entity_file(place) if place else "",
        origin=catalogue.origins[origin].publisher if origin in catalogue.origins else "its own report",
        origin_path=origin_file(origin) if origin in catalogue.origins else source_file(origin),
        finding=tuple((f, _mark(f, catalogue)) for f in catalogue.findings_of.get(statement.ref, ())),
        disagreements=tuple((numbers[d.id], d) for d in catalogue.disagreements_of.get(statement.ref, ())),
    )


def _mark(finding: Finding, catalogue: Catalogue) -> str:
    archive = catalogue.archive
    return mark(finding, archive.counts[finding.id], archive.standings.get(finding.id, ()))


def _shown(rows: Sequence[Row]) -> list[Row]:
    """All, or those that others dispute and then those told most often, up to what a page can show."""
    ranked = sorted(rows, key=lambda r: (not r.disagreements, -len(r.finding)))
    return ranked[:SHOWN]


def _picture(rows: Sequence[Row]) -> Markup:
    lines = [_line(row) for row in rows]
    caption = Caption(
        "figures",
        "Reported numbers by size, date and origin",
        "One line for each number as a source reports it: what is counted, the number on a logarithmic "
        "scale, the time that it is about, and its origin. Filled diamonds stand in a disagreement, whose "
        "number follows the sign ≠. The table after the picture holds the same.",
    )
    wide = reported.picture(lines, reported.WIDE, caption)
    slim = reported.picture(lines, reported.NARROW, narrow(caption))
    return figure(wide, slim, past="all")


def _line(row: Row) -> reported.Reported:
    low, high = row.ends or (0, 0)
    since, until = days(row.figure.as_of)
    said = f"{row.amount} {row.figure.unit}, {row.outlet}, {row.record.published.date.text}: {row.claim.text}"
    return reported.Reported(
        counted=row.figure.unit,
        low=low,
        high=high,
        amount=row.amount if len(row.amount) <= _AMOUNT else amount(row.figure.model_copy(update=_BARE)),
        since=since,
        until=until,
        origin=row.outlet if row.origin == "its own report" else row.origin,
        disputes=", ".join(str(n) for n, _ in row.disagreements),
        lead=Lead(address(FIGURES, source_file(row.record.slug), row.claim.id), said),
    )


def days(when: Edtf | None) -> tuple[date, date] | tuple[None, None]:
    """The first and last day that a date may mean; of one with an open end, the day at its other end."""
    if when is None:
        return None, None
    first = when.latest if when.earliest == date.min else when.earliest
    last = when.earliest if when.latest == date.max else when.latest
    return first, last
