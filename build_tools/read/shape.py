"""Tree × type → value or faults, because pydantic speaks to programmers and a keeper needs a remedy."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from build_tools.model.codes import fault
from build_tools.model.fault import Fault
from build_tools.model.material import Loc, Places
from build_tools.read.complaint import Complaint, at, complaint
from build_tools.read.forms import FORMS
from build_tools.read.tree import Tree
from build_tools.text.showing import did_you_mean, shown

M = TypeVar("M", bound=BaseModel)

_TYPES = MappingProxyType(
    {
        "string_type": "text",
        "int_type": "a whole number, digits only",
        "float_type": "a number",
        "bool_type": "`true` or `false`",
        "tuple_type": "a list",
        "dict_type": "a mapping",
        "model_type": "a mapping",
    }
)
_NUMBERS = ("int_type", "float_type")
_CALLED: tuple[tuple[type, str], ...] = (
    (bool, "true or false"),
    (int, "a number"),
    (float, "a number"),
    (str, "text"),
    (list, "a list"),
    (dict, "a mapping"),
)


def read_as(model: type[M], tree: Tree, loc: Loc = ()) -> tuple[M | None, tuple[Fault, ...]]:
    """The part of a tree at `loc` as a model, or every fault of its shape."""
    try:
        return model.model_validate(at(tree.value, loc)), ()
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
    complaints = [complaint(model, tree, loc, one) for one in details]
    return None, _unique(_told(one) for one in complaints if not _other_branch(one))


def kind_of(value: object) -> str:
    """What a keeper would call the value: `text`, `a list`."""
    return next((name for kind, name in _CALLED if isinstance(value, kind)), "nothing")


def _unique(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """One fault for each place and code: the branches of a union complain separately."""
    seen: dict[tuple[object, ...], Fault] = {}
    for one in faults:
        several = one.message if one.code in ("R101", "R102") else ""
        seen.setdefault((one.line, one.column, one.code, several), one)
    return tuple(seen.values())


def _other_branch(one: Complaint) -> bool:
    """Whether it is of a union's branch that was not meant: “not text” about a list of links."""
    if isinstance(one.found, list):
        return "constrained-str" in one.rest
    return isinstance(one.found, str) and any(str(step).startswith("tuple[") for step in one.rest)


def _told(one: Complaint) -> Fault:
    if one.kind in ("missing", "extra_forbidden"):
        return _missing(one) if one.kind == "missing" else _unknown(one)
    if one.found is None:
        return fault(one.tree.places, one.written, "R104", f"Nothing is written for {shown(one.name)}.")
    return _WORDS.get(one.kind, _odd)(one)


def _missing(one: Complaint) -> Fault:
    name = one.rest[-1] if one.rest else ""
    if isinstance(name, int):
        message = f"A list of {name} where one of {name + 1} or more is needed."
        return fault(one.tree.places, one.written, "R102", message)
    where = f" in {shown(one.name)}" if one.keyed else ""
    places = one.tree.key_places if one.keyed else one.tree.places
    return fault(places, one.written, "R102", f"The field {shown(name)} is missing{where}.")


def _unknown(one: Complaint) -> Fault:
    present = at(one.tree.value, one.written[:-1])
    free = {field for field in one.siblings if field not in present}
    message = f"There is no field {shown(one.name)} here."
    return fault(one.tree.key_places, one.written, "R101", message, did_you_mean(one.name, free))


def _wrong_type(one: Complaint) -> Fault:
    value = "" if isinstance(one.found, (list, dict)) else f" ({shown(one.found)})"
    message = f"This should be {_wanted(one)}, but is {kind_of(one.found)}{value}."
    return fault(one.tree.places, one.written, "R103", message, _conversion(one))


def _wanted(one: Complaint) -> str:
    if one.written[-1:] == ("chain",):
        return "the name of a chain or a list of links"
    return "a number" if one.rest and one.kind in _NUMBERS else _TYPES[one.kind]


def _conversion(one: Complaint) -> str:
    if one.kind in _NUMBERS and isinstance(one.found, str):
        return "Write digits only, such as 20000, without quotation marks or separators."
    if one.kind == "string_type" and isinstance(one.found, (int, float)) and not one.rest:
        return "Put it in quotation marks."
    return ""


def _wrong_form(one: Complaint) -> Fault:
    places, value = _place_value(one)
    if value == "":
        return fault(places, one.written, "R104", "This is empty.")
    form = FORMS.get(str(one.context.get("pattern")), "in the form of this field")
    return fault(places, one.written, "R107", f"{shown(value)} is not {form}.")


def _wrong_word(one: Complaint) -> Fault:
    expected = str(one.context["expected"])
    allowed = expected.replace("' or '", "', '").strip("'").split("', '")
    places, word = _place_value(one)
    message = f"{shown(word)} is not one of {expected}."
    return fault(places, one.written, "R105", message, did_you_mean(str(word), allowed))


def _place_value(one: Complaint) -> tuple[Places, Any]:
    """The value that is wrong, and where it stands; it may be a key."""
    if one.rest[-1:] == ("[key]",):
        return one.tree.key_places, one.name
    return one.tree.places, one.found


def _empty(one: Complaint) -> Fault:
    return fault(one.tree.places, one.written, "R104", "This is empty.")


def _long(one: Complaint) -> Fault:
    most = one.context["max_length"]
    return fault(one.tree.places, one.written, "R107", f"This is longer than {most}.", "Shorten it.")


def _range(one: Complaint) -> Fault:
    message = f"{shown(one.found)} is too small: {one.context['ge']} is the least."
    return fault(one.tree.places, one.written, "R108", message)


def _contradiction(one: Complaint) -> Fault:
    """A validator's own words: of a mapping with fields (they contradict), or of a date."""
    words = str(one.context["error"])
    code = "R109" if isinstance(one.found, dict) else "R106"
    return fault(one.tree.places, one.written, code, f"{words[:1].upper()}{words[1:]}.")


def _odd(one: Complaint) -> Fault:
    return fault(one.tree.places, one.written, "R103", f"{shown(one.found)} does not fit here ({one.kind}).")


_WORDS: Mapping[str, Callable[[Complaint], Fault]] = MappingProxyType(
    {
        **dict.fromkeys(_TYPES, _wrong_type),
        "string_pattern_mismatch": _wrong_form,
        "enum": _wrong_word,
        "literal_error": _wrong_word,
        "string_too_short": _empty,
        "too_short": _empty,
        "string_too_long": _long,
        "too_long": _long,
        "greater_than_equal": _range,
        "value_error": _contradiction,
    }
)
"""pydantic's kinds of error → the keeper's words; a kind that is not listed gets `R103`."""
