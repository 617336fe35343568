"""All files together → faults between them: doubled addresses, circles, evidence that contradicts itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from build_tools.model.codes import make_fault, make_fault_at
from build_tools.model.declarations import Unique
from build_tools.model.fault import Fault
from build_tools.model.material import Loc, Places
from build_tools.read.drafts import is_draft
from build_tools.read.file_types import list_declared
from build_tools.read.references import Roles, walk_path, walk_words
from build_tools.read.scalars import Value
from build_tools.read.yaml_tree import Tree
from build_tools.text.circles import find_circling
from build_tools.text.terminal import quote_value

UNIQUE_VALUES = list_declared(Unique)
"""Role, path, declaration: values that stand once among all files of the role, as their types declare."""

MOST_LEVELS = 40
"""Topics that may stand one below the other. A statement is listed at its topic and at all that are broader:
at three thousand levels, three thousand statements would stand at four million places. The deepest thesaurus
in wide use, that of medicine, has thirteen levels."""
_RESERVED = re.compile(r"index|con|prn|aux|nul|(com|lpt)[0-9]")
"""A section's own page, and names that Windows gives to devices."""


def shared_faults(roles: Roles) -> Iterator[Fault]:
    """Every fault that needs more than one entry to be seen."""
    yield from _check_once(roles)
    yield from _check_circles(roles, "topics", "id", "broader")
    yield from _check_circles(roles, "moved", "old", "new")
    yield from _check_levels(roles)
    yield from _check_forms(roles)
    yield from _check_evidence(roles)


def case_faults(paths: Iterable[str]) -> Iterator[Fault]:
    """File names that some systems hold for one: by their case, or by how marks of letters are written."""
    seen: dict[str, str] = {}
    for path in sorted(paths):
        first = seen.setdefault(fold_path(path), path)
        if first != path:
            yield make_fault_at(
                path,
                1,
                1,
                "R113",
                f"{quote_value(first)} differs in case only, or in how its marks are written.",
            )


def fold_path(path: str) -> str:
    """A name of a file as systems compare it that know neither case nor two ways of writing a mark."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _check_once(roles: Roles) -> Iterator[Fault]:
    """Values that stand once, and addresses that a site cannot have."""
    for role, trees in roles.items():
        rules: list[tuple[str, Unique, dict[str, tuple[Places, Loc]]]]
        rules = [(path, unique, {}) for where, path, unique in UNIQUE_VALUES if where == role]
        # drafts last: of two with one address, the fault is at the one that is still being written
        for tree in sorted(trees, key=is_draft) if rules else ():
            for path, unique, seen in rules:
                for loc, word in walk_words(tree.value, path):
                    yield from _check_double(seen, tree.places, loc, word, unique)
                    yield from _check_reserved(role, tree.places, loc, word, unique)


def _check_double(
    seen: dict[str, tuple[Places, Loc]], places: Places, loc: Loc, word: str, unique: Unique
) -> Iterator[Fault]:
    value = normalise_address(word) if unique.noun == "address" else word
    first = seen.setdefault(value, (places, loc))
    if first != (places, loc) and (where := _name_line(*first)) != _name_line(places, loc):
        message = f"The {unique.noun} {quote_value(word)} stands at {where} already."
        yield make_fault(places, loc, unique.code, message)


def _name_line(places: Places, loc: Loc) -> str:
    return f"{places.path}:{places.at(loc)[0]}"


def normalise_address(address: str) -> str:
    """An address as it is compared."""
    # with or without TLS, `www.` or a slash at the end, it is one page
    return re.sub(r"^https?://(www\.)?", "", address).rstrip("/")


def _check_reserved(role: str, places: Places, loc: Loc, word: str, unique: Unique) -> Iterator[Fault]:
    # an old address has several parts; origins have no pages
    parts = word.split("/") if role == "moved" else [word]
    is_address = role == "moved" or (unique.noun in ("slug", "id") and role != "origins")
    if is_address and any(_RESERVED.fullmatch(part) for part in parts):
        yield make_fault(places, loc, "R111", f"{quote_value(word)} cannot be an address.")


def _check_circles(roles: Roles, role: str, own: str, above: str) -> Iterator[Fault]:
    """One fault for each entry that stands above itself, or leads back to itself.

    `own`: the field with an entry's name; `above`: that with the name of another.
    """
    for tree in roles.get(role, ()):
        circling = find_circling(_map_above(tree, own, above))
        for loc, word in walk_words(tree.value, f"*.{own}"):
            if word in circling:
                message = f"{quote_value(word)} comes back to itself by `{above}`."
                yield make_fault(tree.places, (loc[0], above), "V107", message)


def _check_levels(roles: Roles) -> Iterator[Fault]:
    """One fault where a chain of topics goes below the last level; none for what is below that as well."""
    for tree in roles.get("topics", ()):
        above = {name: next(iter(others)) for name, others in _map_above(tree, "id", "broader").items()}
        levels = _count_levels(above)
        for loc, word in walk_words(tree.value, "*.id"):
            if levels.get(word) == MOST_LEVELS + 1:
                message = f"{quote_value(word)} stands {MOST_LEVELS} topics below the first of its kind."
                yield make_fault(tree.places, (loc[0], "broader"), "V116", message)


def _count_levels(above: Mapping[str, str]) -> dict[str, int]:
    """Name → its level, 1 for what has nothing above it; 0 for what is in a circle, or leads into one."""
    levels: dict[str, int] = {}
    for first in above:
        way, seen = [first], {first}
        while (name := way[-1]) not in levels and name in above and above[name] not in seen:
            way.append(above[name])
            seen.add(above[name])
        # the last has a level already, is the topmost, or closes a circle
        circles = name not in levels and name in above
        level = levels.get(name, 0 if circles else 1)
        for one in reversed(way):
            levels.setdefault(one, level)
            level = levels[one] + 1 if levels[one] else 0
    return levels


def _map_above(tree: Tree, own: str, above: str) -> dict[str, set[str]]:
    names = {loc[0]: word for loc, word in walk_words(tree.value, f"*.{own}")}
    others: dict[str, set[str]] = {}
    for loc, word in walk_words(tree.value, f"*.{above}"):
        # an address that leads to itself has its own fault, R109
        if loc[0] in names and not (own == "old" and word == names[loc[0]]):
            others.setdefault(names[loc[0]], set()).add(word)
    return others


def _check_forms(roles: Roles) -> Iterator[Fault]:
    """Surface forms that would name two entities in one source."""
    for tree in roles.get("entities", ()):
        seen: dict[str, list[tuple[Loc, frozenset[str]]]] = {}
        for loc, form in walk_path(tree.value, "*.forms.*"):
            text, scope = _read_form(form)
            earlier = seen.setdefault(text, [])
            # a form without limits stands in every source
            clash = [
                place
                for place, limits in earlier
                if place[0] != loc[0] and (not scope or not limits or scope & limits)
            ]
            if text and clash:
                line = tree.places.at(clash[0])[0]
                message = f"The form {quote_value(text)} stands for another entity on line {line}."
                yield make_fault(tree.places, loc, "V109", message)
            earlier.append((loc, scope))


def _read_form(form: Value) -> tuple[str, frozenset[str]]:
    if isinstance(form, dict):
        scope = form.get("in")
        return str(form.get("text", "")), frozenset(map(str, scope)) if isinstance(
            scope, list
        ) else frozenset()
    return (form, frozenset()) if isinstance(form, str) else ("", frozenset())


def _check_evidence(roles: Roles) -> Iterator[Fault]:
    for tree in roles.get("findings", ()):
        for path in ("findings.*", "disagreements.*"):
            for loc, entry in walk_path(tree.value, path):
                if isinstance(entry, dict):
                    yield from _check_repeated(tree, loc, entry)
                    yield from _check_decided(tree, loc, entry)
    yield from _check_at_issue(roles.get("findings", ()))


def _check_repeated(tree: Tree, loc: Loc, entry: dict[str, Value]) -> Iterator[Fault]:
    said: set[str] = set()
    for field, code, verb in (("claims.*", "E101", "is listed"), ("denied_by.*.claim", "E102", "is named")):
        own: set[str] = set()
        for step, ref in walk_words(entry, field):
            if ref in own:
                yield make_fault(
                    tree.places, (*loc, *step), "E101", f"The claim {quote_value(ref)} is listed twice."
                )
            elif ref in said:
                yield make_fault(
                    tree.places, (*loc, *step), code, f"The claim {quote_value(ref)} {verb} in `claims` too."
                )
            own.add(ref)
        said |= own


def _check_at_issue(trees: Iterable[Tree]) -> Iterator[Fault]:
    """A disagreement on a finding, of whatever file, has a claim that says or denies it."""
    said: dict[str, set[str]] = {}
    for tree in trees:
        claims = _map_claims(tree, "findings")
        ids = walk_words(tree.value, "findings.*.id")
        said |= {word: claims.get(loc[:2], set()) for loc, word in ids}
    for tree in trees:
        compared = _map_claims(tree, "disagreements")
        for loc, name in walk_words(tree.value, "disagreements.*.findings.*"):
            if name in said and not compared.get(loc[:2], set()) & said[name]:
                yield make_fault(tree.places, loc, "E104", f"No claim of {quote_value(name)} is listed here.")


def _map_claims(tree: Tree, entries: str) -> dict[Loc, set[str]]:
    """The claims of each entry, those that deny included, by its place."""
    listed: dict[Loc, set[str]] = {}
    for field in ("claims.*", "denied_by.*.claim"):
        for loc, ref in walk_words(tree.value, f"{entries}.*.{field}"):
            listed.setdefault(loc[:2], set()).add(ref)
    return listed


def _check_decided(tree: Tree, loc: Loc, entry: dict[str, Value]) -> Iterator[Fault]:
    decision, claims = entry.get("decision"), entry.get("claims")
    if not isinstance(decision, dict) or not isinstance(claims, list):
        return
    origins = decision.get("origins")
    if isinstance(origins, int) and origins > len(claims):
        message = f"{origins} origins are decided, but only {len(claims)} claims are listed."
        yield make_fault(tree.places, (*loc, "decision", "origins"), "E103", message)
