"""Decided blocks and the page's own statements → fields found, with their lines, for the editor to judge."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.clean.blocks import Block, Hint, MarkedBlocks
from build_tools.model.capture_text import CaptureText, FormName
from build_tools.model.clean import Found, Kind
from build_tools.text.language import tell_language
from build_tools.text.printed_dates import find_printed_date

_PRINTED = (
    (Kind.TITLE, "title"),
    (Kind.STANDFIRST, "standfirst"),
    (Kind.BYLINE, "byline"),
    (Kind.DATELINE, "dateline"),
)

_ENOUGH = 20
"""Paragraphs that tell the language."""
_WHENCE = frozenset({"address", "archived_address", "archived", "taken"})
"""What whoever saved a page knows better than the page."""


def find_fields(sheet: MarkedBlocks) -> tuple[Found, ...]:
    """Return the first of each field: as printed, read from what is printed, then as markup states it."""
    printed = list(_list_printed(sheet))
    dates = [
        found
        for block in sheet.list_of_kind(Kind.DATELINE, Kind.BYLINE)
        if (found := _read_printed_date(block))
    ]
    stated = [found for hint in sheet.hints if (found := _read_stated_date(hint))]
    fields: list[Found] = []
    for found in [*printed, *dates, *stated, *_find_language(sheet)]:
        if all(found.field != earlier.field for earlier in fields):
            fields.append(found)
    return tuple(fields)


def add_stated_fields(found: tuple[Found, ...], text: CaptureText) -> tuple[Found, ...]:
    """Join what the capture says of itself outside its text; whence it is goes before all that is printed."""
    outside = [Found(stated.field, stated.value, 0) for stated in text.stated]
    # a mail’s headers are what its readers see as title and sender; its text may have no headline
    first = [one for one in outside if one.field in _WHENCE or text.form is FormName.EML]
    fields: dict[str, Found] = {}
    for one in (*first, *found, *outside):
        fields.setdefault(one.field, one)
    return tuple(fields.values())


def _list_printed(sheet: MarkedBlocks) -> Iterator[Found]:
    for kind, name in _PRINTED:
        blocks = sheet.list_of_kind(kind)
        if kind is Kind.DATELINE:
            # the hours of a live report are datelines too, and date nothing
            blocks.sort(key=lambda block: "time" in block.zones and not _read_printed_date(block))
        for block in blocks:
            yield Found(name, block.text, min(block.lines))


def _find_language(sheet: MarkedBlocks) -> Iterator[Found]:
    body = sheet.list_of_kind(Kind.BODY)
    language = tell_language(" ".join(block.text for block in body[:_ENOUGH]))
    if language:
        yield Found("language", language, min(body[0].lines))


def _read_printed_date(block: Block) -> Found | None:
    when = find_printed_date(block.text)
    return Found("date", when, min(block.lines)) if when else None


def _read_stated_date(hint: Hint) -> Found | None:
    if hint.field == "time":
        return None
    if hint.field != "date":
        return Found(hint.field, hint.value, hint.line)
    # a timestamp of ISO 8601: its T would join the day to the hour
    when = find_printed_date(hint.value.replace("T", " "))
    return Found("date", when, hint.line) if when else None
