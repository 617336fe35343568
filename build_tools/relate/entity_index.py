"""Statements + entities → refs by entity, because a person's page is everything said about that person."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model.annotation import Layer, Motivation
from build_tools.model.archive import Document, Statement
from build_tools.model.base import ClaimRef
from build_tools.model.vocabulary import Entity


def named_in(document: Document) -> dict[str, set[str]]:
    """Entity ids by claim id, as the surface forms in the digest show them."""
    named: dict[str, set[str]] = {}
    for annotation in document.annotations:
        target = annotation.target
        if target.layer is Layer.DIGEST and annotation.motivation is Motivation.IDENTIFYING:
            named.setdefault(target.passage, set()).add(annotation.value)
    return named


def by_entity(statements: Iterable[Statement], entities: Iterable[Entity]) -> dict[str, tuple[ClaimRef, ...]]:
    """Refs of the claims that mention each entity, in the order of `statements`.

    A mention is the editor's, or a surface form in our own words. The captured text is left out on purpose:
    the index must be the same with and without the captures. Every entity has an entry.
    """
    refs_of: dict[str, list[ClaimRef]] = {e.id: [] for e in entities}
    named: dict[str, dict[str, set[str]]] = {}
    for statement in statements:
        slug = statement.document.record.slug
        if slug not in named:
            named[slug] = named_in(statement.document)
        for entity in {*statement.claim.mentions, *named[slug].get(statement.claim.id, ())}:
            refs_of[entity].append(statement.ref)
    return {entity: tuple(refs) for entity, refs in refs_of.items()}
