"""All sources → how they are spread over months, outlets and languages, how much is retold; with pictures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_tools.index import Index
from build_tools.model.checking import CheckState
from build_tools.model.edtf import Edtf
from build_tools.model.record import Record
from build_tools.pages.drawings import Drawing, make_drawing, rename_narrow
from build_tools.pages.wording_pairs import per_cent
from build_tools.plots import Caption, bar_charts
from build_tools.text.english import capitalise, count_noun
from build_tools.text.languages import language_name
from build_tools.text.terminal import join_with_and
from build_tools.text.written_dates import write_date

_WIDTH, _SLIM = 620, 344
"""Pixels of the wide and of the narrow picture."""
_BARS = 14
"""Bars in one picture at most; the rest is one bar."""
_LONGEST = 240
"""Months in the picture at most: beyond, columns could not be told apart."""
_NAMED = 5
"""Months with a source that are still named one by one."""

ValueCounts = tuple[tuple[str, int], ...]
"""Values and how many sources have them, the most frequent first."""


@dataclass(frozen=True, slots=True)
class SourceMonths:
    """Sources by month of publication."""

    sentence: str
    picture: Drawing | None
    """Empty where it would be too long."""


@dataclass(frozen=True, slots=True)
class SourceShare:
    """How the sources are spread over the values of one property."""

    heading: str
    anchor: str
    sentence: str
    picture: Drawing | None
    """Empty where the sentence says it all: one value, or as many of each."""
    counts: ValueCounts


@dataclass(frozen=True, slots=True)
class RetoldShare:
    """How much of what the sources say is their own."""

    sentence: str
    picture: Drawing


def count_months(records: Sequence[Record], period: Edtf | None) -> SourceMonths:
    """Every month of the period that the archive is about, and from the first source to the last.

    Those without a source are among them: an archive that measured between its own sources alone would not
    see how much of its subject it lacks.
    """
    days = [record.published.date.span[0] for record in records]
    sources_of = Counter(_name_month(day.year, day.month) for day in days)
    bounds = [*days, *(period.bounds if period else ())]
    first, last = min(bounds), max(bounds)
    # in months from year 0, so that no year needs to be looked at by itself
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    empty = len(numbers) - len(sources_of)
    about = f"A column for each of {count_noun(len(numbers), 'month')}, of which {empty} are empty."
    caption = Caption("months", "Sources by month of publication", about)
    picture = None
    # of ten thousand years each month has a number, and few have a name
    if len(numbers) <= _LONGEST:
        names = (_name_month(number // 12, number % 12 + 1) for number in numbers)
        picture = _draw_months([(name, sources_of[name]) for name in names], caption)
    ends = (_name_month(first.year, first.month), _name_month(last.year, last.month))
    return SourceMonths(_tell_months(sources_of, ends, len(numbers), declared=period is not None), picture)


def _draw_months(counts: Sequence[tuple[str, int]], caption: Caption) -> Drawing:
    return make_drawing(
        bar_charts.plot_months(counts, _WIDTH, caption),
        bar_charts.plot_months(counts, _SLIM, rename_narrow(caption)),
    )


def _name_month(year: int, month: int) -> str:
    return f"{year:04d}-{month:02d}"


def _tell_months(sources_of: Mapping[str, int], ends: tuple[str, str], number: int, *, declared: bool) -> str:
    """`declared`: whether the months are those that the archive says that it is about."""
    first, last = (write_date(Edtf.parse(month)) for month in ends)
    filled = sorted(sources_of.items())
    if number == 1:
        return f"All that is told here comes from {first} ({count_noun(filled[0][1], 'source')})."
    empty = number - len(filled)
    about = ", which the archive is about," if declared else ","
    words = (
        f"Of the {count_noun(number, 'month')} from {first} to {last}{about} {empty or 'none'} "
        f"{'has' if empty == 1 else 'have'} no source"
    )
    if len(filled) > _NAMED:
        return f"{words}."
    named = (f"{write_date(Edtf.parse(month))} ({count_noun(held, 'source')})" for month, held in filled)
    return f"{words}: all that is told here comes from {join_with_and(named)}."


def measure_shares(records: Sequence[Record], index: Index) -> Iterator[SourceShare]:
    """By outlet, language and kind of outlet."""
    outlets = _count_values(index.name_outlet(record) for record in records)
    yield _make_share("Outlets", "outlets", _tell_spread(outlets, ("outlet", "outlets"), "from"), outlets)
    languages = _count_values(language_name(record.language) for record in records)
    spread = _tell_spread(languages, ("language", "languages"), "in")
    yield _make_share("Languages", "languages", spread, languages)
    described = (index.entities.get(record.outlet) for record in records)
    kinds = _count_values(outlet.type if outlet else "not described" for outlet in described)
    spread = _tell_spread(kinds, ("kind of outlet", "kinds of outlet"), "from", "of one kind:")
    yield _make_share("Kinds of outlet", "kinds", spread, kinds)


def measure_checks(records: Sequence[Record]) -> SourceShare:
    """How many records somebody else than their authors has held against the source, and stands for now."""
    states = Counter(record.check_state for record in records)
    counts = tuple((state.value, states[state]) for state in CheckState if states[state])
    return _make_share("Checks", "checks", _tell_checks(states, len(records)), counts)


def _tell_checks(states: Counter[CheckState], total: int) -> str:
    standing, changed, none = (states[state] for state in CheckState)
    of = f"of the {count_noun(total, 'record')}" if total > 1 else "of the one record"
    if none == total:
        return f"None {of} has been held against its source by a second person yet."
    words = (
        f"{standing or 'None'} {of} {'have' if standing > 1 else 'has'} been checked and not changed since"
    )
    if changed:
        words += f"; {changed:,} {'has' if changed == 1 else 'have'} changed since"
    return f"{words}; {none:,} {'has' if none == 1 else 'have'} not been checked." if none else f"{words}."


def _count_values(values: Iterable[str]) -> ValueCounts:
    """The most frequent first, then by name."""
    return tuple(sorted(Counter(values).items(), key=lambda pair: (-pair[1], pair[0].casefold(), pair[0])))


def _tell_spread(counts: ValueCounts, names: tuple[str, str], of: str, single: str = "") -> str:
    """A sentence on how the sources are spread. `single`: what stands before a value that many have."""
    total = sum(number for _, number in counts)
    leader, most = counts[0]
    if len(counts) == 1:
        return f"{'All sources are' if total > 1 else 'The one source is'} {single or of} {leader}."
    words = f"{capitalise(count_noun(total, 'source'))} {of} {count_noun(len(counts), *names)}"
    if most == 1:
        named = ", ".join(name for name, _ in counts) if len(counts) <= _BARS else ""
        return f"{words}, one each{f': {named}' if named else ''}."
    return f"{words}; {most:,} of them, {per_cent(most / total)}, {single or of} {leader}."


def _make_share(heading: str, anchor: str, words: str, counts: ValueCounts) -> SourceShare:
    shown = counts if len(counts) <= _BARS else counts[: _BARS - 1]
    rest = sum(number for _, number in counts) - sum(number for _, number in shown)
    drawn = [bar_charts.Bar(name, number) for name, number in shown]
    drawn += [bar_charts.Bar(f"{len(counts) - len(shown):,} others", rest, marked=False)] if rest else []
    about = f"{words} The table after the picture has the counts."
    caption = Caption(anchor, f"Sources by {heading.lower()}", about)
    differ = len({number for _, number in counts}) > 1
    return SourceShare(heading, anchor, words, _draw_bars(drawn, caption) if differ else None, counts)


def _tell_wholly(wholly: int) -> str:
    if not wholly:
        return "every source has a statement"
    return f"{count_noun(wholly, 'source')} {'has' if wholly == 1 else 'have'} no statement"


def measure_retold(records: Sequence[Record], index: Index) -> RetoldShare | None:
    """Which statements begin in another report; None where there is no statement."""
    origins = [(ref.slug, trace.origin) for ref, trace in index.traces.items()]
    if not origins:
        return None
    own = [slug for slug, origin in origins if slug == origin]
    passed, wholly = len(origins) - len(own), len(records) - len(set(own))
    words = (
        f"{passed:,} of {count_noun(len(origins), 'statement')} go back to a report other than the source in"
        f" which they stand; {_tell_wholly(wholly)} of {'their' if wholly > 1 else 'its'} own. "
        "Reports on one page of this archive are therefore"
        " seldom as many witnesses."
    )
    parts = [
        bar_charts.Bar("from another report", passed),
        bar_charts.Bar("the source’s own", len(own), marked=False),
    ]
    about = f"{passed:,} of {count_noun(len(origins), 'statement')} go back to another report."
    return RetoldShare(
        words, _draw_bars(parts, Caption("retold-shares", "Statements by where they come from", about))
    )


def _draw_bars(drawn: Sequence[bar_charts.Bar], caption: Caption) -> Drawing:
    wide, slim = (
        bar_charts.plot_bars(drawn, _WIDTH, caption),
        bar_charts.plot_bars(drawn, _SLIM, rename_narrow(caption)),
    )
    return make_drawing(wide, slim)
