"""Files of the seeds + private list → the same files with roles for names, before anything reads them.

All that a site says is made from these values; so one place is enough for pages, search, pictures, downloads.
Where a role cannot simply stand for the name, a person decides: that is a fault, with place and way out.
No message has the name in it: builds print where anyone reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import unquote_plus

import yaml

from build_tools.model.codes import make_fault
from build_tools.model.fault import Fault
from build_tools.model.material import Loc
from build_tools.model.protection import PrivateName, ProtectedPerson
from build_tools.read.files import PRIVATE_NAMES
from build_tools.read.references import Roles
from build_tools.read.validate import read_as
from build_tools.read.yaml_tree import Tree
from build_tools.text.names.roles import put_roles
from build_tools.text.names.search import FoundName, NameSearch, share_name_search

_ADDRESS = re.compile(r"[a-z0-9]+(?:[-#/.][a-z0-9-]+)*")
"""A slug, an id, a reference: no words for readers."""
_WORD = re.compile(r"\w+")
_ESCAPED = re.compile(r"\\[uUxnt ]|%[0-9A-F]{2}")
"""What may hide a letter in a file."""
_WEB = re.compile(r"(?:https?://|www\.)\S*")
_ARTICLE = re.compile(
    r"^(?:(?:an?|the|der|die|das|eine?|une?|les?|la|el|l[oa]s|una|uno|il|gli|i|os?|as?|uma?)\s+|l[’'])"
)
"""Of the languages that have one: *A ferryman’s mother* and *the ferryman’s mother* are one role."""
_WORKS = ("record", "origins", "wanted")
"""Files whose titles are those of others’ works; elsewhere titles are ours."""
_SIGNS = ("native", "wikidata", "wikidata_basis")
_PRINTED = ("quotation", "named", "authors")
"""Fields that repeat a source word for word."""


@dataclass(frozen=True, slots=True)
class ProtectedFiles:
    """What reading goes on with."""

    roles: Roles
    """Without names."""
    people: tuple[ProtectedPerson, ...] = ()
    faults: tuple[Fault, ...] = ()


def protect_files(roles: Roles) -> ProtectedFiles:
    """The files with roles for names; the same files, at no cost, where nobody is protected."""
    people, faults = _list_people(roles)
    kept = {role: trees for role, trees in roles.items() if role != PRIVATE_NAMES}
    if not people:
        return ProtectedFiles(kept if faults else roles, (), faults)
    protecting = _begin_protecting(people)
    done = {
        role: tuple(protecting.protect_tree(role, tree) for tree in trees) for role, trees in kept.items()
    }
    done |= {PRIVATE_NAMES: roles[PRIVATE_NAMES]} if PRIVATE_NAMES in roles else {}
    return ProtectedFiles(done, people, (*faults, *protecting.faults))


def protect_record(tree: Tree, people: tuple[ProtectedPerson, ...]) -> tuple[Tree, tuple[Fault, ...]]:
    """A record by itself with roles for the names of these people, and the faults that this met."""
    if not people:
        return tree, ()
    protecting = _begin_protecting(people)
    return protecting.protect_tree("record", tree), tuple(protecting.faults)


def _begin_protecting(people: tuple[ProtectedPerson, ...]) -> _Protecting:
    return _Protecting(people, share_name_search(tuple(person.names for person in people)))


def _list_people(roles: Roles) -> tuple[tuple[ProtectedPerson, ...], tuple[Fault, ...]]:
    """Those of the private list and those marked in the vocabulary, with the names that they have there."""
    marked = {at: mark for at in _list_marked(roles) if (mark := at.entity.get("protected"))}
    by_id = {at.entity.get("id"): at for at in marked}
    names: dict[_Marked | int, list[str]] = {at: _list_entity_names(at.entity) for at in marked}
    told: dict[_Marked | int, str] = {at: str(mark["role"]) for at, mark in marked.items()}
    faults: list[Fault] = []
    for tree in roles.get(PRIVATE_NAMES, ()):
        for index in range(len(tree.value) if isinstance(tree.value, list) else 0):
            entry, _ = read_as(PrivateName, tree, (index,))
            of_entity = by_id.get(entry.entity) if entry else None
            if of_entity:
                names[of_entity] += entry.names if entry else ()
            elif entry and entry.role:
                told[index] = entry.role
                names[index] = list(entry.names)
            elif entry:
                message = f"There is no role here, and {entry.entity} has no `protected` in the vocabulary."
                faults.append(make_fault(tree.places, (index, "entity"), "N104", message))
    people = tuple(ProtectedPerson(tuple(dict.fromkeys(n)), told[key]) for key, n in names.items() if n)
    silent = [at for at in marked if not names[at]]
    for at in silent:
        message = f"{told[at]!s} is protected, but no name is at hand to look for."
        faults.append(make_fault(at.tree.places, (at.index, "protected"), "N105", message))
    return people, tuple(faults)


@dataclass(frozen=True, slots=True, eq=False)
class _Marked:
    """An entity with a mark."""

    tree: Tree
    index: int
    entity: Mapping[str, Any]


def _list_marked(roles: Roles) -> Iterator[_Marked]:
    for tree in roles.get("entities", ()):
        for index, entity in enumerate(tree.value) if isinstance(tree.value, list) else ():
            mark = entity.get("protected") if isinstance(entity, dict) else None
            if isinstance(mark, dict) and isinstance(mark.get("role"), str) and mark["role"].strip():
                yield _Marked(tree, index, entity)


def _list_entity_names(entity: Mapping[str, Any]) -> list[str]:
    """The names that the vocabulary itself has, which may have the role already.

    Not words that mean the person in a few sources, or that are no name: *deckhand*, *the deckhand*.
    """
    role = set(_WORD.findall(str(entity["protected"]["role"]).casefold()))
    forms = [form for form in _read_list(entity, "forms") if not (isinstance(form, dict) and form.get("in"))]
    native = _read_list(entity, "native")
    texts = [part.get("text") if isinstance(part, dict) else part for part in (*forms, *native)]
    every = [text for text in (entity.get("name"), *texts) if isinstance(text, str)]
    return [text for text in every if _is_name(text) and not _is_told(text, role)]


def _is_told(text: str, role: set[str]) -> bool:
    """Whether it says no more than the role does, be it with another article."""
    return role.issuperset(_WORD.findall(_ARTICLE.sub("", text.casefold())))


def _is_name(text: str) -> bool:
    """Whether a word has a large letter, or is of a script that has none."""
    return any(letter.isalpha() and not letter.islower() for letter in text)


def _read_list(entity: Mapping[str, Any], key: str) -> list[Any]:
    value = entity.get(key)
    return value if isinstance(value, list) else []


@dataclass
class _Protecting:
    """Goes through the files and notes what it meets."""

    people: tuple[ProtectedPerson, ...]
    search: NameSearch
    faults: list[Fault] = field(default_factory=list)

    def protect_tree(self, role: str, tree: Tree) -> Tree:
        """The tree with roles; the tree itself where it names nobody."""
        # what an escape hides is found in the values
        if not self.search.find_names(tree.source) and not _ESCAPED.search(tree.source):
            return tree
        value = self._protect_value(role, tree, tree.value, ())
        if value == tree.value and not self.search.find_names(tree.source):
            return tree
        # the text is published as well, with its comments: it is written anew from the values
        source = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=110)
        protected = replace(tree, held=value, source=source)
        return protected.pack() if isinstance(tree.held, bytes) else protected

    def _protect_value(self, role: str, tree: Tree, value: Any, loc: Loc) -> Any:
        if isinstance(value, str):
            return self._protect_text(role, tree, value, loc)
        if isinstance(value, list):
            inside = [self._protect_value(role, tree, part, (*loc, at)) for at, part in enumerate(value)]
            return _drop_repeated_forms(inside) if role == "entities" and loc[1:] == ("forms",) else inside
        if isinstance(value, dict):
            if role == "entities" and isinstance(value.get("protected"), dict):
                value = self._drop_signs(tree, value, loc)
            for key in value:
                if isinstance(key, str) and self.search.find_names(key):
                    self._tell(tree, (*loc, key), "N101", self.search.find_names(key), of_key=True)
            return {key: self._protect_value(role, tree, part, (*loc, key)) for key, part in value.items()}
        return value

    def _drop_signs(self, tree: Tree, entity: dict[Any, Any], loc: Loc) -> dict[Any, Any]:
        """A marked entity without what leads to its name: a catalogue's number, names in its own language."""
        role = str(entity["protected"].get("role"))
        for key in (key for key in _SIGNS if entity.get(key)):
            self.faults.append(
                make_fault(tree.places, (*loc, key), "N103", f"This leads to the name of {role}.")
            )
        return {key: value for key, value in entity.items() if key not in _SIGNS}

    def _protect_text(self, role: str, tree: Tree, text: str, loc: Loc) -> str:
        found = self.search.find_names(text)
        if not found:
            if "%" in text and (encoded := self.search.find_names(unquote_plus(text))):
                self._tell(tree, loc, "N101", encoded)
            return text
        if _ADDRESS.fullmatch(text) or _is_in_address(text, found):
            self._tell(tree, loc, "N101", found)
        elif _is_printed(role, tree, loc):
            self._tell(tree, loc, "N102", found)
        else:
            self._tell(tree, loc, "N103", found)
            return put_roles(text, found, [person.role for person in self.people])
        return text

    def _tell(
        self, tree: Tree, loc: Loc, code: str, found: Iterable[FoundName], *, of_key: bool = False
    ) -> None:
        roles = dict.fromkeys(self.people[place.person].role for place in found)
        places = tree.key_places if of_key else tree.places
        message = f"The name of {' and of '.join(roles)} stands here."
        self.faults.append(make_fault(places, loc, code, message))


def _is_in_address(text: str, found: Iterable[FoundName]) -> bool:
    within = [match.span() for match in _WEB.finditer(text)]
    return any(start < place.end and place.start < end for start, end in within for place in found)


def _is_printed(role: str, tree: Tree, loc: Loc) -> bool:
    """Whether a source’s own words stand there, which nobody but a person may change."""
    keys = [step for step in loc if isinstance(step, str)]
    last = keys[-1] if keys else ""
    if last == "title":
        return role in _WORKS and len(keys) == 1
    return last in _PRINTED or (last == "who" and _is_looked_up(tree, loc))


def _is_looked_up(tree: Tree, loc: Loc) -> bool:
    """Whether the words of a link must be found in a passage."""
    link: Any = tree.value
    for step in loc[:-1]:
        link = link[step]
    return isinstance(link, dict) and bool(link.get("passage")) and not link.get("named")


def _drop_repeated_forms(forms: list[Any]) -> list[Any]:
    """Several forms of one name have become one role."""
    kept: dict[str, Any] = {}
    for form in forms:
        kept.setdefault(str(form.get("text") if isinstance(form, dict) else form), form)
    return list(kept.values())
