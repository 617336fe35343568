"""Pydantic's error × tree → placed complaint, because the loc of an error is not a path in the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from build_tools.model.material import Loc
from build_tools.read.scalars import Value
from build_tools.read.yaml_tree import Tree


@dataclass(frozen=True, slots=True)
class LocatedError:
    """One error of a value's shape, placed."""

    tree: Tree
    kind: str
    """pydantic's name for it: `missing`, `enum` …"""
    written: Loc
    """The part of the error's loc that stands in the file."""
    rest: Loc
    """The steps after it: a missing key, or the branch of a union."""
    context: Mapping[str, Any]
    found: Any
    """The value at `written`."""
    fields: frozenset[str]
    """Fields that a mapping here may have; empty where no mapping with fields is expected."""
    siblings: frozenset[str]
    """Fields that the mapping around it may have."""

    @property
    def name(self) -> str:
        """The field that it is about, for a message."""
        named = [step for step in self.written if isinstance(step, str)]
        return named[-1] if named else ""

    @property
    def keyed(self) -> bool:
        """Whether the value stands under a key of its own."""
        return bool(self.written) and isinstance(self.written[-1], str)


def locate_error(model: type[BaseModel], tree: Tree, base: Loc, error: ErrorDetails) -> LocatedError:
    """An error about the model at `base`, located in the file."""
    written, rest = _split_loc(tree, base, error["loc"])
    inside = written[len(base) :]
    return LocatedError(
        tree=tree,
        kind=error["type"],
        written=written,
        rest=rest,
        context=error.get("ctx", {}),
        found=get_at(tree.value, written),
        fields=_list_fields(_find_models(model, inside)),
        siblings=_list_fields(_find_models(model, inside[:-1])),
    )


def get_at(value: Value, loc: Loc) -> Any:
    """The part of a value at a loc; KeyError or IndexError where there is none."""
    part: Any = value
    for step in loc:
        part = part[step]
    return part


def _split_loc(tree: Tree, base: Loc, loc: tuple[int | str, ...]) -> tuple[Loc, Loc]:
    written, part = base, get_at(tree.value, base)
    rest: list[int | str] = []
    for step in loc:
        known = isinstance(part, dict) and step in part
        known = known or (isinstance(part, list) and isinstance(step, int) and step < len(part))
        if known:
            written, part, rest = (*written, step), part[step], []
        else:
            rest.append(step)
    return written, tuple(rest)


def _list_fields(models: set[type[BaseModel]]) -> frozenset[str]:
    return frozenset(field.alias or name for model in models for name, field in model.model_fields.items())


def _find_models(model: type[BaseModel], loc: Loc) -> set[type[BaseModel]]:
    models = {model}
    for step in loc:
        models = {inner for outer in models for inner in _step_into(outer, step)}
    return models


def _step_into(model: type[BaseModel], step: str | int) -> set[type[BaseModel]]:
    if isinstance(step, int):
        # an index enters no model: that of the list’s entries was entered with its field
        return {model}
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    return _list_models_inside(fields[step].annotation) if step in fields else set()


def _list_models_inside(annotation: Any) -> set[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {annotation}
    return {model for part in get_args(annotation) for model in _list_models_inside(part)}
