"""Findings as written → faults for statements that cannot stand alone, because they go out alone.

A statement stands in citations, feeds, search results and on share pictures. It tells who says so, when, and
how surely, in its own words; what one party alleges must never look like a bare fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from build_tools.model.codes import make_fault
from build_tools.model.fault import Fault
from build_tools.model.material import Loc
from build_tools.read.references import Roles, walk_path, walk_words
from build_tools.read.scalars import Value
from build_tools.read.yaml_tree import Tree
from build_tools.text.fold import fold
from build_tools.text.terminal import quote_value

MODALITY_WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "reported": (
            "report",
            "said",
            "say",
            "told",
            "tell",
            "accord",
            "describ",
            "quot",
            "print",
            "writ",
            "wrote",
        ),
        "estimated": ("estimat", "assess", "put at", "put the", "believ", "reckon", "judg", "thought"),
        "alleged": ("alleg", "accus", "claim", "charg"),
        "planned": ("plan", "intend", "prepar", "were to", "was to", "aim"),
        "announced": ("announc", "promis", "offer", "declar", "decree"),
        "established": (),
    }
)
"""Modality → beginnings of English words, one of which its statements have. Established needs none."""

# EDTF’s `199X` is a decade, and is told by its three digits
_YEAR = re.compile(r"\d{4}|\d{3}X")


def check_findings(roles: Roles) -> Iterator[Fault]:
    """Every fault of statements, and ids that are both findings and withdrawn."""
    for tree in roles.get("findings", ()):
        for loc, entry in walk_path(tree.value, "findings.*"):
            if isinstance(entry, dict):
                yield from _check_statement(tree, loc, entry)
    yield from _check_withdrawn(roles)


def _check_statement(tree: Tree, loc: Loc, entry: dict[str, Value]) -> Iterator[Fault]:
    statement = entry.get("statement")
    if not isinstance(statement, str):
        return
    text = fold(statement).casefold()
    modality, said_by, when = (entry.get(name) for name in ("modality", "said_by", "when"))
    place = (*loc, "statement")
    stems = MODALITY_WORDS.get(str(modality), ())
    if stems and not any(re.search(rf"\b{stem}", text) for stem in stems):
        message = f"Nothing in the statement says that it is {modality}."
        yield make_fault(tree.places, place, "E106", message)
    if isinstance(said_by, str) and fold(said_by).casefold() not in text:
        yield make_fault(
            tree.places, place, "E106", f"The statement does not name {quote_value(said_by)}, who says it."
        )
    years = _YEAR.findall(str(when)) if when is not None else []
    if years and not any(year.replace("X", "") in text for year in years):
        yield make_fault(tree.places, place, "E106", f"The statement does not give its year, {years[0]}.")


def _check_withdrawn(roles: Roles) -> Iterator[Fault]:
    trees = roles.get("findings", ())
    findings = {word for tree in trees for _, word in walk_words(tree.value, "findings.*.id")}
    for tree in trees:
        for loc, word in walk_words(tree.value, "withdrawn.*.id"):
            if word in findings:
                yield make_fault(tree.places, loc, "E105", f"{quote_value(word)} is a finding too.")
