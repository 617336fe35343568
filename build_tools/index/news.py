"""Archive → what came in, changed or was withdrawn, by day; and which notes correct a source.

Only days that entries give of themselves are told: the day of a build would make all new with every build.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from build_tools.model.archive import Archive
from build_tools.model.dated import DatedEntry
from build_tools.model.packed_documents import collect_records
from build_tools.model.record import NoteKind


class NewsKind(StrEnum):
    """What an entry of the news is about."""

    SOURCE = "source"
    FINDING = "finding"
    DISAGREEMENT = "disagreement"
    PAGE = "page"
    """Any other that was withdrawn."""


class NewsAct(StrEnum):
    """What became of it on that day."""

    ADDED = "added"
    CHANGED = "changed"
    RECAPTURED = "captured again"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


class NewsEntry(NamedTuple):
    """One thing on one day."""

    day: str
    """As EDTF."""
    act: NewsAct
    kind: NewsKind
    id: str
    """Of a page that was withdrawn, its address; but of a finding its id."""
    number: int = 0
    """Of what was corrected or captured again: its place among errata or earlier captures, from 0."""


class CorrectionRef(NamedTuple):
    """A note of kind *correction*."""

    slug: str
    number: int
    """Its place among the notes of the record, from 0."""


def list_news(archive: Archive) -> tuple[NewsEntry, ...]:
    """The newest day first; within a day what was added, then changed, corrected, withdrawn."""
    entries = [*_list_dated(archive), *_list_withdrawn(archive)]
    acts, kinds = tuple(NewsAct), tuple(NewsKind)
    entries.sort(key=lambda entry: (acts.index(entry.act), kinds.index(entry.kind)))
    # sorting is stable: within a day all stays in this order
    entries.sort(key=lambda entry: entry.day, reverse=True)
    return tuple(entries)


def _list_dated(archive: Archive) -> Iterator[NewsEntry]:
    for record in collect_records(archive.documents):
        yield from _list_days(record, NewsKind.SOURCE, record.slug)
        for number, earlier in enumerate(record.earlier):
            day = str(earlier.replaced)
            yield NewsEntry(day, NewsAct.RECAPTURED, NewsKind.SOURCE, record.slug, number)
    for finding in archive.findings:
        yield from _list_days(finding, NewsKind.FINDING, finding.id)
    for disagreement in archive.disagreements:
        yield from _list_days(disagreement, NewsKind.DISAGREEMENT, disagreement.id)


def _list_days(told: DatedEntry, kind: NewsKind, name: str) -> Iterator[NewsEntry]:
    if told.added:
        yield NewsEntry(str(told.added), NewsAct.ADDED, kind, name)
    corrected = {str(erratum.day) for erratum in told.errata}
    # where an erratum tells all that changed on that day, once is enough
    if told.changed and told.changed != told.added and (told.change or str(told.changed) not in corrected):
        yield NewsEntry(str(told.changed), NewsAct.CHANGED, kind, name)
    for number, erratum in enumerate(told.errata):
        yield NewsEntry(str(erratum.day), NewsAct.CORRECTED, kind, name, number)


def _list_withdrawn(archive: Archive) -> Iterator[NewsEntry]:
    for withdrawn in archive.withdrawn:
        yield NewsEntry(str(withdrawn.withdrawn), NewsAct.WITHDRAWN, NewsKind.FINDING, withdrawn.id)
    for moved in archive.moved:
        if moved.reason:
            kind = _KINDS.get(moved.old.partition("/")[0], NewsKind.PAGE)
            yield NewsEntry(str(moved.day), NewsAct.WITHDRAWN, kind, moved.old)


_KINDS = {"sources": NewsKind.SOURCE, "disagreements": NewsKind.DISAGREEMENT}
"""By the first part of an address."""


def list_own_corrections(archive: Archive) -> tuple[NewsEntry, ...]:
    """What the archive itself had wrong and put right, the newest first."""
    return tuple(entry for entry in list_news(archive) if entry.act is NewsAct.CORRECTED)


def list_marked_mistakes(archive: Archive) -> tuple[CorrectionRef, ...]:
    """By date of the source, then in the order of its notes."""
    return tuple(
        CorrectionRef(record.slug, number)
        for record in collect_records(archive.documents)
        for number, note in enumerate(record.notes)
        if note.kind is NoteKind.CORRECTION
    )
