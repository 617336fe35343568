"""All files together → faults between them: doubled addresses, circles, evidence that contradicts itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from build_tools.model.codes import fault, fault_at
from build_tools.model.fault import Fault
from build_tools.model.material import Loc
from build_tools.read.references import Roles, walk, words_at
from build_tools.read.scalars import Value
from build_tools.read.tree import Tree
from build_tools.text.circles import find_circling
from build_tools.text.showing import shown

_UNIQUE: tuple[tuple[str, str, str, str], ...] = (
    ("record", "slug", "R110", "slug"),
    ("record", "url", "R112", "address"),
    ("record", "capture.sha256", "C110", "capture"),
    ("topics", "*.id", "V106", "id"),
    ("entities", "*.id", "V106", "id"),
    ("origins", "*.id", "V106", "id"),
    ("findings", "findings.*.id", "V106", "id"),
    ("findings", "disagreements.*.id", "V106", "id"),
    ("findings", "withdrawn.*.id", "V106", "id"),
)
"""Role, path, code, noun: values that stand once among all files of the role."""

_ADDRESSES = tuple(
    (role, path) for role, path, _, noun in _UNIQUE if noun in ("slug", "id") and role != "origins"
)
_RESERVED = re.compile(r"index|con|prn|aux|nul|(com|lpt)[0-9]")
"""A section's own page, and names that Windows gives to devices."""


def shared_faults(roles: Roles) -> Iterator[Fault]:
    """Every fault that needs more than one entry to be seen."""
    yield from _doubles(roles)
    yield from _reserved(roles)
    yield from _circles(roles, "topics", "broader", "*.broader")
    yield from _forms(roles)
    yield from _evidence(roles)


def case_faults(paths: Iterable[str]) -> Iterator[Fault]:
    """File names that some systems hold for one."""
    seen: dict[str, str] = {}
    for path in sorted(paths):
        first = seen.setdefault(path.casefold(), path)
        if first != path:
            yield fault_at(path, 1, 1, "R113", f"{shown(first)} differs in case only.")


def _found(roles: Roles, role: str, path: str) -> Iterator[tuple[Tree, Loc, str]]:
    for tree in roles.get(role, ()):
        for loc, word in words_at(tree.value, path):
            yield tree, loc, word


def _doubles(roles: Roles) -> Iterator[Fault]:
    for role, path, code, noun in _UNIQUE:
        seen: dict[str, tuple[Tree, Loc]] = {}
        for tree, loc, word in _found(roles, role, path):
            first = seen.setdefault(_same(word) if noun == "address" else word, (tree, loc))
            if first != (tree, loc) and (where := _line(*first)) != _line(tree, loc):
                yield fault(tree.places, loc, code, f"The {noun} {shown(word)} stands at {where} already.")


def _line(tree: Tree, loc: Loc) -> str:
    return f"{tree.path}:{tree.places.at(loc)[0]}"


def _same(address: str) -> str:
    return re.sub(r"^https?://(www\.)?", "", address).rstrip("/")


def _reserved(roles: Roles) -> Iterator[Fault]:
    for role, path in _ADDRESSES:
        for tree, loc, word in _found(roles, role, path):
            if _RESERVED.fullmatch(word):
                yield fault(tree.places, loc, "R111", f"{shown(word)} cannot be an address.")


def _circles(roles: Roles, role: str, name: str, path: str) -> Iterator[Fault]:
    """One fault for each entry that stands above itself."""
    for tree in roles.get(role, ()):
        circling = find_circling(_above(tree, path))
        for loc, word in words_at(tree.value, "*.id"):
            if word in circling:
                message = f"{shown(word)} comes back to itself by `{name}`."
                yield fault(tree.places, (loc[0], name), "V107", message)


def _above(tree: Tree, path: str) -> dict[str, set[str]]:
    ids = {loc[0]: word for loc, word in words_at(tree.value, "*.id")}
    above: dict[str, set[str]] = {}
    for loc, word in words_at(tree.value, path):
        if loc[0] in ids:
            above.setdefault(ids[loc[0]], set()).add(word)
    return above


def _forms(roles: Roles) -> Iterator[Fault]:
    """Surface forms that would name two entities in one source."""
    for tree in roles.get("entities", ()):
        seen: dict[str, list[tuple[Loc, frozenset[str]]]] = {}
        for loc, form in walk(tree.value, "*.forms.*"):
            text, scope = _form(form)
            earlier = seen.setdefault(text, [])
            clash = [one for one, other in earlier if one[0] != loc[0] and _overlap(scope, other)]
            if text and clash:
                line = tree.places.at(clash[0])[0]
                message = f"The form {shown(text)} stands for another entity on line {line}."
                yield fault(tree.places, loc, "V109", message)
            earlier.append((loc, scope))


def _form(form: Value) -> tuple[str, frozenset[str]]:
    if isinstance(form, dict):
        scope = form.get("in")
        return str(form.get("text", "")), frozenset(map(str, scope)) if isinstance(
            scope, list
        ) else frozenset()
    return (form, frozenset()) if isinstance(form, str) else ("", frozenset())


def _overlap(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or bool(one & other)


def _evidence(roles: Roles) -> Iterator[Fault]:
    for tree in roles.get("findings", ()):
        for path in ("findings.*", "disagreements.*"):
            for loc, entry in walk(tree.value, path):
                if isinstance(entry, dict):
                    yield from _repeated(tree, loc, entry)
                    yield from _decided(tree, loc, entry)
        yield from _at_issue(tree)


def _repeated(tree: Tree, loc: Loc, entry: dict[str, Value]) -> Iterator[Fault]:
    said: set[str] = set()
    for field, code, verb in (("claims.*", "E101", "is listed"), ("denied_by.*.claim", "E102", "is named")):
        own: set[str] = set()
        for step, ref in words_at(entry, field):
            if ref in own:
                yield fault(tree.places, (*loc, *step), "E101", f"The claim {shown(ref)} is listed twice.")
            elif ref in said:
                yield fault(
                    tree.places, (*loc, *step), code, f"The claim {shown(ref)} {verb} in `claims` too."
                )
            own.add(ref)
        said |= own


def _at_issue(tree: Tree) -> Iterator[Fault]:
    """A disagreement on a finding has a claim that says or denies it."""
    said, compared = _listed(tree, "findings"), _listed(tree, "disagreements")
    ids = {word: loc[:2] for loc, word in words_at(tree.value, "findings.*.id")}
    for loc, name in words_at(tree.value, "disagreements.*.findings.*"):
        if name in ids and not compared.get(loc[:2], set()) & said.get(ids[name], set()):
            yield fault(tree.places, loc, "E104", f"No claim of {shown(name)} is listed here.")


def _listed(tree: Tree, entries: str) -> dict[Loc, set[str]]:
    """The claims of each entry, those that deny included, by its place."""
    listed: dict[Loc, set[str]] = {}
    for field in ("claims.*", "denied_by.*.claim"):
        for loc, ref in words_at(tree.value, f"{entries}.*.{field}"):
            listed.setdefault(loc[:2], set()).add(ref)
    return listed


def _decided(tree: Tree, loc: Loc, entry: dict[str, Value]) -> Iterator[Fault]:
    decision, claims = entry.get("decision"), entry.get("claims")
    if not isinstance(decision, dict) or not isinstance(claims, list):
        return
    origins = decision.get("origins")
    if isinstance(origins, int) and origins > len(claims):
        message = f"{origins} origins are decided, but only {len(claims)} claims are listed."
        yield fault(tree.places, (*loc, "decision", "origins"), "E103", message)
