"""Statements + entities → refs by entity, because a person's page is everything said about that person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from build_tools.model.archive import Document
from build_tools.model.base import ClaimRef
from build_tools.model.packed_documents import collect_records, list_facts
from build_tools.model.vocabulary import Entity


def by_entity(
    documents: Sequence[Document], refs: Iterable[ClaimRef], entities: Iterable[Entity]
) -> dict[str, tuple[ClaimRef, ...]]:
    """Refs of the claims that mention each entity, in the order of the documents.

    `refs`: those of all claims, in the same order. A mention is the editor's, or a surface form in our own
    words. The captured text is left out on purpose: the index must be the same with and without the captures.
    Every entity has an entry.
    """
    refs_of: dict[str, list[ClaimRef]] = {e.id: [] for e in entities}
    # these very refs, and none made anew: an archive has a hundred for each source
    coming = iter(refs)
    for record, facts in zip(collect_records(documents), list_facts(documents), strict=True):
        named: dict[str, list[str]] = {}
        for claim_id, entity in facts.named:
            named.setdefault(claim_id, []).append(entity)
        for claim, ref in zip(record.claims, coming, strict=False):
            for entity in {*claim.mentions, *named.get(claim.id, ())}:
                refs_of[entity].append(ref)
    return {entity: tuple(refs) for entity, refs in refs_of.items()}
