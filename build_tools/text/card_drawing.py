"""What a card draws below its words, by kind: bars, reports joined to their origins, numbers on a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.model.archive import Count
from build_tools.model.evidence import Finding
from build_tools.model.record import Figure
from build_tools.text.english import count_noun


@dataclass(frozen=True, slots=True)
class BarRow:
    """A bar for each of some things, as tall as it has statements."""

    counts: tuple[int, ...]
    noun: str
    """What a bar stands for: `paragraph`, `report`."""

    def describe(self) -> str:
        """For those who do not see it."""
        stated = sum(1 for count in self.counts if count)
        every = f"a bar for each of {count_noun(len(self.counts), self.noun)}"
        if stated == len(self.counts):
            return f"Below, {every}, as tall as it has statements."
        return f"Below, {every}, {stated} of them with statements."


@dataclass(frozen=True, slots=True)
class JoinedReport:
    """One report and the dots that it is joined to."""

    dots: tuple[int, ...]
    """Numbers of origins, from 0; none where nobody knows what it goes back to."""
    is_sure: bool


@dataclass(frozen=True, slots=True)
class JoinedRow:
    """A bar for each report, joined to a dot for each independent origin: two reports may have one dot."""

    reports: tuple[JoinedReport, ...]
    dots: int

    def describe(self) -> str:
        """For those who do not see it."""
        bars = f"Below, {count_noun(len(self.reports), 'bar')}, one for each report"
        if not self.dots:
            return f"{bars}."
        return f"{bars}, joined to {count_noun(self.dots, 'dot')}, one for each independent origin."


@dataclass(frozen=True, slots=True)
class NumberLine:
    """Numbers of one thing as dots on a line that begins at nought."""

    values: tuple[float, ...]
    """Two at least, the least first; none below nought."""

    def describe(self) -> str:
        """For those who do not see it."""
        return f"Below, {count_noun(len(self.values), 'dot')} on a line from 0 to {max(self.values):,}."


CardDrawing = BarRow | JoinedRow | NumberLine


def join_reports(finding: Finding, counted: Count) -> JoinedRow:
    """The reports of a finding with the origins that are counted; an editor's decision goes before ours."""
    decided = finding.decision.origins if finding.decision else len(counted.origins)
    if decided == 1:
        return JoinedRow(tuple(JoinedReport((0,), report.is_sure) for report in counted.traced), 1)
    if decided != len(counted.origins):
        # the decision says how many there are, and not which report goes back to which
        return JoinedRow(tuple(JoinedReport((), is_sure=True) for _ in counted.traced), 0)
    numbers = {name: number for number, name in enumerate(counted.origins)}
    reports = (JoinedReport(tuple(numbers[n] for n in r.origins), r.is_sure) for r in counted.traced)
    # in the order of their dots, so that few lines cross
    return JoinedRow(tuple(sorted(reports, key=lambda report: (not report.dots, report.dots))), decided)


def place_on_line(figures: Iterable[Figure]) -> NumberLine | None:
    """The numbers of the unit that most figures have; None where no two of them differ."""
    known = [figure for figure in figures if figure.vague is None]
    units = Counter(figure.unit for figure in known)
    for unit, _ in units.most_common(1):
        values = {end for figure in known if figure.unit == unit for end in (figure.range or (figure.value,))}
        numbers = tuple(sorted(float(value) for value in values if value is not None))
        # a line from nought has no place for less
        if len(numbers) > 1 and numbers[0] >= 0:
            return NumberLine(numbers)
    return None
