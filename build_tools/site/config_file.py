"""mkdocs.yml → where its settings stand, and all that they are made of: a fault must say where it is.

Only nodes are read and nothing is constructed, so that MkDocs' own tags (`!ENV`) are left alone. What a file
does not say may stand in the one that it inherits.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from mkdocs.utils.yaml import get_yaml_loader

from build_tools.model.material import Loc
from build_tools.site.verify import path_from_here

_INHERIT = "INHERIT"
_SETTINGS: Loc = ("extra", "archive")
_DEEPEST = len(_SETTINGS) + 3
"""A setting, an entry of its list, a field of that; what aliases unfold to further down is no setting."""


@dataclass(frozen=True, slots=True)
class SettingPlace:
    """Where a setting stands."""

    path: str
    """As the user would type it."""
    key: tuple[int, int] = (1, 1)
    """Line and column, both 1-based."""
    value: tuple[int, int] = (1, 1)
    variable: str = ""
    """The environment variable that the value comes from, where `!ENV` names one that is set."""


class RepeatedKey(NamedTuple):
    """A key that stands twice in one mapping, of which the last would win in silence."""

    name: str
    path: str
    """As the user would type it."""
    line: int
    column: int
    """Of the second, both 1-based."""
    first: int
    """The line of the first."""


def find_setting_places(file: Path, heirs: frozenset[Path] = frozenset()) -> dict[Loc, SettingPlace]:
    """The marks of all keys of a file, and of all below `extra.archive`, inherited ones included.

    Empty for what cannot be read. `heirs`: the files that inherit this one.
    """
    root = _compose_yaml(file)
    own_places = dict(_list_places(root, (), path_from_here(str(file))))
    inherited = next((v.value for k, v in _list_entries(root) if k.value == _INHERIT), None)
    if not isinstance(inherited, str) or file.resolve() in heirs:
        return own_places
    above = find_setting_places(file.parent / inherited, heirs | {file.resolve()})
    # a list that this file has takes the place of the whole list there
    setting = len(_SETTINGS) + 1
    left = {
        loc: mark for loc, mark in above.items() if len(loc) <= setting or loc[:setting] not in own_places
    }
    return {**left, **own_places}


def find_nearest_place(file: Path, loc: Loc) -> SettingPlace:
    """The mark of a setting, or of the nearest around it that is written."""
    marks = find_setting_places(file)
    while loc and loc not in marks:
        loc = loc[:-1]
    return marks.get(loc, SettingPlace(path_from_here(str(file))))


def find_repeated_keys(file: Path) -> Iterator[RepeatedKey]:
    """Every key that its mapping has already, in the file and in those that it inherits.

    What one file says and another that inherits it says otherwise is none: that is what inheriting is for.
    """
    for inherited in list_settings_files(file):
        waiting, seen = [_compose_yaml(inherited)], set[int]()
        while waiting:
            node = waiting.pop()
            if id(node) not in seen and isinstance(node, yaml.CollectionNode):
                seen.add(id(node))
                waiting += [value for _, value in _list_entries(node)] or [*node.value]
                yield from _list_repeated(node, path_from_here(str(inherited)))


def _list_repeated(node: Any, path: str) -> Iterator[RepeatedKey]:
    first: dict[str, int] = {}
    for key, _ in _list_entries(node):
        name, (line, column) = str(key.value), _locate_node(key)
        if name in first:
            yield RepeatedKey(name, path, line, column, first[name])
        first.setdefault(name, line)


def digest_settings(file: Path) -> str:
    """SHA-256 of all that MkDocs takes its settings from: files, inherited ones, hooks, the environment."""
    whole = hashlib.sha256()
    for part in (part for inherited in list_settings_files(file) for part in _list_parts(inherited)):
        whole.update(b"%d:" % len(part) + part)
    return whole.hexdigest()


def list_settings_files(file: Path, heirs: frozenset[Path] = frozenset()) -> Iterator[Path]:
    """The file and those that it inherits, as far as they are there."""
    if file.is_file() and file.resolve() not in heirs:
        yield file
        inherited = (v.value for k, v in _list_entries(_compose_yaml(file)) if k.value == _INHERIT)
        for name in inherited:
            yield from list_settings_files(file.parent / str(name), heirs | {file.resolve()})


def _list_parts(file: Path) -> Iterator[bytes]:
    yield _read_bytes(file)
    root = _compose_yaml(file)
    yield from (f"{name}={os.environ.get(name)}".encode() for name in sorted(_list_variables(root)))
    for key, value in _list_entries(root):
        if key.value == "hooks" and isinstance(value, yaml.SequenceNode):
            yield from (_read_bytes(file.parent / str(hook.value)) for hook in value.value)


def _read_bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""


def _list_variables(root: Any) -> Iterator[str]:
    """The environment's variables that `!ENV` names; what anchors repeat is looked at once."""
    waiting, seen = [root], set[int]()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            waiting += [part for pair in node.value for part in pair]
        elif getattr(node, "tag", "") == "!ENV":
            yield from (
                [str(part.value) for part in node.value] if isinstance(node.value, list) else [node.value]
            )
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value


def _compose_yaml(file: Path) -> Any:
    try:
        return _compose_content(file.read_bytes())
    except (yaml.YAMLError, OSError, ValueError, RecursionError):
        return None


# one build asks thrice: for places, for keys that are there twice, for what the settings depend on
@lru_cache(maxsize=8)
def _compose_content(content: bytes) -> Any:
    return yaml.compose(content, Loader=get_yaml_loader())


def _list_entries(node: Any) -> Iterator[tuple[Any, Any]]:
    if isinstance(node, yaml.MappingNode):
        yield from node.value


def _list_places(node: Any, loc: Loc, path: str) -> Iterator[tuple[Loc, SettingPlace]]:
    for name, key, value in _list_children(node):
        below: Loc = (*loc, name)
        yield below, SettingPlace(path, _locate_node(key), _locate_node(value), _find_variable(value))
        shorter = min(len(below), len(_SETTINGS))
        if below[:shorter] == _SETTINGS[:shorter] and len(below) < _DEEPEST:
            yield from _list_places(value, below, path)


def _list_children(node: Any) -> Iterator[tuple[str | int, Any, Any]]:
    """What a mapping or a list holds: key or number, where that stands, value."""
    if isinstance(node, yaml.SequenceNode):
        yield from ((n, value, value) for n, value in enumerate(node.value))
    yield from ((str(key.value), key, value) for key, value in _list_entries(node))


def _locate_node(node: Any) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _find_variable(node: Any) -> str:
    """As `!ENV` reads it: of several names the first that is set; the last of a list is the default."""
    if node.tag != "!ENV":
        return ""
    named = [node] if isinstance(node, yaml.ScalarNode) else node.value[: max(len(node.value) - 1, 1)]
    return next((str(name.value) for name in named if str(name.value) in os.environ), "")
