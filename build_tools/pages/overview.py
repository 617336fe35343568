"""Archive → its shape at a glance, for a hand-written page: sources over time, topics, findings by status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.index import Index
from build_tools.pages.addresses import FINDINGS_ADDRESS, SOURCES_ADDRESS, topic_address
from build_tools.text.english import capitalise, count_noun

MOST_TOPICS_SHOWN = 5
"""Topics shown at most: those with the most statements."""
MOST_YEARS_SHOWN = 100
"""Where there are more from the first to the last, only those with a source are shown."""


@dataclass(frozen=True, slots=True)
class ShapeBar:
    """One line: what is counted, how many, and how long its bar is."""

    words: str
    number: str
    share: int
    """Of the longest bar, in hundredths."""
    choice: str
    """What Explore is narrowed to in HTML: `topic=…`; empty where it would find nothing."""
    address: str
    """Of the page that tells more, for Markdown, where no page can be narrowed."""


@dataclass(frozen=True, slots=True)
class ShapeSide:
    """One side of the archive."""

    title: str
    counted: str
    """What the numbers count, and how many there are: `137 statements`."""
    bars: tuple[ShapeBar, ...]


@dataclass(frozen=True, slots=True)
class ShapeView:
    """All sides that there is anything on; none while the archive has no source."""

    sides: tuple[ShapeSide, ...]


CountedLine = tuple[str, int, str, str]
"""Words, number, choice, address."""


def make_shape_view(index: Index) -> ShapeView:
    """The archive's shape."""
    findings = sum(len(names) for names in index.findings_of_status.values())
    sides = (
        ShapeSide("Published in", count_noun(len(index.records), "source"), _draw_bars(_count_years(index))),
        ShapeSide("Topic", count_noun(len(index.statements), "statement"), _draw_bars(_rank_topics(index))),
        ShapeSide("Status", count_noun(findings, "finding"), _draw_bars(_count_statuses(index))),
    )
    return ShapeView(tuple(side for side in sides if side.bars))


def _draw_bars(counted: Iterable[CountedLine]) -> tuple[ShapeBar, ...]:
    every = tuple(counted)
    # an archive of zeros must not divide by zero
    most = max((number for _, number, _, _ in every), default=0) or 1
    return tuple(
        ShapeBar(words, f"{number:,}", round(100 * number / most), choice if number else "", address)
        for words, number, choice, address in every
    )


def _count_years(index: Index) -> Iterator[CountedLine]:
    """Every year from the first to the last, the empty ones among them: a gap is a part of the shape."""
    dates = (record.published.date for record in index.records.values())
    # a date whose end is open lasts to the end of all years, and stands in none
    counts = Counter(when.latest.year for when in dates if when.end)
    every = range(min(counts), max(counts) + 1) if counts else range(0)
    for year in every if len(every) <= MOST_YEARS_SHOWN else sorted(counts):
        yield f"{year:04}", counts[year], f"year={year:04}", SOURCES_ADDRESS


def _rank_topics(index: Index) -> list[CountedLine]:
    numbers = ((topic, len(index.claims_of_topic.get(topic.id, ()))) for topic in index.topics.values())
    counted = [(t.label, n, f"topic={t.id}", topic_address(t.id)) for t, n in numbers if n]
    return sorted(counted, key=lambda row: (-row[1], row[0]))[:MOST_TOPICS_SHOWN]


def _count_statuses(index: Index) -> Iterator[CountedLine]:
    """By the primary status of each; those that need caution first."""
    for status, names in index.findings_of_status.items():
        yield capitalise(status), len(names), f"status={status.replace(' ', '-')}", FINDINGS_ADDRESS
