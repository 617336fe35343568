"""CleanText → the beginning of a record, because what cleaning found need not be typed again.

What a person has to add is left empty, which `archive check` reports as a fault at its line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from build_tools.model.clean import CleanText
from build_tools.model.passages import PassageUnit, parse_body_passage
from build_tools.text.slugs import make_slug

# in copyright: what holds for a report of which nothing else is known, and shows no text of it
_COPYRIGHT = "http://rightsstatements.org/vocab/InC/1.0/"
_SCHEMA_LINE = "# yaml-language-server: $schema=.schema/record.json"
# what a record’s `language` takes; anything else is left to the keeper
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")


def choose_record_slug(clean: CleanText, taken: frozenset[str]) -> str:
    """An address that no record has yet, from the title, else from the file's name; may be empty."""
    title = pick_metadata(clean).get("title", "")
    base = make_slug(title) or make_slug(clean.file.rpartition(".")[0])
    # one more than there are slugs: among so many, one is free
    free = (s for s in (base, *(f"{base}-{n}" for n in range(2, len(taken) + 3))) if s not in taken)
    return next(free) if base else ""


def pick_metadata(clean: CleanText) -> dict[str, str]:
    """The metadata by field; the first of each."""
    return {f.field: f.value for f in reversed(clean.metadata)}


def write_record_skeleton(
    clean: CleanText, name: str, *, schema: bool = False, encoding: str | None = None
) -> str:
    """The YAML of a new record with the slug `name`, ending with a line feed.

    `encoding`: what a person stated of the capture.
    `schema`: whether its first line leads editors to the schema beside the records.
    """
    first = f"{_SCHEMA_LINE}\n" if schema else ""
    return first + "".join(f"{line}".rstrip() + "\n" for line in _write_lines(clean, name, encoding))


def _write_lines(clean: CleanText, name: str, encoding: str | None) -> Iterator[str]:
    fields = pick_metadata(clean)
    language = fields.get("language", "")
    byline = fields.get("author") or fields.get("byline")
    yield "# Fill in what is empty; `archive check` names each such line. seeds/README.md has an example."
    yield f"slug: {_quote_scalar(name)}"
    yield f"title: {_quote_scalar(fields.get('title'))}"
    yield "outlet:"
    yield f"authors: [{_quote_scalar(byline)}]" if byline else "authors: []"
    yield "published:"
    yield f"  date: {_quote_scalar(fields.get('date'))}"
    yield f"  basis: {'stated' if 'date' in fields else ''}"
    yield f"language: {_quote_scalar(language if _LANGUAGE.fullmatch(language) else None)}"
    yield "url:"
    yield "rights:"
    yield "  publish: digest"
    yield "  holder:"
    yield f"  statement: {_COPYRIGHT}"
    yield "capture:"
    yield f"  file: {_quote_scalar(clean.file)}"
    yield f"  sha256: {clean.sha256}"
    yield f"  bytes: {clean.bytes}"
    if encoding:
        yield f"  encoding: {_quote_scalar(encoding)}"
    yield f"paragraphs: {len(clean.body) or ''}"
    unit = parse_body_passage(clean.body[0].id) if clean.body else None
    if unit and unit.unit is not PassageUnit.PARAGRAPHS:
        yield f"passages: {unit.unit}"
    yield "summary:"
    yield "claims: []"


def _quote_scalar(text: str | None) -> str:
    """A YAML double-quoted scalar; whatever stands in the text, it reads back the same."""
    if not text:
        return ""
    # a JSON string is a YAML one, but for characters that YAML does not let stand as they are
    letters = json.dumps(text, ensure_ascii=False)
    return "".join(letter if letter.isprintable() else f"\\U{ord(letter):08X}" for letter in letters)
