"""CleanText → the beginning of a record, because what cleaning found need not be typed again.

What a person has to add is left empty, which `archive check` reports as a fault at its line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from build_tools.model.clean import CleanText
from build_tools.text.slugs import slug

# in copyright: what holds for a report of which nothing else is known, and shows no text of it
_COPYRIGHT = "http://rightsstatements.org/vocab/InC/1.0/"
_SCHEMA_LINE = "# yaml-language-server: $schema=.schema/record.json"
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")


def record_slug(clean: CleanText, taken: frozenset[str]) -> str:
    """An address that no record has yet, from the title, else from the file's name; may be empty."""
    title = found(clean).get("title", "")
    base = slug(title) or slug(clean.file.rpartition(".")[0])
    # one more than there are slugs: among so many, one is free
    free = (s for s in (base, *(f"{base}-{n}" for n in range(2, len(taken) + 3))) if s not in taken)
    return next(free) if base else ""


def found(clean: CleanText) -> dict[str, str]:
    """The metadata by field; the first of each."""
    return {f.field: f.value for f in reversed(clean.metadata)}


def skeleton(clean: CleanText, name: str, *, schema: bool = False) -> str:
    """The YAML of a new record with the slug `name`, ending with a line feed.

    `schema`: whether its first line leads editors to the schema beside the records.
    """
    first = f"{_SCHEMA_LINE}\n" if schema else ""
    return first + "".join(f"{line}".rstrip() + "\n" for line in _lines(clean, name))


def _lines(clean: CleanText, name: str) -> Iterator[str]:
    fields = found(clean)
    language = fields.get("language", "")
    byline = fields.get("author") or fields.get("byline")
    yield "# Fill in what is empty; `archive check` names each such line. seeds/README.md has an example."
    yield f"slug: {_quoted(name)}"
    yield f"title: {_quoted(fields.get('title'))}"
    yield "outlet:"
    yield f"authors: [{_quoted(byline)}]" if byline else "authors: []"
    yield "published:"
    yield f"  date: {_quoted(fields.get('date'))}"
    yield f"  basis: {'stated' if 'date' in fields else ''}"
    yield f"language: {_quoted(language if _LANGUAGE.fullmatch(language) else None)}"
    yield "url:"
    yield "rights:"
    yield "  publish: digest"
    yield "  holder:"
    yield f"  statement: {_COPYRIGHT}"
    yield "capture:"
    yield f"  file: {_quoted(clean.file)}"
    yield f"  sha256: {clean.sha256}"
    yield f"  bytes: {clean.bytes}"
    yield f"paragraphs: {len(clean.body) or ''}"
    yield "summary:"
    yield "claims: []"


def _quoted(text: str | None) -> str:
    """A YAML double-quoted scalar; whatever stands in the text, it reads back the same."""
    if not text:
        return ""
    # a JSON string is a YAML one, but for characters that YAML does not let stand as they are
    letters = json.dumps(text, ensure_ascii=False)
    return "".join(letter if letter.isprintable() else f"\\U{ord(letter):08X}" for letter in letters)
