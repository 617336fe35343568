"""Drafts → documents of their own, because one that does not agree with its capture must stop no other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from heapq import merge

from build_tools.documents import make_documents
from build_tools.model.archive import Document
from build_tools.model.build_cache import BuildCache
from build_tools.model.edtf import Edtf
from build_tools.model.fault import Fault, Faults, Severity
from build_tools.model.material import Material, Seed
from build_tools.model.packed_documents import pack_documents


def part_drafts(material: Material) -> tuple[Material, tuple[Seed, ...]]:
    """The material without the drafts in it, and these."""
    drafts = tuple(seed for seed in material.seeds if seed.record.draft)
    if not drafts:
        return material, ()
    finished = tuple(seed for seed in material.seeds if not seed.record.draft)
    return replace(material, seeds=finished), drafts


def make_draft_documents(
    material: Material, drafts: Iterable[Seed], cache: BuildCache | None = None
) -> tuple[tuple[Document, ...], tuple[Fault, ...]]:
    """The documents of drafts that agree with their captures, and warnings on those that do not."""
    documents: list[Document] = []
    faults: list[Fault] = []
    for seed in drafts:
        try:
            documents += make_documents(replace(material, seeds=(seed,)), cache=cache)
        except Faults as found:
            faults += (replace(fault, severity=Severity.WARNING) for fault in found.faults)
    return tuple(documents), tuple(faults)


def drop_draft_names(
    material: Material, names: frozenset[tuple[str, str]], documents: Iterable[Document]
) -> Material:
    """The material without entities and topics that drafts alone refer to, and no text names: no page yet.

    `names`: what a thing is (`entity`, `topic`), and its id.
    """
    if not names:
        return material
    named = {annotation.value for document in documents for annotation in document.annotations}
    entities = (each for each in material.entities if ("entity", each.id) not in names or each.id in named)
    topics = (each for each in material.topics if ("topic", each.id) not in names or each.id in named)
    return replace(material, entities=tuple(entities), topics=tuple(topics))


def add_drafts(documents: Sequence[Document], drafts: Iterable[Document]) -> Sequence[Document]:
    """The documents, which are in the order of the seeds, with those of drafts in their places."""

    def rank(document: Document) -> tuple[Edtf, str]:
        return document.record.published.date, document.record.slug

    if shown := sorted(drafts, key=rank):
        return pack_documents(merge(documents, shown, key=rank))
    return documents
