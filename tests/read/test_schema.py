"""Schemas for editors: what the generator reads, they accept; what it refuses by its shape, they mark."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from build_tools.read.schema import make_schemas
from build_tools.read.yaml_tree import parse_yaml
from tests.read.cases import GOOD

FILES = {
    "record.json": ("harbour.yml", "mail.yml"),
    "topics.json": ("vocabulary/topics.yml",),
    "entities.json": ("vocabulary/entities.yml",),
    "thesaurus.json": ("vocabulary/thesaurus.yml",),
    "origins.json": ("origins.yml",),
    "findings.json": ("findings.yml",),
    "overviews.json": ("overviews.yml",),
    "wanted.json": ("wanted.yml",),
    "moved.json": ("moved.yml",),
    "private-names.json": ("private-names.yml",),
}


def _value(name: str) -> Any:
    return parse_yaml(name, (GOOD / name).read_text("utf-8"))[0].value


@pytest.mark.parametrize("schema", FILES)
def test_good_files_are_valid(schema: str) -> None:
    """Every kind of file has a schema, and files without a fault have none in the editor either."""
    rules = json.loads(make_schemas()[schema])
    Draft202012Validator.check_schema(rules)
    for name in FILES[schema]:
        assert not list(Draft202012Validator(rules).iter_errors(_value(name)))


def test_every_kind_is_tried() -> None:
    """No schema goes untested."""
    assert set(make_schemas()) == set(FILES)


def test_slips_are_marked() -> None:
    """An unknown field, a word that a field does not know and a number in quotation marks are marked."""
    record = _value("harbour.yml") | {"titel": "x", "paragraphs": "2"}
    record["notes"][0]["kind"] = "warning"
    errors = Draft202012Validator(json.loads(make_schemas()["record.json"])).iter_errors(record)
    assert {tuple(error.path) for error in errors} == {(), ("paragraphs",), ("notes", 0, "kind")}


def test_forms_may_be_bare() -> None:
    """A surface form is a text or a mapping, to the editor too."""
    validator = Draft202012Validator(json.loads(make_schemas()["entities.json"]))
    entity = _value("vocabulary/entities.yml")[0]
    assert validator.is_valid([entity | {"forms": ["a", {"text": "b", "in": ["c"], "whole": True}]}])
    assert not validator.is_valid([entity | {"forms": [3]}])
    assert not validator.is_valid([entity | {"forms": [{"txt": "b"}]}])


@pytest.mark.parametrize("schema", FILES)
def test_each_field_is_described(schema: str) -> None:
    """Editors show it while one types, and the reference of fields is made from it."""
    whole = json.loads(make_schemas()[schema])
    types = {**whole.get("$defs", {}), schema: whole}
    # what may also be a bare word is a choice, of which one is the mapping
    choices = [(name, choice) for name, part in types.items() for choice in (part, *part.get("anyOf", ()))]
    bare = [
        f"{name}.{key}"
        for name, part in choices
        for key, field in part.get("properties", {}).items()
        if not field.get("description")
    ]
    assert not bare
