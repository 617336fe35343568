"""Statements + entities → refs by entity, because a person's page is everything said about that person."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model.annotation import Layer, Motivation
from build_tools.model.archive import Document
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


def by_entity(
    documents: Iterable[Document], refs: Iterable[ClaimRef], entities: Iterable[Entity]
) -> dict[str, tuple[ClaimRef, ...]]:
    """Refs of the claims that mention each entity, in the order of the documents.

    `refs`: those of all claims, in the same order. A mention is the editor's, or a surface form in our own
    words. The captured text is left out on purpose: the index must be the same with and without the captures.
    Every entity has an entry.
    """
    refs_of: dict[str, list[ClaimRef]] = {e.id: [] for e in entities}
    # these very refs, and none made anew: an archive has a hundred for each source
    coming = iter(refs)
    for document in documents:
        named = named_in(document)
        for claim, ref in zip(document.record.claims, coming, strict=False):
            for entity in {*claim.mentions, *named.get(claim.id, ())}:
                refs_of[entity].append(ref)
    return {entity: tuple(refs) for entity, refs in refs_of.items()}
