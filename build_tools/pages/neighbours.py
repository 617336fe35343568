"""Archive → what comes before and after each source: by date, in its outlet, in its topics.

Computed once for all sources, so that a page costs the same however many there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_tools.model.record import Record
from build_tools.pages.catalogue import Catalogue, entity_file, topic_file


@dataclass(frozen=True, slots=True)
class Way:
    """A series of sources that one source stands in, and its neighbours there."""

    words: str
    """What the series is: a topic, an outlet; empty for all sources by date."""
    file: str
    """The page of it, if there is one."""
    before: Record | None
    after: Record | None


def ways(catalogue: Catalogue) -> dict[str, tuple[Way, ...]]:
    """By slug: first by date, then by outlet and by topic where there is a neighbour."""
    found: dict[str, list[Way]] = {slug: [] for slug in catalogue.records}
    for words, file, slugs in _series(catalogue):
        for slug, before, after in _beside(slugs, catalogue.records):
            if before or after or not words:
                found[slug].append(Way(words, file, before, after))
    return {slug: tuple(along) for slug, along in found.items()}


def _series(catalogue: Catalogue) -> Iterator[tuple[str, str, Sequence[str]]]:
    yield "", "", tuple(catalogue.records)
    outlets: dict[str, list[str]] = {}
    for slug, record in catalogue.records.items():
        outlets.setdefault(record.outlet, []).append(slug)
    for outlet, slugs in outlets.items():
        entity = catalogue.entities.get(outlet)
        yield (entity.name if entity else outlet), (entity_file(entity) if entity else ""), slugs
    for topic in catalogue.archive.topics:
        refs = catalogue.archive.by_topic.get(topic.id, ())
        yield topic.label, topic_file(topic.id), _sources(refs, catalogue.records)


def _sources(refs: Iterable[str], records: Mapping[str, Record]) -> list[str]:
    """The sources of claims, in the order of the archive, which is that of the refs."""
    return [slug for slug in dict.fromkeys(ref.partition("#")[0] for ref in refs) if slug in records]


def _beside(
    slugs: Sequence[str], records: Mapping[str, Record]
) -> Iterator[tuple[str, Record | None, Record | None]]:
    for at, slug in enumerate(slugs):
        before = records[slugs[at - 1]] if at else None
        after = records[slugs[at + 1]] if at + 1 < len(slugs) else None
        yield slug, before, after
