"""Archive → one line of time: when reports came out, and when what they tell of took place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from build_tools.model.edtf import Edtf
from build_tools.model.record import Basis, Claim, Published
from build_tools.pages.catalogue import TIMELINE, Catalogue, origin_file, source_file
from build_tools.pages.drawings import address, figure, narrow
from build_tools.pages.figures import days
from build_tools.pages.origins import name
from build_tools.pages.page import Page
from build_tools.pages.render import foreign
from build_tools.plots import Caption, Lead, timeline
from build_tools.text.dates import in_words
from build_tools.text.prose import count, passage_name

SHOWN = 400
"""Marks in the picture at most. Beyond, it shows how many statements each topic has for each month."""

_ORIGINS, _SOURCES = "Origins published", "Sources published"

_FIXED = "\u00a0"
"""A space at which no line ends."""

_KINDS = {"held": "Source", "origin": "Origin", "event": "Event", "figure": "Figure"}


@dataclass(frozen=True, slots=True)
class Entry:
    """Something with a date."""

    when: Edtf
    mark: str
    """`held`, `origin`, `event` or `figure`: see `plots.timeline`."""
    words: str
    path: str
    """The file of the page that it leads to."""
    anchor: str
    where: str
    """What the link says: `HNGN ¶ 3`."""
    rows: tuple[str, ...]
    """Lines of the picture that it stands in: topics' labels."""
    doubted: bool
    language: str = ""
    """Of the words, where that is not the archive's own."""

    @property
    def kind(self) -> str:
        """For readers."""
        return _KINDS[self.mark]

    @property
    def month(self) -> str:
        """`2022-08`: the month in which it may begin."""
        return f"{(days(self.when)[0] or self.when.earliest):%Y-%m}"


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """One page."""
    entries = _entries(catalogue)
    seen: set[str] = set()
    rows = []
    for entry in entries:
        rows.append((entry, "" if entry.month in seen else f"m{entry.month}"))
        seen.add(entry.month)
    undated = sum(1 for s in catalogue.archive.statements.values() if when(s.claim) is None)
    yield Page(
        path=TIMELINE,
        title="Timeline",
        template="timeline",
        description="Events and publications by date, with how sure each date is.",
        content={
            "rows": rows,
            "picture": _picture(entries, catalogue) if entries else "",
            "gathered": sum(len(e.rows) for e in entries) > SHOWN,
            "undated": undated,
        },
        wide=True,
    )


def when(claim: Claim) -> Edtf | None:
    """The date of what the claim tells: its own, or the one date that all its figures have."""
    if claim.when:
        return claim.when
    dates = {f.as_of for f in claim.figures if f.as_of}
    return dates.pop() if len(dates) == 1 else min(dates, default=None)


def _entries(catalogue: Catalogue) -> list[Entry]:
    """By date; at the same date publications first, then in the archive's order."""
    found = [*_publications(catalogue), *_statements(catalogue)]
    return sorted(found, key=lambda e: (days(e.when), e.when))


def _publications(catalogue: Catalogue) -> Iterator[Entry]:
    for origin in catalogue.archive.origins:
        if origin.published and origin.id not in catalogue.records:
            yield Entry(
                when=origin.published.date,
                mark="origin",
                words=_closed(name(origin)),
                path=origin_file(origin.id),
                anchor="",
                where=origin.publisher,
                rows=(_ORIGINS,),
                doubted=_doubted(origin.published),
            )
    for record in catalogue.records.values():
        yield Entry(
            when=record.published.date,
            mark="held",
            words=_closed(record.title),
            path=source_file(record.slug),
            anchor="",
            where=catalogue.outlet(record),
            rows=(_SOURCES,),
            doubted=_doubted(record.published),
            language=record.language if foreign(record) else "",
        )


def _closed(title: str) -> str:
    """A title as a sentence among sentences: with the stop that it may have already."""
    return title if title.endswith((".", "?", "!", "…")) else f"{title}."


def _doubted(published: Published) -> bool:
    date = published.date
    return published.basis is Basis.INFERRED or date.approximate or date.uncertain


def _statements(catalogue: Catalogue) -> Iterator[Entry]:
    labels = {t.id: t.label for t in catalogue.archive.topics}
    for statement in catalogue.archive.statements.values():
        claim, record = statement.claim, statement.document.record
        date = when(claim)
        if date is not None:
            yield Entry(
                when=date,
                mark="event" if claim.when else "figure",
                words=claim.text,
                path=source_file(record.slug),
                anchor=claim.id,
                where=f"{catalogue.outlet(record)} {passage_name(claim.passage).replace(' ', _FIXED)}",
                rows=tuple(labels[t] for t in claim.topics if t in labels),
                doubted=date.approximate or date.uncertain,
            )


def _picture(entries: Sequence[Entry], catalogue: Catalogue) -> Markup:
    moments = [m for e in entries for m in _moments(e)]
    if len(moments) > SHOWN:
        moments = _gathered(moments)
    rows = [_ORIGINS, _SOURCES, *(t.label for t in catalogue.archive.topics)]
    caption = Caption(
        "timeline",
        "Publications and dated statements",
        "Time runs from left to right. The first lines are reports as they came out, the others statements "
        "by topic. A bar covers all days that a date may mean. The list after the picture holds the same.",
    )
    wide = timeline.picture(rows, moments, timeline.WIDE, caption)
    slim = timeline.picture(rows, moments, timeline.NARROW, narrow(caption))
    return figure(wide, slim, past="all")


def _moments(entry: Entry) -> Iterator[timeline.Moment]:
    since, until = days(entry.when)
    if since is None or until is None:
        return
    label = f"{in_words(entry.when)}, {entry.where}: {entry.words}"
    lead = Lead(address(TIMELINE, entry.path, entry.anchor), label)
    for row in entry.rows:
        yield timeline.Moment(row, since, until, entry.doubted, entry.mark, lead)


def _gathered(moments: Sequence[timeline.Moment]) -> list[timeline.Moment]:
    """One mark for what a line has in a month, as large as there is much of it; it leads to the list."""
    numbers = Counter((m.row, m.since.replace(day=1), m.mark) for m in moments)
    first = {(m.row, m.since.replace(day=1), m.mark): m for m in reversed(moments)}
    return [
        replace(
            first[key],
            since=key[1],
            until=key[1],
            doubted=False,
            weight=number,
            lead=Lead(f"#m{key[1]:%Y-%m}", f"{key[0]}, {key[1]:%Y-%m}: {count(number, 'entry', 'entries')}"),
        )
        for key, number in sorted(numbers.items())
    ]
