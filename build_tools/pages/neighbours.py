"""A source → what comes before and after it: by date, in its outlet, in its topics.

The series are known to the index, so that a page costs the same however many sources there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.index import Index
from build_tools.model.record import Record
from build_tools.pages.addresses import entity_address, topic_address
from build_tools.pages.inline import Inline
from build_tools.text.written_dates import write_date


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A source beside another one in a series."""

    record: Record
    words: str
    """Outlet and day."""


@dataclass(frozen=True, slots=True)
class SourceSeries:
    """A series of sources that one source stands in, and its neighbours there."""

    name: Inline
    """What the series is: a topic, an outlet, with its page; no words for all sources by date."""
    before: Neighbour | None
    after: Neighbour | None


@dataclass(frozen=True, slots=True)
class Neighbours:
    """All series of a source."""

    by_date: SourceSeries
    along: tuple[SourceSeries, ...]
    """By outlet and by topic, where there is a neighbour."""


def find_neighbours(record: Record, index: Index) -> Neighbours:
    """The neighbours of a source."""
    beside = index.neighbours[record.slug]
    outlet = index.entities.get(record.outlet)
    name = Inline(outlet.name, entity_address(outlet)) if outlet else Inline(record.outlet)
    series = [_make_series(name, beside[f"outlet-{record.outlet}"], index)]
    # asked of the index, which knows broader topics too, and not of the record
    series += [
        _make_series(Inline(topic.label, topic_address(topic.id)), beside[f"topic-{topic.id}"], index)
        for topic in index.list_topics(_list_topics_of(beside))
    ]
    by_date = _make_series(Inline(""), beside["date"], index)
    return Neighbours(by_date, tuple(s for s in series if s.before or s.after))


def _list_topics_of(series: Iterable[str]) -> Iterator[str]:
    return (name.removeprefix("topic-") for name in series if name.startswith("topic-"))


def _make_series(name: Inline, beside: tuple[str, str], index: Index) -> SourceSeries:
    before, after = beside
    return SourceSeries(name, _find_neighbour(before, index), _find_neighbour(after, index))


def _find_neighbour(slug: str, index: Index) -> Neighbour | None:
    if not slug:
        return None
    record = index.records[slug]
    return Neighbour(record, f"{index.name_outlet(record)}, {write_date(record.published.date)}")
