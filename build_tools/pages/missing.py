"""Archive → how lopsided it is, and what is wanted: so that nobody takes its counts for the world."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from build_tools.model.edtf import Edtf
from build_tools.model.evidence import Wanted
from build_tools.model.record import Record
from build_tools.pages.catalogue import MISSING, Catalogue, topic_file
from build_tools.pages.drawings import figure, narrow
from build_tools.pages.figures import days
from build_tools.pages.page import Page
from build_tools.plots import Caption, bars
from build_tools.text.languages import language_name
from build_tools.text.prose import count, sentence

_WIDTH, _SLIM = 620, 344
_BARS = 14
"""Bars in one picture at most; the rest is one bar."""

_LONGEST = 240
"""Months in the picture at most: beyond, columns could not be told apart."""

Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Share:
    """A picture of one property of the sources, with the table behind it."""

    heading: str
    anchor: str
    sentence: str
    picture: Markup | str
    """Empty where the sentence says it all: one value, or as many of each."""
    counts: Counts


@dataclass(frozen=True, slots=True)
class Held:
    """What the archive has on a topic."""

    label: str
    path: str
    statements: int
    sources: int
    origins: int
    wanted: int


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """One page."""
    records = tuple(catalogue.records.values())
    yield Page(
        path=MISSING,
        title="What is missing",
        template="missing",
        description="How lopsided the archive is: outlets, languages, dates of its sources; what is wanted.",
        content={
            "sources": len(records),
            "statements": len(catalogue.archive.statements),
            "months": _months(records) if records else None,
            "shares": list(_shares(records, catalogue)) if records else [],
            "retold": _retold(catalogue),
            "topics": [_held(t.id, t.label, catalogue) for t in catalogue.archive.topics],
            "language_name": language_name,
            "wanted": _wanted(catalogue),
            "wanted_total": len(catalogue.archive.wanted),
        },
    )


def _shares(records: tuple[Record, ...], catalogue: Catalogue) -> Iterator[Share]:
    outlets = _counts(catalogue.outlet(r) for r in records)
    yield _share("Outlets", "outlets", _reach(outlets, "outlet", "from"), outlets)
    languages = _counts(language_name(r.language) for r in records)
    yield _share("Languages", "languages", _reach(languages, "language", "in"), languages)
    kinds = _counts(_kind(r, catalogue) for r in records)
    yield _share("Kinds of outlet", "kinds", _reach(kinds, "kind of outlet", "from", "of one kind:"), kinds)


def _kind(record: Record, catalogue: Catalogue) -> str:
    outlet = catalogue.entities.get(record.outlet)
    return outlet.type if outlet else "not described"


def _counts(values: Iterable[str]) -> Counts:
    """The most frequent first, then by name."""
    return tuple(sorted(Counter(values).items(), key=lambda pair: (-pair[1], pair[0].casefold())))


def _reach(counts: Counts, one: str, of: str, single: str = "") -> str:
    """A sentence on how the sources are spread. `single`: what stands before the one value that all have."""
    total = sum(n for _, n in counts)
    leader, most = counts[0]
    if len(counts) == 1:
        return f"{'All sources are' if total > 1 else 'The one source is'} {single or of} {leader}."
    words = f"{sentence(count(total, 'source'))} {of} {count(len(counts), one)}"
    if most == 1:
        named = ", ".join(name for name, _ in counts) if len(counts) <= _BARS else ""
        return f"{words}, one each{f': {named}' if named else ''}."
    return f"{words}; {most:,} of them, {most / total:.0%}, {of} {leader}."


def _share(heading: str, anchor: str, words: str, counts: Counts) -> Share:
    shown = counts if len(counts) <= _BARS else counts[: _BARS - 1]
    rest = sum(n for _, n in counts) - sum(n for _, n in shown)
    drawn = [bars.Bar(name, number) for name, number in shown]
    drawn += [bars.Bar(f"{len(counts) - len(shown):,} others", rest, marked=False)] if rest else []
    caption = Caption(
        anchor, f"Sources by {heading.lower()}", f"{words} The table after the picture has the counts."
    )
    wide, slim = bars.across(drawn, _WIDTH, caption), bars.across(drawn, _SLIM, narrow(caption))
    picture = figure(wide, slim) if len({n for _, n in counts}) > 1 else ""
    return Share(heading, anchor, words, picture, counts)


@dataclass(frozen=True, slots=True)
class Months:
    """Sources by month of publication."""

    picture: Markup | str
    counts: tuple[tuple[Edtf, int], ...]
    """Months that have a source."""
    first: Edtf
    last: Edtf
    total: int
    """Months from the first to the last."""
    empty: int


def _months(records: tuple[Record, ...]) -> Months:
    found = Counter(f"{_first(r):%Y-%m}" for r in records)
    first, last = min(map(_first, records)), max(map(_first, records))
    total = (last.year - first.year) * 12 + last.month - first.month + 1
    every = [divmod(first.year * 12 + first.month - 1 + n, 12) for n in range(total)]
    counts = [(name, found[name]) for name in (f"{y:04d}-{m + 1:02d}" for y, m in every)]
    empty = sum(1 for _, n in counts if not n)
    about = f"A column for each of {count(total, 'month')}, of which {empty} are empty."
    caption = Caption("months", "Sources by month of publication", about)
    wide, slim = bars.months(counts, _WIDTH, caption), bars.months(counts, _SLIM, narrow(caption))
    picture = figure(wide, slim) if total <= _LONGEST else ""
    full = tuple((Edtf.parse(month), n) for month, n in counts if n)
    return Months(picture, full, full[0][0], full[-1][0], total, empty)


def _first(record: Record) -> date:
    return days(record.published.date)[0] or record.published.date.earliest


@dataclass(frozen=True, slots=True)
class Retold:
    """How much of what the sources say is their own."""

    own: int
    """Statements that a source reports for itself."""
    passed: int
    """Statements that go back to another report."""
    wholly: int
    """Sources without a statement of their own."""
    picture: Markup


def _retold(catalogue: Catalogue) -> Retold | None:
    traces = catalogue.archive.traces
    if not traces:
        return None
    own = [ref for ref, t in traces.items() if t.origin == ref.partition("#")[0]]
    speaking = {ref.partition("#")[0] for ref in own}
    passed = len(traces) - len(own)
    parts = [bars.Bar("from another report", passed), bars.Bar("the source’s own", len(own), marked=False)]
    about = f"{passed} of {len(traces)} statements go back to another report."
    caption = Caption("retold-shares", "Statements by where they come from", about)
    wide, slim = bars.across(parts, _WIDTH, caption), bars.across(parts, _SLIM, narrow(caption))
    return Retold(len(own), passed, len(catalogue.records) - len(speaking), figure(wide, slim))


def _held(topic: str, label: str, catalogue: Catalogue) -> Held:
    refs = catalogue.archive.by_topic.get(topic, ())
    counted = {catalogue.archive.traces[r].counted for r in refs if r in catalogue.archive.traces}
    return Held(
        label=label,
        path=topic_file(topic),
        statements=len(refs),
        sources=len({r.partition("#")[0] for r in refs}),
        origins=len(counted),
        wanted=sum(1 for w in catalogue.archive.wanted if topic in w.topics),
    )


def _wanted(catalogue: Catalogue) -> list[tuple[str, str, list[Wanted]]]:
    """Wanted sources under the first of their topics, by date; those without one at the end."""
    first: dict[str, list[Wanted]] = {}
    for wanted in catalogue.archive.wanted:
        known = [t for t in wanted.topics if t in catalogue.topics]
        first.setdefault(known[0] if known else "", []).append(wanted)
    groups = [(t.label, t.id, _by_date(first[t.id])) for t in catalogue.archive.topics if t.id in first]
    return [*groups, *([("Other", "other", _by_date(first[""]))] if "" in first else [])]


def _by_date(wanted: Iterable[Wanted]) -> list[Wanted]:
    return sorted(
        wanted, key=lambda w: (w.published is None, str(w.published.date) if w.published else "", w.title)
    )
