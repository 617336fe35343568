"""Shared wording as committed (`reuse.json`) → Reuse, because a clone without the captures shows it too.

The file is made by a command and holds no text: counts, shares and addresses of passages only.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from pydantic import BaseModel, ConfigDict, ValidationError

from build_tools.model.codes import fault, fault_at
from build_tools.model.fault import Fault
from build_tools.model.material import Loc, Places
from build_tools.model.reuse import Reuse
from build_tools.read.tree import parse
from build_tools.text.showing import did_you_mean, shown

Paragraphs = Mapping[str, int | None]
"""Slug of each source → how many paragraphs its record says it has; None where that cannot be told."""


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    pairs: tuple[Reuse, ...]


def read_wording(
    path: str, source: str, sources: Paragraphs | None
) -> tuple[tuple[Reuse, ...], tuple[Fault, ...]]:
    """The pairs, if all are whole and between known sources; else faults.

    `sources` is None where a record cannot be read, so that no name can be called unknown.
    """
    try:
        pairs = _File.model_validate(json.loads(source)).pairs
    except json.JSONDecodeError as error:
        message = f"This is not JSON: {error.msg}."
        return (), (fault_at(path, error.lineno, error.colno, "C112", message),)
    except RecursionError:
        return (), (fault_at(path, 1, 1, "C112", "This is nested too deep."),)
    except ValueError as error:
        return (), tuple(_shape(_places(path, source), error))
    wrong = list(_wrong(pairs, sources))
    places = _places(path, source) if wrong else Places(path)
    faults = tuple(fault(places, loc, code, *words) for loc, code, *words in wrong)
    return (() if faults else pairs), faults


def _places(path: str, source: str) -> Places:
    """JSON is read as YAML for its places, but only when a fault needs one."""
    return parse(path, source.replace("\t", " "))[0].places


def _shape(places: Places, error: ValueError) -> Iterator[Fault]:
    details = (
        error.errors(include_url=False, include_input=False) if isinstance(error, ValidationError) else []
    )
    for one in details:
        name = ".".join(map(str, one["loc"]))
        message = f"The field {name} does not fit: {one['msg']}." if name else f"{one['msg']}."
        yield fault(places, tuple(one["loc"]), "C112", message)
    if not details:
        yield fault(places, (), "C112", "This cannot be read as JSON.")


Wrong = tuple[Loc, str, str, str]
"""Place, code, message, remedy."""


def _wrong(pairs: Sequence[Reuse], sources: Paragraphs | None) -> Iterator[Wrong]:
    before = ("", "")
    for at, pair in enumerate(pairs):
        if pair.left >= pair.right:
            message = f"{pair.right} should be the left one: the slug that sorts first."
            yield ("pairs", at, "left"), "C112", message, ""
        if (pair.left, pair.right) <= before:
            message = f"The pair {pair.left}, {pair.right} is out of order, or stands twice."
            yield ("pairs", at), "C112", message, ""
        before = (pair.left, pair.right)
        if sources is not None:
            yield from _names(("pairs", at), pair, sources)


def _names(loc: Loc, pair: Reuse, sources: Paragraphs) -> Iterator[Wrong]:
    for side, slug in (("left", pair.left), ("right", pair.right)):
        if slug not in sources:
            message = f"There is no source {shown(slug)}."
            yield (*loc, side), "V104", message, did_you_mean(slug, sources)
            continue
        most = sources[slug]
        for n, aligned in enumerate(pair.passages):
            passage = aligned.left if side == "left" else aligned.right
            if most is not None and passage[0] == "p" and int(passage[1:]) > most:
                message = f"{slug} has no {passage}: its last paragraph is p{most}."
                yield (*loc, "passages", n, side), "C112", message, ""
