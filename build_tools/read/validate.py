"""Tree × type → value or faults, because pydantic speaks to programmers and a keeper needs a remedy."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from sys import intern
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from build_tools.model.codes import make_fault
from build_tools.model.fault import Fault
from build_tools.model.material import Loc, Places
from build_tools.read.located_error import LocatedError, get_at, locate_error
from build_tools.read.patterns_in_words import FORMS
from build_tools.read.yaml_tree import Tree
from build_tools.text.terminal import did_you_mean, quote_value

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
    # before `int`, of which it is a subclass
    (bool, "true or false"),
    (int, "a number"),
    (float, "a number"),
    (str, "text"),
    (list, "a list"),
    (dict, "a mapping"),
)


_SHORT = 40
"""Letters of what may be a name, a kind or a date: in the records of an archive each stands many times."""


def _share_words(value: Any) -> Any:
    """The same with one string for all short ones that are equal."""
    if isinstance(value, str):
        return intern(value) if len(value) < _SHORT else value
    if isinstance(value, list):
        return [_share_words(part) for part in value]
    if isinstance(value, dict):
        return {intern(key): _share_words(part) for key, part in value.items()}
    return value


def read_as(model: type[M], tree: Tree, loc: Loc = ()) -> tuple[M | None, tuple[Fault, ...]]:
    """The part of a tree at `loc` as a model, or every fault of its shape."""
    try:
        return model.model_validate(_share_words(get_at(tree.value, loc))), ()
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
    complaints = [locate_error(model, tree, loc, detail) for detail in details]
    return None, _drop_repeated(
        _word_error(complaint) for complaint in complaints if not _other_branch(complaint)
    )


def name_kind(value: object) -> str:
    """What a keeper would call the value: `text`, `a list`."""
    return next((name for kind, name in _CALLED if isinstance(value, kind)), "nothing")


def _drop_repeated(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """One fault for each place and code: the branches of a union complain separately."""
    seen: dict[tuple[object, ...], Fault] = {}
    for fault in faults:
        # of these two there may be several at one place: fields that it lacks, or should not have
        several = fault.message if fault.code in ("R101", "R102") else ""
        seen.setdefault((fault.line, fault.column, fault.code, several), fault)
    return tuple(seen.values())


def _other_branch(error: LocatedError) -> bool:
    """Whether it is of a union's branch that was not meant: “not text” about a list of links."""
    if isinstance(error.found, list):
        # pydantic’s names for the branches: of a union of text and list, both complain
        return "constrained-str" in error.rest
    return isinstance(error.found, str) and any(str(step).startswith("tuple[") for step in error.rest)


def _word_error(error: LocatedError) -> Fault:
    if error.kind in ("missing", "extra_forbidden"):
        return _word_missing(error) if error.kind == "missing" else _word_unknown(error)
    if error.found is None:
        return make_fault(
            error.tree.places, error.written, "R104", f"Nothing is written for {quote_value(error.name)}."
        )
    return _WORDS.get(error.kind, _word_odd)(error)


def _word_missing(error: LocatedError) -> Fault:
    name = error.rest[-1] if error.rest else ""
    if isinstance(name, int):
        message = f"A list of {name} where one of {name + 1} or more is needed."
        return make_fault(error.tree.places, error.written, "R102", message)
    where = f" in {quote_value(error.name)}" if error.keyed else ""
    places = error.tree.key_places if error.keyed else error.tree.places
    return make_fault(places, error.written, "R102", f"The field {quote_value(name)} is missing{where}.")


def _word_unknown(error: LocatedError) -> Fault:
    present = get_at(error.tree.value, error.written[:-1])
    free = {field for field in error.siblings if field not in present}
    message = f"There is no field {quote_value(error.name)} here."
    return make_fault(error.tree.key_places, error.written, "R101", message, did_you_mean(error.name, free))


def _wrong_type(error: LocatedError) -> Fault:
    value = "" if isinstance(error.found, (list, dict)) else f" ({quote_value(error.found)})"
    message = f"This should be {_name_wanted(error)}, but is {name_kind(error.found)}{value}."
    return make_fault(error.tree.places, error.written, "R103", message, _explain_conversion(error))


def _name_wanted(error: LocatedError) -> str:
    if error.written[-1:] == ("chain",):
        return "the name of a chain or a list of links"
    return "a number" if error.rest and error.kind in _NUMBERS else _TYPES[error.kind]


def _explain_conversion(error: LocatedError) -> str:
    if error.kind in _NUMBERS and isinstance(error.found, str):
        return "Write digits only, such as 20000, without quotation marks or separators."
    if error.kind == "model_type" and error.fields:
        return f"Write its fields as `name: value`, of these: {', '.join(sorted(error.fields))}."
    if error.kind == "string_type" and isinstance(error.found, (int, float)) and not error.rest:
        return "Put it in quotation marks."
    return ""


def _wrong_form(error: LocatedError) -> Fault:
    places, value = _place_value(error)
    if value == "":
        return make_fault(places, error.written, "R104", "This is empty.")
    form = FORMS.get(str(error.context.get("pattern")), "in the form of this field")
    return make_fault(places, error.written, "R107", f"{quote_value(value)} is not {form}.")


def _wrong_word(error: LocatedError) -> Fault:
    expected = str(error.context["expected"])
    # pydantic writes “'a', 'b' or 'c'”
    allowed = expected.replace("' or '", "', '").strip("'").split("', '")
    places, word = _place_value(error)
    message = f"{quote_value(word)} is not one of {expected}."
    return make_fault(places, error.written, "R105", message, did_you_mean(str(word), allowed))


def _place_value(error: LocatedError) -> tuple[Places, Any]:
    """The value that is wrong, and where it stands; it may be a key."""
    if error.rest[-1:] == ("[key]",):
        return error.tree.key_places, error.name
    return error.tree.places, error.found


def _word_empty(error: LocatedError) -> Fault:
    return make_fault(error.tree.places, error.written, "R104", "This is empty.")


def _word_too_long(error: LocatedError) -> Fault:
    most = error.context["max_length"]
    return make_fault(error.tree.places, error.written, "R107", f"This is longer than {most}.", "Shorten it.")


_DIVIDE = "Correct the number. Where the capture has so many, divide it into files with a record each."
"""A remedy: the number may be right, and the capture too long."""


def _word_out_of_range(error: LocatedError) -> Fault:
    least = error.context.get("ge")
    size, bound = (
        ("large", f"{error.context['le']} is the most")
        if least is None
        else ("small", f"{least} is the least")
    )
    message = f"{quote_value(error.found)} is too {size}: {bound}."
    remedy = _DIVIDE if least is None and error.written[-1:] == ("paragraphs",) else ""
    return make_fault(error.tree.places, error.written, "R108", message, remedy)


def _word_contradiction(error: LocatedError) -> Fault:
    """A validator's own words: of a mapping with fields (they contradict), or of a date."""
    words = str(error.context["error"])
    code = "R109" if isinstance(error.found, dict) else "R106"
    return make_fault(error.tree.places, error.written, code, f"{words[:1].upper()}{words[1:]}.")


def _word_odd(error: LocatedError) -> Fault:
    return make_fault(
        error.tree.places,
        error.written,
        "R103",
        f"{quote_value(error.found)} does not fit here ({error.kind}).",
    )


_WORDS: Mapping[str, Callable[[LocatedError], Fault]] = MappingProxyType(
    {
        **dict.fromkeys(_TYPES, _wrong_type),
        "string_pattern_mismatch": _wrong_form,
        "enum": _wrong_word,
        "literal_error": _wrong_word,
        "string_too_short": _word_empty,
        "too_short": _word_empty,
        "string_too_long": _word_too_long,
        "too_long": _word_too_long,
        "greater_than_equal": _word_out_of_range,
        "less_than_equal": _word_out_of_range,
        "value_error": _word_contradiction,
    }
)
"""pydantic's kinds of error → the keeper's words; a kind that is not listed gets `R103`."""
