"""Types → JSON Schemas, because an editor that knows the fields tells of a slip while it is being made."""

from __future__ import annotations

import json
from inspect import getdoc
from typing import Any

from pydantic import TypeAdapter

from build_tools.read.file_types import EVIDENCE_TYPES, LIST_TYPES, WHOLE_FILE_TYPES

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def make_schemas() -> dict[str, str]:
    """File name → JSON Schema of what that kind of file holds, one for each kind."""
    schemas = {role: TypeAdapter(list[model]).json_schema() for role, model in LIST_TYPES.items()}  # type: ignore[valid-type]
    schemas |= {role: model.model_json_schema() for role, model in WHOLE_FILE_TYPES.items()}
    schemas["findings"] = _make_findings_schema()
    return {f"{name}.json": _write_schema(name, schema) for name, schema in sorted(schemas.items())}


def _make_findings_schema() -> dict[str, Any]:
    """The one file that is a mapping of lists."""
    definitions: dict[str, Any] = {}
    properties: dict[str, Any] = {}
    for name, kind in EVIDENCE_TYPES.items():
        schema = TypeAdapter(list[kind]).json_schema()  # type: ignore[valid-type]
        definitions |= schema.pop("$defs", {})
        # what stands in the list is told by its type
        properties[name] = {**schema, "description": getdoc(kind)}
    return {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "$defs": definitions,
    }


def _write_schema(name: str, schema: dict[str, Any]) -> str:
    whole = {"$schema": _DIALECT, "title": name, **_strip_titles(schema)}
    return json.dumps(whole, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _strip_titles(schema: Any) -> Any:
    """A schema as editors show it: titles that only repeat the field's name are left out."""
    if isinstance(schema, list):
        return [_strip_titles(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    # a mapping of fields may have one that is called `title`: that one is no text
    named = isinstance(schema.get("title"), str)
    plain = {key: _strip_titles(part) for key, part in schema.items() if not (named and key == "title")}
    if named and schema["title"] == "Form":
        # a surface form may be written as a bare string
        return {"anyOf": [{"type": "string", "minLength": 1}, plain], "description": plain["description"]}
    return plain
