"""Names in files → names that are known, by one table, because every reference is checked in the same way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from build_tools.model.codes import make_fault
from build_tools.model.declarations import Refers
from build_tools.model.fault import Fault
from build_tools.model.material import Loc
from build_tools.read.file_types import list_declared
from build_tools.read.scalars import Value
from build_tools.read.yaml_tree import Tree
from build_tools.text.terminal import did_you_mean, quote_value

Roles = Mapping[str, tuple[Tree, ...]]
"""What a file is (`record`, or the name of a shared file, such as `topics`) → the files."""

REFERENCES = list_declared(Refers)
"""Role of the file, path of the field (`*`: every entry), and what it names: as the fields' types declare."""

# looked for in the text, since a record that breaks off may have no value
_SLUG = re.compile(r"^slug:\s+([a-z0-9-]+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Names:
    """Everything that can be referred to. None: its file could not be read, so nothing is held against it."""

    topics: frozenset[str] | None = frozenset()
    entities: Mapping[str, str] | None = field(default_factory=dict)
    """Id → kind, as written."""
    origins: frozenset[str] | None = frozenset()
    claims: Mapping[str, frozenset[str] | None] | None = field(default_factory=dict)
    """Slug → ids of claims; None for those of a record that could not be read to its end."""
    findings: frozenset[str] | None = frozenset()
    disagreements: frozenset[str] | None = frozenset()
    drafts: frozenset[str] = frozenset()
    """Slugs of records that are known, but in no build yet."""


def walk_path(value: Value, path: str, loc: Loc = ()) -> Iterator[tuple[Loc, Value]]:
    """Every value at a dotted path, with its loc; what is missing or of another type is passed over."""
    reached: list[tuple[Loc, Any]] = [(loc, value)]
    for step in path.split("."):
        if step == "*":
            reached = [
                ((*at, key), part)
                for at, whole in reached
                if isinstance(whole, (list, dict))
                for key, part in (enumerate(whole) if isinstance(whole, list) else whole.items())
            ]
        else:
            reached = [
                ((*at, step), whole[step])
                for at, whole in reached
                if isinstance(whole, dict) and step in whole
            ]
        if not reached:
            break
    return iter(reached)


def walk_words(value: Value, path: str, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """The same, texts only."""
    for at, part in walk_path(value, path, loc):
        if isinstance(part, str) and part:
            yield at, part


def collect_names(roles: Roles, drafts: frozenset[str] = frozenset()) -> Names:
    """What the files define, entries with other faults included. `drafts`: slugs of unfinished records."""
    topics = _list_defined(roles, "topics", "*.id")
    origins = _list_defined(roles, "origins", "*.id")
    findings = _list_defined(roles, "findings", "findings.*.id")
    disagreements = _list_defined(roles, "findings", "disagreements.*.id")
    return Names(topics, _map_kinds(roles), origins, _map_claims(roles), findings, disagreements, drafts)


def _list_defined(roles: Roles, role: str, path: str) -> frozenset[str] | None:
    trees = roles.get(role, ())
    if not all(tree.readable for tree in trees):
        return None
    return frozenset(word for tree in trees for _, word in walk_words(tree.value, path))


def find_slug(tree: Tree) -> str | None:
    """A record's slug, even if the record breaks off."""
    if not tree.readable and (line := _SLUG.search(tree.source)):
        return line[1]
    return next((word for _, word in walk_words(tree.value, "slug")), None)


def find_paragraph_count(tree: Tree) -> int | None:
    """How many paragraphs a record says that it has, even if the record breaks off."""
    return next((n for _, n in walk_path(tree.value, "paragraphs") if isinstance(n, int)), None)


def suggest_slug(word: str, records: Mapping[str, Tree]) -> str:
    """What was meant by a slug that there is not: one like it, or that of the file which is named so."""
    named = (slug for slug, tree in records.items() if PurePath(tree.path).stem == PurePath(word).stem)
    if slug := next(named, None):
        return f"The record in the file of that name has the slug {quote_value(slug)}."
    return did_you_mean(word, records)


def _map_kinds(roles: Roles) -> dict[str, str] | None:
    trees = roles.get("entities", ())
    if not all(tree.readable for tree in trees):
        return None
    entities = [entry for tree in trees for _, entry in walk_path(tree.value, "*") if isinstance(entry, dict)]
    return {str(entry["id"]): str(entry.get("kind")) for entry in entities if "id" in entry}


def _map_claims(roles: Roles) -> dict[str, frozenset[str] | None] | None:
    slugs = [(find_slug(tree), tree) for tree in roles.get("record", ())]
    if any(slug is None and not tree.readable for slug, tree in slugs):
        return None
    return {slug: _list_made(tree) for slug, tree in slugs if slug}


def _list_made(tree: Tree) -> frozenset[str] | None:
    ids = frozenset(word for _, word in walk_words(tree.value, "claims.*.id"))
    return ids if tree.readable else None


def check_references(roles: Roles, names: Names) -> Iterator[Fault]:
    """A fault for every name that is not known."""
    for role, trees in roles.items():
        named = [(path, refers) for where, path, refers in REFERENCES if where == role]
        # one file after the other: those of a large archive are opened when their values are asked for
        for tree in trees if named else ():
            for path, refers in named:
                for loc, word in walk_words(tree.value, path):
                    yield from _check_name(tree, loc, word, refers, names)


def _check_name(tree: Tree, loc: Loc, word: str, refers: Refers, names: Names) -> Iterator[Fault]:
    slug = word.partition("#")[0]
    if refers.noun in ("claim", "source") and slug in names.drafts and find_slug(tree) not in names.drafts:
        message = f"The source {quote_value(slug)} is a draft, and no build has it."
        yield make_fault(tree.places, loc, "V113", message)
        return
    if refers.noun == "claim":
        yield from _check_claim(tree, loc, word, names.claims)
        return
    known = _get_known(refers.noun, names)
    if known is None:
        return
    if word not in known:
        message = f"{quote_value(word)} is not a known {refers.noun}."
        held = refers.noun == "origin" and word in (names.claims or ())
        remedy = "The archive holds that report; give it an entry with this id in origins.yml, too."
        yield make_fault(
            tree.places, loc, refers.code, message, remedy if held else did_you_mean(word, known)
        )
    # an entity without a kind has its own fault
    elif refers.kind and (kind := (names.entities or {}).get(word)) not in (None, refers.kind):
        message = f"{quote_value(word)} is of kind {quote_value(kind)}, not {refers.kind}."
        yield make_fault(tree.places, loc, "V108", message)


def _get_known(noun: str, names: Names) -> frozenset[str] | Mapping[str, object] | None:
    known = {
        "topic": names.topics,
        "entity": names.entities,
        "origin": names.origins,
        "source": names.claims,
        "finding": names.findings,
        "disagreement": names.disagreements,
    }
    return known[noun]


def _check_claim(
    tree: Tree, loc: Loc, ref: str, claims: Mapping[str, frozenset[str] | None] | None
) -> Iterator[Fault]:
    slug, hash_sign, claim = ref.partition("#")
    if claims is None or not hash_sign:
        return
    if slug not in claims:
        yield make_fault(
            tree.places, loc, "V104", f"There is no source {quote_value(slug)}.", did_you_mean(slug, claims)
        )
    elif (ids := claims[slug]) is not None and claim not in ids:
        yield make_fault(
            tree.places, loc, "V105", f"The source {quote_value(slug)} has no claim {quote_value(claim)}."
        )
