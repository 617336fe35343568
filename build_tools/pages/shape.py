"""Archive → its shape at a glance, for a hand-written page: sources over time, topics, findings by status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.model.archive import Status
from build_tools.pages.catalogue import EXPLORE, Catalogue
from build_tools.pages.render import fragment
from build_tools.text.prose import count

TOPICS = 5
"""Topics shown at most: those with the most statements."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One line: what is counted, how many, and how long its bar is."""

    words: str
    number: int
    share: int
    """Of the longest bar, in hundredths."""
    choice: str
    """What Explore is narrowed to: `topic=…`."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of the archive."""

    title: str
    counted: str
    """What the numbers count, and how many there are: `137 statements`."""
    bars: tuple[Bar, ...]


def shape(catalogue: Catalogue, here: str) -> str:
    """HTML for the page `here`, a path below docs/; empty while the archive has no source."""
    if not catalogue.records:
        return ""
    archive = catalogue.archive
    sides = (
        Side("Published in", count(len(catalogue.records), "source"), _bars(_years(catalogue))),
        Side("Topic", count(len(archive.statements), "statement"), _bars(_topics(catalogue))),
        Side("Status", count(len(archive.findings), "finding"), _bars(_statuses(catalogue))),
    )
    return fragment("shape", here, {"sides": [side for side in sides if side.bars], "explore": EXPLORE})


def _bars(counts: Iterable[tuple[str, int, str]]) -> tuple[Bar, ...]:
    counts = tuple(counts)
    most = max((number for _, number, _ in counts), default=0) or 1
    return tuple(Bar(words, number, round(100 * number / most), choice) for words, number, choice in counts)


def _years(catalogue: Catalogue) -> list[tuple[str, int, str]]:
    """Every year from the first to the last, the empty ones among them: a gap is a part of the shape."""
    dates = [r.published.date for r in catalogue.records.values()]
    counts = Counter(when.latest.year for when in dates if when.latest.year < 9999)  # noqa: PLR2004 - open end
    if not counts:
        return []
    return [(str(year), counts[year], f"year={year}") for year in range(min(counts), max(counts) + 1)]


def _topics(catalogue: Catalogue) -> list[tuple[str, int, str]]:
    archive = catalogue.archive
    counted = [(t.label, len(archive.by_topic.get(t.id, ())), f"topic={t.id}") for t in archive.topics]
    return sorted((c for c in counted if c[1]), key=lambda c: (-c[1], c[0]))[:TOPICS]


def _statuses(catalogue: Catalogue) -> list[tuple[str, int, str]]:
    """By the primary status of each; those that need caution first."""
    counts = Counter(standings[0].status for standings in catalogue.archive.standings.values())
    named = [(s.value.capitalize(), counts[s], f"status={s.value.replace(' ', '-')}") for s in Status]
    return [one for one in named if one[1]]
