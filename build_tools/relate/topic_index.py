"""Statements + topics → refs by topic, because a topic's page is an index of claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from build_tools.model.archive import Statement
from build_tools.model.base import ClaimRef
from build_tools.model.vocabulary import Topic


def list_upwards(topic: str, broader: dict[str, str | None]) -> tuple[str, ...]:
    """The topic and everything broader, nearest first; a circle is walked once."""
    path: dict[str, None] = {}
    current: str | None = topic
    while current is not None and current not in path:
        path[current] = None
        current = broader.get(current)
    return tuple(path)


def by_topic(
    statements: Mapping[ClaimRef, Statement], topics: Iterable[Topic]
) -> dict[str, tuple[ClaimRef, ...]]:
    """Refs of each topic's claims, narrower topics' included, in the order of `statements`.

    Every topic has an entry; a topic without claims has an empty one.
    """
    broader = {t.id: t.broader for t in topics}
    refs_of: dict[str, list[ClaimRef]] = {t: [] for t in broader}
    walk = cache(lambda topic: list_upwards(topic, broader))
    for ref, statement in statements.items():
        reached = {up: None for topic in statement.claim.topics for up in walk(topic)}
        for topic in reached:
            refs_of[topic].append(ref)
    return {topic: tuple(refs) for topic, refs in refs_of.items()}
