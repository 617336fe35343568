"""Decided blocks and the page's own statements → fields found, with their lines, for the editor to judge."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.clean.sheet import Block, Hint, Sheet
from build_tools.model.clean import Found, Kind
from build_tools.text.dateline import find_date
from build_tools.text.language import tell_language

_PRINTED = (
    (Kind.TITLE, "title"),
    (Kind.STANDFIRST, "standfirst"),
    (Kind.BYLINE, "byline"),
    (Kind.DATELINE, "dateline"),
)

_ENOUGH = 20
"""Paragraphs that tell the language."""


def find_fields(sheet: Sheet) -> tuple[Found, ...]:
    """Return what is printed, the date read from it, and what markup states where nothing is printed."""
    printed = list(_printed(sheet))
    dates = [found for block in sheet.of_kind(Kind.DATELINE, Kind.BYLINE) if (found := _date(block))][:1]
    stated = [found for hint in sheet.hints if (found := _stated(hint))]
    fields: list[Found] = []
    for found in [*printed, *dates, *stated, *_language(sheet)]:
        if all(found.field != other.field for other in fields):
            fields.append(found)
    return tuple(fields)


def _printed(sheet: Sheet) -> Iterator[Found]:
    for kind, name in _PRINTED:
        for block in sheet.of_kind(kind)[:1]:
            yield Found(name, block.text, block.lines[0])


def _language(sheet: Sheet) -> Iterator[Found]:
    body = sheet.of_kind(Kind.BODY)
    told = tell_language(" ".join(block.text for block in body[:_ENOUGH]))
    if told:
        yield Found("language", told, body[0].lines[0])


def _date(block: Block) -> Found | None:
    when = find_date(block.text)
    return Found("date", when, block.lines[0]) if when else None


def _stated(hint: Hint) -> Found | None:
    if hint.field == "time":
        return None
    if hint.field != "date":
        return Found(hint.field, hint.value, hint.line)
    when = find_date(hint.value.replace("T", " ", 1))
    return Found("date", when, hint.line) if when else None
