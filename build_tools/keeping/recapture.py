"""A source and a new capture of its page → the texts that are to be written: each that names its claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from build_tools.exports.reuse_json import write_reuse_json
from build_tools.keeping.passage_changes import PassageChanges
from build_tools.keeping.record_versions import CarriedRecord, NewCapture, carry_record
from build_tools.keeping.yaml_edits import YamlEdits
from build_tools.model.material import Loc
from build_tools.model.reuse import Aligned, Reuse
from build_tools.read.references import REFERENCES, Roles, walk_words
from build_tools.read.wording_file import read_wording
from build_tools.read.yaml_tree import Tree

_CLAIM_PATHS = tuple((role, path) for role, path, refers in REFERENCES if refers.noun == "claim")


@dataclass(frozen=True, slots=True)
class Recapture:
    """What a new capture changes."""

    record: CarriedRecord
    texts: Mapping[Path, str]
    """Path → text, the record's among them; captures and ledgers beside."""
    renamed: int
    """How often other files name a claim that is called otherwise now."""


def plan_recapture(  # noqa: PLR0917 - what is read, then what is new
    roles: Roles, tree: Tree, slug: str, changes: PassageChanges, capture: NewCapture, day: str
) -> Recapture:
    """What is to be written. Raises UsageError where the record has no capture."""
    carried = carry_record(tree, changes, capture, day)
    texts = {Path(tree.path): carried.source}
    refs = {f"{slug}#{old}": f"{slug}#{now}" for old, now in carried.claims.items()}
    renamed = 0
    for other, places in _list_named(roles, refs):
        edits = YamlEdits(other.source)
        for loc, ref in places:
            edits.replace_words(loc, ref, refs[ref])
        texts[Path(other.path)] = edits.write()
        renamed += len(places)
    return Recapture(carried, texts, renamed)


def _list_named(roles: Roles, refs: Mapping[str, str]) -> Iterator[tuple[Tree, list[tuple[Loc, str]]]]:
    for role, trees in roles.items():
        paths = [path for where, path in _CLAIM_PATHS if where == role]
        for tree in trees:
            places = {loc: ref for path in paths for loc, ref in walk_words(tree.value, path) if ref in refs}
            if places:
                yield tree, list(places.items())


def carry_wording(source: str, slug: str, changes: PassageChanges) -> str:
    """The committed shared wording with the passages as they are numbered now.

    Passages that read otherwise are left out until the pair is compared anew.
    """
    pairs, _ = read_wording("", source, None)
    carried = [_carry_pair(pair, slug, changes) for pair in pairs]
    return source if list(pairs) == carried else write_reuse_json(carried)


def _carry_pair(pair: Reuse, slug: str, changes: PassageChanges) -> Reuse:
    side = "left" if pair.left == slug else "right" if pair.right == slug else ""
    if not side:
        return pair
    touched = {*changes.gone, *changes.reworded}
    kept = (aligned for aligned in pair.passages if getattr(aligned, side) not in touched)
    passages = tuple(_renumber(aligned, side, changes) for aligned in kept)
    return pair.model_copy(update={"passages": passages})


def _renumber(aligned: Aligned, side: str, changes: PassageChanges) -> Aligned:
    was = getattr(aligned, side)
    return aligned.model_copy(update={side: changes.became.get(was, was)})
