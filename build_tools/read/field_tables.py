"""JSON Schemas of files → tables of all fields, because a page written by hand and the check would part."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from build_tools.model.archive_settings import ArchiveSettings
from build_tools.model.base import CLAIM_ID, CLAIM_REF, PASSAGE_ID
from build_tools.read.schema import make_schemas

_FILES = {
    "record": "seeds/NAME.yml: a record",
    "topics": "seeds/vocabulary/topics.yml",
    "entities": "seeds/vocabulary/entities.yml",
    "thesaurus": "seeds/vocabulary/thesaurus.yml",
    "origins": "seeds/origins.yml",
    "findings": "seeds/findings.yml",
    "overviews": "seeds/overviews.yml",
    "moved": "seeds/moved.yml",
    "wanted": "seeds/wanted.yml",
}
"""Schema → what its file is called, in the order in which a keeper meets them; others come after them."""
_SHARED = "Parts that several files have"
_SETTINGS = "mkdocs.yml, below extra.archive: settings"
_WORDS = {"string": "text", "integer": "a whole number", "number": "a number", "boolean": "`true` or `false`"}
_PATTERNS = {
    PASSAGE_ID: "a passage, as `p3`",
    CLAIM_ID: "a claim’s id, as `p3c2`",
    CLAIM_REF: 'a claim, as `"slug#p3c2"`',
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "an id: `small-letters-and-digits`",
    r"^https?://[^\s<>\"]+$": "an address, https://…",
    r"^[0-9a-f]{64}$": "64 hexadecimal digits",
}
"""What a form is called in words; of any other pattern the field itself says what it means."""

Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FieldNames:
    """Names that lead somewhere: of objects to their section, of lists of words to these."""

    objects: frozenset[str]
    words: Mapping[str, tuple[str, ...]]


def write_field_tables() -> str:
    """Markdown: a section for each file, and one for what several files have."""
    schemas = {name.removesuffix(".json"): json.loads(text) for name, text in make_schemas().items()}
    settings = {**ArchiveSettings.model_json_schema(), "description": "The settings of an archive."}
    schemas["settings"] = settings
    defined = {name: part for schema in schemas.values() for name, part in schema.get("$defs", {}).items()}
    known = FieldNames(
        frozenset(name for name, part in defined.items() if "properties" in _unwrap(part)),
        {name: tuple(map(str, part["enum"])) for name, part in defined.items() if "enum" in part},
    )
    return "\n".join(_list_sections(schemas, defined, known)).strip("\n")


def _list_sections(
    schemas: Mapping[str, Schema], defined: Mapping[str, Schema], known: FieldNames
) -> Iterator[str]:
    used = Counter(name for schema in schemas.values() for name in schema.get("$defs", {}))
    files = [*_FILES, *(name for name in sorted(schemas) if name not in {*_FILES, "settings"}), "settings"]
    for file in files:
        schema = schemas[file]
        title = _SETTINGS if file == "settings" else _FILES.get(file, f"seeds/{file}.yml")
        yield f"\n## {title} {{: #file-{file} }}\n"
        own = [name for name in schema.get("$defs", {}) if used[name] == 1]
        # of a file that is a list, what its entries are
        reference = schema.get("items", {}).get("$ref")
        main = str(reference).rpartition("/")[2] if reference else None
        if main is None:
            yield from _list_fields(title, schema, known)
        for name in sorted(own, key=lambda name: name != main):
            yield from _list_object(name, defined[name], known)
    yield f"\n## {_SHARED} {{: #in-several }}\n"
    for name in sorted(name for name, number in used.items() if number > 1):
        yield from _list_object(name, defined[name], known)


def _list_object(name: str, part: Schema, known: FieldNames) -> Iterator[str]:
    if name in known.objects:
        yield f"\n### {_space_words(name)} {{: #{name.lower()} }}\n"
        yield from _list_fields(_space_words(name), _unwrap(part), known)


def _unwrap(part: Schema) -> Schema:
    """The mapping, of what may also be written as a bare word."""
    choices = part.get("anyOf", ())
    return next((choice for choice in choices if "properties" in choice), part)


def _list_fields(name: str, part: Schema, known: FieldNames) -> Iterator[str]:
    if part.get("description"):
        yield f"{_join_lines(part['description'])}\n"
    # on a narrow screen the table moves, not the page
    yield f'<div class="table" tabindex="0" role="region" aria-label="Fields of {name}" markdown="1">\n'
    yield "| Field | Needed | Form | What it says |"
    yield "| --- | --- | --- | --- |"
    needed = set(part.get("required", ()))
    for key in sorted(part["properties"], key=lambda key: key not in needed):
        field = part["properties"][key]
        told = [key, "yes" if key in needed else "", _describe_form(field, known)]
        says = _join_lines(field.get("description", "")).replace("|", "\\|")
        yield f"| `{told[0]}` | {told[1]} | {told[2]} | {says} |"
    yield "\n</div>"


def _describe_form(field: Schema, known: FieldNames) -> str:
    """What may stand in a field, in words."""
    if "$ref" in field:
        return _name_reference(str(field["$ref"]).rpartition("/")[2], known)
    if "anyOf" in field:
        forms = [_describe_form(choice, known) for choice in field["anyOf"] if choice.get("type") != "null"]
        return ", or ".join(dict.fromkeys(forms))
    if "enum" in field:
        return _list_words(field["enum"])
    if isinstance(field.get("type"), list):
        return "a date, in EDTF" if "EDTF" in field.get("description", "") else "text or a number"
    if field.get("type") in {"array", "object"}:
        return _describe_parts(field, known)
    return _PATTERNS.get(field.get("pattern", ""), _WORDS.get(str(field.get("type")), "text"))


def _name_reference(name: str, known: FieldNames) -> str:
    if name in known.words:
        return _list_words(known.words[name])
    return f"[{_space_words(name)}](#{name.lower()})" if name in known.objects else "text"


def _list_words(words: Iterable[object]) -> str:
    return "one of " + ", ".join(f"`{word}`" for word in words)


def _describe_parts(field: Schema, known: FieldNames) -> str:
    """A list by its entries, a mapping by what stands under each of its names."""
    if field["type"] == "array":
        return f"a list of: {_describe_form(field['items'], known)}" if "items" in field else "a list"
    named = [*field.get("patternProperties", {}).values(), field.get("additionalProperties")]
    return f"names, each with: {_describe_form(named[0], known)}" if named[0] else "a mapping"


def _space_words(name: str) -> str:
    """`OverruledLines` → `Overruled lines`."""
    spaced = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()
    return spaced[:1].upper() + spaced[1:]


def _join_lines(words: str) -> str:
    return " ".join(words.split())
