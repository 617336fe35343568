"""Tree × type → value or faults, because pydantic speaks to programmers and a keeper needs a place and a remedy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from build_tools.model.codes import fault
from build_tools.model.fault import Fault
from build_tools.model.material import Loc
from build_tools.read.forms import FORMS
from build_tools.read.tree import Tree, Value
from build_tools.text.showing import did_you_mean, shown

M = TypeVar("M", bound=BaseModel)

_TYPES = {
    "string_type": "text",
    "int_type": "a whole number, digits only",
    "float_type": "a number, digits only",
    "bool_type": "`true` or `false`",
    "tuple_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
}
_NUMBERS = ("int_type", "float_type")


def read_as(model: type[M], tree: Tree, loc: Loc = ()) -> tuple[M | None, tuple[Fault, ...]]:
    """The part of a tree at `loc` as a model, or every fault of its shape."""
    try:
        return model.model_validate(at(tree.value, loc)), ()
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        return None, _unique(_told(model, tree, loc, one) for one in details)


def at(value: Value, loc: Loc) -> Any:
    """The part of a value at a loc; KeyError or IndexError where there is none."""
    part: Any = value
    for step in loc:
        part = part[step]
    return part


def kind_of(value: object) -> str:
    """What a keeper would call the value: `text`, `a list` …"""
    names: tuple[tuple[type, str], ...] = (
        (bool, "true or false"),
        (int, "a number"),
        (float, "a number"),
        (str, "text"),
        (list, "a list"),
        (dict, "a mapping"),
    )
    return next((name for kind, name in names if isinstance(value, kind)), "nothing")


def _unique(faults: Iterator[Fault | None]) -> tuple[Fault, ...]:
    """One fault for each place and code: the branches of a union complain separately."""
    seen: dict[tuple[int, int, str, str], Fault] = {}
    for one in faults:
        if one is not None:
            extra = one.message if one.code in ("R101", "R102") else ""
            seen.setdefault((one.line, one.column, one.code, extra), one)
    return tuple(seen.values())


def _told(model: type[BaseModel], tree: Tree, base: Loc, error: ErrorDetails) -> Fault | None:
    written, rest = _written(tree, base, error["loc"])
    kind, context = error["type"], error.get("ctx", {})
    if kind == "missing":
        return _missing(tree, written, rest)
    if kind == "extra_forbidden":
        return _unknown(model, tree, written)
    found = at(tree.value, written)
    if rest and _other_branch(rest, found):
        return None
    if found is None:
        name = written[-1] if written else "file"
        return fault(tree.places, written, "R104", f"Nothing is written for {shown(name)}.")
    if kind in _TYPES:
        return _wrong_type(tree, written, rest, kind, found)
    if kind == "string_pattern_mismatch":
        return _wrong_form(tree, written, rest, context, found)
    return _wrong_value(model, tree, written, kind, context, found)


def _written(tree: Tree, base: Loc, loc: tuple[int | str, ...]) -> tuple[Loc, Loc]:
    """The part of an error's loc that stands in the file, and the steps that do not (branches, missing keys)."""
    here, part, rest = base, at(tree.value, base), []
    for step in loc:
        known = isinstance(part, dict) and step in part
        known = known or (isinstance(part, list) and isinstance(step, int) and step < len(part))
        if known:
            here, part, rest = (*here, step), part[step], []
        else:
            rest.append(step)
    return here, tuple(rest)


def _other_branch(rest: Loc, found: object) -> bool:
    """Whether the complaint is of a union's branch that was not meant: “not text” about a list of links."""
    if isinstance(found, list):
        return "constrained-str" in rest
    return isinstance(found, str) and any(str(step).startswith("tuple[") for step in rest)


def _missing(tree: Tree, written: Loc, rest: Loc) -> Fault:
    name = rest[-1] if rest else ""
    if isinstance(name, int):
        return fault(tree.places, written, "R102", f"The list has {name} entries and needs more.")
    places = tree.key_places if written and isinstance(written[-1], str) else tree.places
    where = f" in {shown(written[-1])}" if written and isinstance(written[-1], str) else ""
    return fault(places, written, "R102", f"The field {shown(name)} is missing{where}.")


def _unknown(model: type[BaseModel], tree: Tree, written: Loc) -> Fault:
    name, siblings = str(written[-1]), at(tree.value, written[:-1])
    known = {field for field in _fields(model, written[:-1]) if field not in siblings}
    message = f"There is no field {shown(name)} here."
    return fault(tree.key_places, written, "R101", message, did_you_mean(name, known))


def _wrong_type(tree: Tree, written: Loc, rest: Loc, kind: str, found: object) -> Fault:
    wanted = "a number, digits only" if rest else _TYPES[kind]
    if written[-1:] == ("chain",):
        wanted, kind = "the name of a chain or a list of links", ""
    if kind in _NUMBERS and isinstance(found, str):
        remedy = "Write digits only, such as 20000, without quotation marks or separators."
    elif kind == "string_type" and isinstance(found, (int, float, bool)):
        remedy = "Put it in quotation marks."
    else:
        remedy = ""
    message = f"This should be {wanted}, but is {kind_of(found)}{_quoted(found)}."
    return fault(tree.places, written, "R103", message, remedy)


def _quoted(found: object) -> str:
    return "" if isinstance(found, (list, dict)) else f" ({shown(found)})"


def _wrong_form(tree: Tree, written: Loc, rest: Loc, context: Mapping[str, Any], found: object) -> Fault:
    places = tree.key_places if rest[-1:] == ("[key]",) else tree.places
    value = written[-1] if rest[-1:] == ("[key]",) else found
    expected = FORMS.get(str(context.get("pattern")), "its own form")
    if value == "":
        return fault(places, written, "R104", "This is empty.")
    return fault(places, written, "R107", f"{shown(value)} is not {expected}.")


def _wrong_value(
    model: type[BaseModel], tree: Tree, written: Loc, kind: str, context: Mapping[str, Any], found: object
) -> Fault:
    if kind == "enum":
        message = f"{shown(found)} is not one of {context['expected']}."
        words = str(context["expected"]).replace("' or '", "', '").strip("'").split("', '")
        return fault(tree.places, written, "R105", message, did_you_mean(str(found), words))
    if kind in ("string_too_short", "too_short"):
        return fault(tree.places, written, "R104", "This is empty.")
    if kind in ("string_too_long", "too_long"):
        most = context.get("max_length")
        return fault(tree.places, written, "R107", f"This is longer than {most}.")
    if kind in ("greater_than_equal", "less_than_equal"):
        least = context.get("ge", context.get("le"))
        return fault(tree.places, written, "R108", f"{shown(found)} is out of range: the limit is {least}.")
    if kind == "value_error":
        words = str(context["error"])
        code = "R109" if _models(model, written) else "R106"
        return fault(tree.places, written, code, f"{words[:1].upper()}{words[1:]}.")
    return fault(tree.places, written, "R103", f"{shown(found)} does not fit here ({kind}).")


def _fields(model: type[BaseModel], loc: Loc) -> set[str]:
    """Names of the fields that the mapping at a loc may have."""
    return {field.alias or name for one in _models(model, loc) for name, field in one.model_fields.items()}


def _models(model: type[BaseModel], loc: Loc) -> set[type[BaseModel]]:
    """The types that the value at a loc may have; empty where it is no mapping with fields."""
    models = {model}
    for step in loc:
        models = {inner for one in models for inner in _step(one, step)}
    return models


def _step(model: type[BaseModel], step: str | int) -> set[type[BaseModel]]:
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    if isinstance(step, int):
        return {model}
    return _inside(fields[step].annotation) if step in fields else set()


def _inside(annotation: Any) -> set[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {annotation}
    return {m for part in get_args(annotation) for m in _inside(part)}
