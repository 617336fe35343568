"""Documents + indexes → what each source has in common with others, the closest first.

What two sources share counts by its rarity: a village named by two sources binds them; a country that all
name hardly does. Sources are paired through what they share, never all with all, so that the time taken
grows with the material and not with its square.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from itertools import permutations

from build_tools.model.archive import Document, Shared
from build_tools.model.evidence import Finding

Keys = Mapping[str, tuple[str, ...]]
"""Slugs of the sources, by the id of what they share."""

COMMON = 64
"""What more sources than this share does not pair them by itself: it would pair nearly all with all."""

CLOSEST = 24
"""How many others a source is shown with at most."""


def _list_sources(refs: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ref.partition("#")[0] for ref in refs))


def weigh_rarity(sources: int, total: int) -> float:
    """How much a thing in `sources` of `total` sources binds two of them: positive, less for common ones."""
    return math.log((total + 1) / sources)


def _find_neighbours(kinds: Iterable[Keys]) -> dict[str, set[str]]:
    """By slug, the sources that share something not too common with it."""
    found: dict[str, set[str]] = {}
    for keys in kinds:
        for slugs in keys.values():
            if len(slugs) <= COMMON:
                for one, other in permutations(slugs, 2):
                    found.setdefault(one, set()).add(other)
    return found


def _group_keys(keys: Keys) -> dict[str, set[str]]:
    """The keys of each source."""
    held: dict[str, set[str]] = {}
    for key, slugs in keys.items():
        for slug in slugs:
            held.setdefault(slug, set()).add(key)
    return held


def _sort_by_rarity(keys: set[str], weights: Mapping[str, float]) -> tuple[str, ...]:
    return tuple(sorted(keys, key=lambda key: (-weights[key], key)))


def find_shared(
    documents: Iterable[Document], by_entity: Keys, by_origin: Keys, findings: Iterable[Finding]
) -> dict[str, tuple[Shared, ...]]:
    """By slug, the closest other sources with what binds them. Every source has an entry.

    `by_entity` holds refs, `by_origin` slugs, as in Archive. Ties are broken by slug.
    """
    slugs = tuple(d.record.slug for d in documents)
    kinds: tuple[Keys, Keys, Keys] = (
        {f.id: _list_sources(f.claims) for f in findings},
        {entity: _list_sources(refs) for entity, refs in by_entity.items()},
        by_origin,
    )
    weights = [{key: weigh_rarity(len(s), len(slugs)) for key, s in keys.items() if s} for keys in kinds]
    held = [_group_keys(keys) for keys in kinds]
    neighbours = _find_neighbours(kinds)

    def common(one: str, other: str) -> tuple[float, Shared]:
        both = [
            _sort_by_rarity(h.get(one, set()) & h.get(other, set()), w)
            for h, w in zip(held, weights, strict=True)
        ]
        total = sum(w[key] for keys, w in zip(both, weights, strict=True) for key in keys)
        in_findings, in_entities, in_origins = both
        return total, Shared(other, in_findings, in_entities, in_origins)

    def closest(slug: str) -> tuple[Shared, ...]:
        weighed = [common(slug, other) for other in neighbours.get(slug, ())]
        weighed.sort(key=lambda pair: (-round(pair[0], 9), pair[1].slug))
        return tuple(s for _, s in weighed[:CLOSEST])

    return {slug: closest(slug) for slug in slugs}
