"""Documents + indexes → what each source has in common with others, the closest first.

What two sources share counts by its rarity: a village named by two sources binds them; a country that all
name hardly does. Sources are paired through what they share, never all with all, so that the time taken
grows with the material and not with its square.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from itertools import permutations

from build_tools.model.archive import Shared
from build_tools.model.evidence import Finding

_NONE: frozenset[str] = frozenset()

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
    # one more than there are, so that what all share still counts a little
    return math.log((total + 1) / sources)


def _find_neighbours(kinds: Iterable[Keys]) -> dict[str, set[str]]:
    """By slug, the sources that share something not too common with it."""
    neighbours: dict[str, set[str]] = {}
    for keys in kinds:
        for slugs in keys.values():
            if len(slugs) <= COMMON:
                for slug, neighbour in permutations(slugs, 2):
                    neighbours.setdefault(slug, set()).add(neighbour)
    return neighbours


def _group_keys(keys: Keys) -> dict[str, set[str]]:
    """The keys of each source."""
    keys_of: dict[str, set[str]] = {}
    for key, slugs in keys.items():
        for slug in slugs:
            keys_of.setdefault(slug, set()).add(key)
    return keys_of


def _number_keys(
    kinds: Iterable[Keys], weights: Iterable[Mapping[str, float]]
) -> tuple[list[float], dict[str, set[int]]]:
    """The weights of all keys of all kinds, and of each source the numbers of its keys in that list."""
    worth: list[float] = []
    numbers_of: dict[str, set[int]] = {}
    for keys, weight in zip(kinds, weights, strict=True):
        for key, slugs in keys.items():
            for slug in slugs:
                numbers_of.setdefault(slug, set()).add(len(worth))
            # a key without sources has no weight, and no source asks for it
            worth.append(weight.get(key, 0.0))
    return worth, numbers_of


def _sort_by_rarity(keys: AbstractSet[str], weights: Mapping[str, float]) -> tuple[str, ...]:
    # by name where two are as rare as each other, or the order would be that of a set
    return tuple(sorted(keys, key=lambda key: (-weights[key], key)))


def find_shared(
    slugs: Iterable[str], by_entity: Keys, by_origin: Keys, findings: Iterable[Finding]
) -> dict[str, tuple[Shared, ...]]:
    """By slug, the closest other sources with what binds them. Each of `slugs` has an entry.

    `by_entity` holds refs, `by_origin` slugs, as in Archive. Ties are broken by slug.
    """
    slugs = tuple(slugs)
    kinds: tuple[Keys, Keys, Keys] = (
        {f.id: _list_sources(f.claims) for f in findings},
        {entity: _list_sources(refs) for entity, refs in by_entity.items()},
        by_origin,
    )
    weights = [{key: weigh_rarity(len(s), len(slugs)) for key, s in keys.items() if s} for keys in kinds]
    keys_of = [_group_keys(keys) for keys in kinds]
    neighbours = _find_neighbours(kinds)

    worth, numbers_of = _number_keys(kinds, weights)

    def weigh_pair(slug: str, neighbour: str) -> float:
        # of a thousand sources, two hundred thousand pairs: one set each, of numbers
        return sum(map(worth.__getitem__, numbers_of[slug] & numbers_of[neighbour]))

    def name_common(slug: str, neighbour: str) -> Shared:
        in_findings, in_entities, in_origins = (
            _sort_by_rarity(h.get(slug, _NONE) & h.get(neighbour, _NONE), w)
            for h, w in zip(keys_of, weights, strict=True)
        )
        return Shared(neighbour, in_findings, in_entities, in_origins)

    def list_closest(slug: str) -> tuple[Shared, ...]:
        # weighed first and named after: most pairs are too far apart to be shown. Rounded, because a sum of
        # fractions depends on the order of a set.
        weighed = [
            (-round(weigh_pair(slug, neighbour), 9), neighbour) for neighbour in neighbours.get(slug, ())
        ]
        return tuple(name_common(slug, neighbour) for _, neighbour in sorted(weighed)[:CLOSEST])

    return {slug: list_closest(slug) for slug in slugs}
