"""Something with a date → what the timeline says of it, in its list and in its picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from build_tools.index import Index
from build_tools.index.long_lists import TimelineEntry
from build_tools.model.base import ClaimRef
from build_tools.model.edtf import Edtf
from build_tools.model.record import Basis, Published
from build_tools.pages.addresses import entity_address, origin_address, source_address
from build_tools.pages.inline import Inline
from build_tools.pages.report_chains import name_origin
from build_tools.text.attribution_words import tell_day_inferred
from build_tools.text.english import passage_name

_KINDS = {
    "source": "Source",
    "origin": "Origin",
    "happening": "Event or law",
    "event": "Statement",
    "figure": "Figure",
}


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """Something with a date."""

    when: Edtf
    doubted: bool
    anchor: str
    """`m2022-08`, where its month begins; else empty."""
    kind: str
    """For readers."""
    words: str
    language: str
    """Of the words; empty for the archive's own."""
    topics: str
    """Labels of a statement's topics; empty for a publication."""
    where: Inline
    """The page that it leads to: `HNGN ¶ 3`."""


def anchor_month(month: str) -> str:
    """The place in the list where a month begins."""
    return f"m{month}"


def make_timeline_row(entry: TimelineEntry, index: Index, anchor: str = "") -> TimelineRow:
    """What is said of it."""
    make = _MAKERS.get(entry.kind, _make_statement_row)
    return make(entry, anchor, index)


def _make_origin_row(entry: TimelineEntry, anchor: str, index: Index) -> TimelineRow:
    origin = index.origins[entry.key]
    return TimelineRow(
        when=entry.when,
        doubted=_is_doubted(origin.published),
        anchor=anchor,
        kind=_KINDS[entry.kind],
        words=_end_sentence(name_origin(origin)),
        language="",
        topics="",
        where=Inline(origin.publisher, origin_address(origin.id)),
    )


def _make_source_row(entry: TimelineEntry, anchor: str, index: Index) -> TimelineRow:
    record = index.records[entry.key]
    return TimelineRow(
        when=entry.when,
        doubted=_is_doubted(record.published),
        anchor=anchor,
        kind=_KINDS[entry.kind],
        words=_end_sentence(record.title),
        language=record.language,
        topics="",
        where=Inline(index.name_outlet(record), source_address(record.slug)),
    )


def _make_statement_row(entry: TimelineEntry, anchor: str, index: Index) -> TimelineRow:
    statement = index.statements[ClaimRef(entry.key)]
    claim, record = statement.claim, statement.record
    place = f"{index.name_outlet(record)} {passage_name(claim.passage)}"
    inferred = tell_day_inferred(claim)
    return TimelineRow(
        when=entry.when,
        doubted=bool(inferred) or entry.when.approximate or entry.when.uncertain,
        anchor=anchor,
        kind=_KINDS[entry.kind],
        words=f"{claim.text} (Date {inferred.rstrip('.')}.)" if inferred else claim.text,
        language="",
        topics=", ".join(topic.label for name in claim.topics if (topic := index.topics.get(name))),
        where=Inline(place, source_address(record.slug), claim.id),
    )


def _make_entity_row(entry: TimelineEntry, anchor: str, index: Index) -> TimelineRow:
    entity = index.entities[entry.key]
    basis = f" Dated {entity.date_basis}." if entity.date_basis else ""
    return TimelineRow(
        when=entry.when,
        doubted=bool(entity.date_basis) or entry.when.approximate or entry.when.uncertain,
        anchor=anchor,
        kind=_KINDS[entry.kind],
        words=f"{_end_sentence(entity.name)}{basis}",
        language="",
        topics="",
        where=Inline(entity.name, entity_address(entity)),
    )


_MAKERS: Mapping[str, Callable[[TimelineEntry, str, Index], TimelineRow]] = MappingProxyType(
    {"origin": _make_origin_row, "source": _make_source_row, "happening": _make_entity_row}
)
"""Kind of entry → what makes its row; all others are statements."""


def _is_doubted(published: Published | None) -> bool:
    if published is None:
        return False
    return published.basis is Basis.INFERRED or published.date.approximate or published.date.uncertain


def _end_sentence(title: str) -> str:
    """A title as a sentence among sentences: with the stop that it may have already."""
    return title if title.endswith((".", "?", "!", "…")) else f"{title}."
