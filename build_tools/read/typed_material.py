"""Typed entries of all files → Material, each kind in its order."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import TypeVar

from pydantic import BaseModel

from build_tools.model.evidence import Disagreement, Finding, Origin, Wanted, Withdrawn
from build_tools.model.material import Material, Places, Seed
from build_tools.model.moved import Moved
from build_tools.model.overviews import Overviews
from build_tools.model.vocabulary import Entity, Topic, WordGroup
from build_tools.read.references import Roles, walk_words
from build_tools.read.yaml_tree import Tree

M = TypeVar("M", bound=BaseModel)


def _select_kind(kind: type[M], values: Iterable[tuple[Tree, BaseModel]]) -> Iterator[M]:
    return (value for _, value in values if isinstance(value, kind))


def make_material(roles: Roles, seeds: Iterable[Seed], values: list[tuple[Tree, BaseModel]]) -> Material:
    """The material of sound seeds and of every entry of the shared files that is whole."""
    return Material(
        seeds=tuple(sorted(seeds, key=lambda seed: (seed.record.published.date, seed.record.slug))),
        topics=tuple(_select_kind(Topic, values)),
        entities=tuple(_select_kind(Entity, values)),
        origins=tuple(_select_kind(Origin, values)),
        findings=tuple(_select_kind(Finding, values)),
        disagreements=tuple(_select_kind(Disagreement, values)),
        withdrawn=tuple(_select_kind(Withdrawn, values)),
        # what is wanted most comes first; the others stay as they are written
        wanted=tuple(sorted(_select_kind(Wanted, values), key=lambda work: work.wanted_most or math.inf)),
        moved=tuple(_select_kind(Moved, values)),
        thesaurus=tuple(_select_kind(WordGroup, values)),
        overviews=next(_select_kind(Overviews, values), Overviews()),
        overview_places=next((tree.places for tree in roles.get("overviews", ())), Places("")),
        moved_places=next((tree.places for tree in roles.get("moved", ())), Places("")),
        finding_places={
            word: (tree.places, loc)
            for tree in roles.get("findings", ())
            for loc, word in walk_words(tree.value, "findings.*.id")
        },
    )
