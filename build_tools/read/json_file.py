"""A committed JSON file → its typed content, or faults at their places: ledgers and `reuse.json`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from build_tools.model.codes import make_fault, make_fault_at
from build_tools.model.fault import Fault
from build_tools.model.material import Loc, Places
from build_tools.read.yaml_tree import parse_yaml


class CommittedJson(BaseModel):
    """A file that a command makes and nobody writes: a key that it has not is a fault."""

    model_config = ConfigDict(extra="forbid", frozen=True)


_Content = TypeVar("_Content", bound=CommittedJson)
Misfit = tuple[str, str]
"""Code and message of a key that does not fit."""


def read_json_file(
    path: str,
    source: str,
    content: type[_Content],
    code: str,
    judge: Callable[[Mapping[str, Any]], Misfit | None] = lambda _: None,
) -> tuple[_Content | None, tuple[Fault, ...]]:
    """The content, or why it cannot be read; `judge` may tell more of a misfit than `code` does."""
    try:
        return content.model_validate(json.loads(source)), ()
    except json.JSONDecodeError as error:
        return None, (
            make_fault_at(path, error.lineno, error.colno, code, f"This is not JSON: {error.msg}."),
        )
    except RecursionError:
        return None, (make_fault_at(path, 1, 1, code, "This is nested too deep."),)
    except ValidationError as error:
        misfits = error.errors(include_url=False, include_input=False)
        return None, tuple(_tell_misfits(find_places(path, source), misfits, code, judge))
    except ValueError:  # of Python's own: a number of more digits than it reads
        return None, (make_fault(find_places(path, source), (), code, "This cannot be read as JSON."),)


def find_places(path: str, source: str) -> Places:
    """JSON is read as YAML for its places, but only when a fault needs one."""
    # YAML refuses tabs as indentation, JSON does not; a space is as wide, so places stay
    return parse_yaml(path, source.replace("\t", " "))[0].places


def join_key(loc: Loc) -> str:
    """`pairs.0.left`."""
    return ".".join(map(str, loc))


def _tell_misfits(
    places: Places, misfits: list[Any], code: str, judge: Callable[[Mapping[str, Any]], Misfit | None]
) -> Iterator[Fault]:
    for misfit in misfits:
        key = join_key(misfit["loc"])
        plain = f"The field {key} does not fit: {misfit['msg']}." if key else f"{misfit['msg']}."
        known, message = judge(misfit) or (code, plain)
        yield make_fault(places, tuple(misfit["loc"]), known, message)
