"""What fields name, and what must stand once, follows from their types, so that no check can be forgotten."""

from __future__ import annotations

from typing import get_args

import pytest

from build_tools.model.base import Slug
from build_tools.model.codes import find_code
from build_tools.model.declarations import Refers, Unique
from build_tools.read.file_types import list_declared, list_file_types, walk_fields

PARTS = ("opening", "story", "weight")
"""Of an overview."""
REFERENCES = {
    ("record", "outlet", "entity", "organisation"),
    ("record", "retells.*.origin", "origin", ""),
    ("private-names", "*.entity", "entity", ""),
    ("record", "chains.*.*.origin", "origin", ""),
    ("record", "chains.*.*.entity", "entity", ""),
    ("record", "claims.*.chain.*.origin", "origin", ""),
    ("record", "claims.*.chain.*.entity", "entity", ""),
    ("record", "chains.*.*.after.*", "origin", ""),
    ("record", "claims.*.chain.*.after.*", "origin", ""),
    ("record", "claims.*.printed.*.entity", "entity", ""),
    ("record", "retells.*.changes.*.by", "origin", ""),
    ("record", "notes.*.findings.*", "finding", ""),
    ("record", "claims.*.topics.*", "topic", ""),
    ("record", "claims.*.mentions.*", "entity", ""),
    ("record", "claims.*.figures.*.place", "entity", "place"),
    ("topics", "*.broader", "topic", ""),
    ("topics", "*.related.*", "topic", ""),
    ("entities", "*.forms.*.in.*", "source", ""),
    ("origins", "*.entity", "entity", ""),
    ("findings", "findings.*.claims.*", "claim", ""),
    ("findings", "findings.*.denied_by.*.claim", "claim", ""),
    ("findings", "disagreements.*.claims.*", "claim", ""),
    ("findings", "disagreements.*.findings.*", "finding", ""),
    ("findings", "withdrawn.*.see.*", "claim", ""),
    ("findings", "withdrawn.*.instead", "finding", ""),
    ("wanted", "*.topics.*", "topic", ""),
    ("overviews", "topics.*.topic", "topic", ""),
    *(
        ("overviews", f"{place}.{noun}", noun, "")
        for place in (
            "doors.*",
            *(f"{whose}.{part}.*.rests_on.*" for whose in ("archive", "topics.*") for part in PARTS),
        )
        for noun in ("finding", "claim", "disagreement", "source")
    ),
}
"""Role, path, what is named, and the kind that it must be of."""

UNIQUE = {
    ("thesaurus", "*.words.*", "V112", "word"),
    ("record", "slug", "R110", "slug"),
    ("record", "url", "R112", "address"),
    ("record", "capture.sha256", "C110", "capture"),
    ("record", "earlier.*.sha256", "C110", "capture"),
    ("topics", "*.id", "V106", "id"),
    ("entities", "*.id", "V106", "id"),
    ("origins", "*.id", "V106", "id"),
    ("findings", "findings.*.id", "V106", "id"),
    ("findings", "disagreements.*.id", "V106", "id"),
    ("findings", "withdrawn.*.id", "V106", "id"),
    ("moved", "*.old", "V106", "address"),
    ("overviews", "topics.*.topic", "V106", "overview of"),
}

CHECKED_WITHIN_THE_RECORD = {("record", "claims.*.chain")}
"""Slugs that name something of the same record: `record_rules` looks for it."""


def test_references_are_those_that_the_fields_declare() -> None:
    """A field that named something keeps being checked, whatever becomes of its type."""
    found = {(role, path, r.noun, r.kind) for role, path, r in list_declared(Refers)}
    assert found == REFERENCES


def test_unique_values_are_those_that_the_fields_declare() -> None:
    """A value that may stand once keeps being checked."""
    assert {(role, path, u.code, u.noun) for role, path, u in list_declared(Unique)} == UNIQUE


def test_no_slug_is_bare() -> None:
    """A slug is an entry's own or names something: one that says neither would be checked by nobody."""
    form = get_args(Slug)[1]
    bare = {
        (role, path)
        for role, start, model in list_file_types()
        for path, metadata in walk_fields(model, start)
        if form in metadata and not any(isinstance(part, (Refers, Unique)) for part in metadata)
    }
    assert bare == CHECKED_WITHIN_THE_RECORD


CODES = {d.code for _, _, d in list_declared(Refers)} | {d.code for _, _, d in list_declared(Unique)}


@pytest.mark.parametrize("code", sorted(CODES))
def test_codes_are_known(code: str) -> None:
    """A declaration's fault is in the table of codes."""
    assert find_code(code).code == code
