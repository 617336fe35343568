"""Drafts → documents of their own, because one that does not agree with its capture must stop no other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from build_tools.documents import BuildCache, make_documents
from build_tools.model.archive import Document
from build_tools.model.fault import Fault, Faults, Severity
from build_tools.model.material import Material, Seed


def part_drafts(material: Material) -> tuple[Material, tuple[Seed, ...]]:
    """The material without the drafts in it, and these."""
    drafts = tuple(seed for seed in material.seeds if seed.record.draft)
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


def order_documents(documents: Iterable[Document]) -> tuple[Document, ...]:
    """In the order of the seeds."""
    return tuple(sorted(documents, key=lambda d: (d.record.published.date, d.record.slug)))
