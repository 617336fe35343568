"""A seeds folder, an old and a new id → every file that names it, edited where it stands; comments stay.

Places come from the tree of each file, and which fields name what from their types: so nothing that merely
reads like the id is touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from build_tools.countersigning import carry_checks
from build_tools.keeping.moved_entries import lead_on
from build_tools.keeping.wording_names import rename_in_wording
from build_tools.model.errors import UsageError
from build_tools.model.vocabulary import EntityKind
from build_tools.pages.addresses import ENTITY_FOLDERS
from build_tools.read.disk import shown_path
from build_tools.read.files import MOVED, WORDING, open_folder
from build_tools.read.references import REFERENCES, Roles, walk_path, walk_words
from build_tools.read.yaml_tree import Tree
from build_tools.text.terminal import quote_value

_DEFINED = {
    "source": ("record", "slug"),
    "topic": ("topics", "*.id"),
    "entity": ("entities", "*.id"),
    "origin": ("origins", "*.id"),
    "finding": ("findings", "findings.*.id"),
    "disagreement": ("findings", "disagreements.*.id"),
}
"""What has an id of its own → role of the file, and path of the field that gives it."""
_FOLDERS = {
    "source": "sources",
    "topic": "topics",
    "origin": "origins",
    "finding": "findings",
    "disagreement": "disagreements",
}
_ONE_REPORT = ("source", "origin")
"""What is one report under one id."""
_OLD = re.compile(r"(?m)^- old: (\S+)$")
_WORDING_FOLDER = "shared-wording"
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

Edit = tuple[int, int]
"""Line and column, 1-based, of a value that is or begins with the old id."""


@dataclass(frozen=True, slots=True)
class Renaming:
    """What a new id changes."""

    files: Mapping[Path, str | None]
    """Path → its text; None for one that is to go."""
    nouns: tuple[str, ...]
    """What has another id: `source`, `topic` …; a source and the origin that it is have theirs together."""
    joined: str
    """What had the new id already and is one report with what is renamed: `source`, `origin`; or nothing."""
    redirects: int
    """How many published addresses lead on from now on."""


def plan_renaming(
    seeds: Path,
    old: str,
    new: str,
    *,
    published: Mapping[str, int],
    day: str,
    beside: Mapping[str, str],
    kind: str = "",
) -> Renaming:
    """What is to be written. Raises UsageError where the id is not known, not free, or not one.

    `published`: addresses that must keep working; `day`: of the renaming; `beside`: name → text of
    what `read_beside` gives; `kind`: where several have the id.
    """
    if not _SLUG.fullmatch(new) or old == new:
        raise UsageError(f"{quote_value(new)} is no new id: lower-case words joined by hyphens.")
    roles = open_folder(seeds, None).roles
    nouns = _find_nouns(roles, old, kind)
    if taken := next((noun for noun in nouns if new in _list_ids(roles, noun)), ""):
        raise UsageError(f"There is {_with_article(taken)} {quote_value(new)} already.")
    files: dict[Path, str | None] = {}
    for role, tree in ((role, tree) for role, trees in roles.items() for tree in trees):
        places = sorted({place for noun in nouns for place in _find_places(tree, role, noun, old)})
        if places:
            text = _replace_at(tree.source, places, old, new)
            files[Path(tree.path)] = carry_checks(tree, text) if "checked:" in text else text
    if "source" in nouns and (was := beside.get(WORDING, "")):
        renamed = rename_in_wording(was, old, new)
        files |= {seeds / WORDING: renamed} if renamed != was else {}
    moved, after, redirects = seeds / MOVED, beside.get(MOVED, ""), 0
    for folder in (_name_folder(roles, noun, old) for noun in nouns):
        moves = _map_addresses(folder, old, new, published)
        after = _write_moves(after, folder, old, new, moves, day)
        _refuse_given_up(after, folder, new, moved)
        redirects += len(moves)
    if after != beside.get(MOVED, ""):
        files[moved] = after or None
    return Renaming(files, nouns, _find_joined(roles, nouns, new), redirects)


def _find_nouns(roles: Roles, old: str, kind: str) -> tuple[str, ...]:
    found = [noun for noun in _DEFINED if old in _list_ids(roles, noun)]
    if kind and kind not in found:
        found = []
    if not found:
        raise UsageError(f"Nothing has the id {quote_value(old)}.")
    # an origin with a source’s slug is that source: parted, it would be counted beside it
    one = tuple(noun for noun in found if noun in _ONE_REPORT)
    if kind:
        return one if kind in one else (kind,)
    if len(found) in {1, len(one)}:
        return tuple(found)
    named = " and ".join(map(_with_article, found))
    raise UsageError(f"{quote_value(old)} is the id of {named}: say which, with --kind.")


def _find_joined(roles: Roles, nouns: tuple[str, ...], new: str) -> str:
    """Of a source and an origin, the other one, where it had the new id already."""
    others = [noun for noun in _ONE_REPORT if noun not in nouns and new in _list_ids(roles, noun)]
    return others[0] if others and set(nouns) & set(_ONE_REPORT) else ""


def _refuse_given_up(moved: str, folder: str, new: str, path: Path) -> None:
    """An address that was given up leads on, or tells what became of its page: no page may stand there."""
    for match in _OLD.finditer(moved):
        if _rename_address(match[1], folder, new, "") != match[1]:
            line = moved.count("\n", 0, match.start()) + 1
            raise UsageError(
                f"{shown_path(path)}:{line}: {match[1]} was given out and leads on. Choose another id than "
                f"{quote_value(new)}, or take the entry out there first."
            )


def _with_article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _list_ids(roles: Roles, noun: str) -> set[str]:
    role, path = _DEFINED[noun]
    return {word for tree in roles.get(role, ()) for _, word in walk_words(tree.value, path)}


def _find_places(tree: Tree, role: str, noun: str, old: str) -> Iterator[Edit]:
    """Where the id is given and where it is named; statements are named by their source."""
    defined = [path for where, path in (_DEFINED[noun],) if where == role]
    named = [(path, refers.noun) for where, path, refers in REFERENCES if where == role]
    paths = [*defined, *(path for path, named_noun in named if named_noun == noun)]
    for path in dict.fromkeys(paths):
        yield from (tree.places.at(loc) for loc, word in walk_words(tree.value, path) if word == old)
    for path in (path for path, named_noun in named if named_noun == "claim" and noun == "source"):
        for loc, word in walk_words(tree.value, path):
            if word.startswith(f"{old}#"):
                yield tree.places.at(loc)


def _replace_at(source: str, places: list[Edit], old: str, new: str) -> str:
    lines = source.split("\n")
    for line, column in reversed(places):
        text = lines[line - 1]
        start = column - 1 + (text[column - 1] in "\"'")
        if not text.startswith(old, start):
            raise UsageError(
                f"Line {line}: {quote_value(old)} is not written as it is read; change it by hand."
            )
        lines[line - 1] = f"{text[:start]}{new}{text[start + len(old) :]}"
    return "\n".join(lines)


def _name_folder(roles: Roles, noun: str, old: str) -> str:
    if noun != "entity":
        return _FOLDERS[noun]
    entries = (e for tree in roles["entities"] for _, e in walk_path(tree.value, "*") if isinstance(e, dict))
    return ENTITY_FOLDERS[EntityKind(str(next(e["kind"] for e in entries if e.get("id") == old)))]


def _rename_address(address: str, folder: str, old: str, new: str) -> str:
    """The address as it is afterwards; the same where it is about something else."""
    first, *rest = address.split("/")
    if first == folder and rest[:1] == [old]:
        return "/".join((first, new, *rest[1:]))
    if first == _WORDING_FOLDER and folder == "sources":
        pair = [new if slug == old else slug for slug in rest[0].split("--")]
        return "/".join((first, "--".join(sorted(pair)), *rest[1:]))
    return address


def _map_addresses(folder: str, old: str, new: str, published: Mapping[str, int]) -> dict[str, str]:
    """Old address → new one, of all published pages that are about the renamed thing."""
    moves = {address: _rename_address(address, folder, old, new) for address in published}
    return {was: now for was, now in moves.items() if was != now}


def _write_moves(  # noqa: PLR0917 - text, then what is renamed
    source: str, folder: str, old: str, new: str, moves: Mapping[str, str], day: str
) -> str:
    """`moved.yml`: earlier moves lead to the newest address, what lives again goes, the rest is added."""
    source = re.sub(
        r"(?m)(?<=^  new: )\S+$", lambda match: _rename_address(match[0], folder, old, new), source
    )
    # an address that would lead to itself is the page's own again
    source = _ENTRY.sub(lambda entry: "" if entry[1] == entry[2] else entry[0], source)
    return lead_on(source, moves, day)


_ENTRY = re.compile(r"- old: (\S+)\n  new: (\S+)\n  day: \S+\n")
