"""A document (DOCX, ODT) → its paragraphs in order; headings by their style, tables cell by cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from build_tools.capture.drawn_lines import DrawnLines
from build_tools.capture.extras import load_extra
from build_tools.capture.limits import refuse_damage
from build_tools.capture.zip_entries import ZIP_START, ZipEntries
from build_tools.model.capture_text import FORM_WORDS, AskedReading, CaptureText, FormName, StatedField
from build_tools.model.clean import Kind
from build_tools.model.unreadable import UnreadableCapture

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_BODIES = {FormName.DOCX: "word/document.xml", FormName.ODT: "content.xml"}
_METAS = {FormName.DOCX: "docProps/core.xml", FormName.ODT: "meta.xml"}
_PARAGRAPHS = {FormName.DOCX: {f"{_W}p"}, FormName.ODT: {f"{_TEXT}p", f"{_TEXT}h"}}
_STATED = (
    (f"{_DC}title", "title"),
    (f"{_META}initial-creator", "author"),
    (f"{_DC}creator", "author"),
    (f"{_DC}language", "language"),
    (f"{_TERMS}created", "created"),
    (f"{_META}creation-date", "created"),
)
# what was struck out while changes are tracked, instructions of fields, notes of readers
_LEFT_OUT = frozenset(
    {
        f"{_W}del",
        f"{_W}instrText",
        f"{_W}delText",
        f"{_TEXT}tracked-changes",
        f"{_TEXT}note",
        "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation",
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    }
)
_BLANKS = frozenset({f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"})
_HEADING = re.compile(r"(?:heading|titre|überschrift|заголовок|h)\s*[-_ ]?\d", re.IGNORECASE)
_TITLE = re.compile(r"title|titel|titre|название", re.IGNORECASE)
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_ROWS = frozenset({f"{_W}tr", f"{_TABLE}table-row"})
_LONGEST_CELL = 24
"""Words of a cell; what has more is a paragraph of its own."""
_DEEPEST = 200
"""Elements within elements."""


def is_docx(content: bytes, _name: str) -> bool:
    """Whether it is a ZIP archive with Word's document in it."""
    return content.startswith(ZIP_START) and _holds(content, _BODIES[FormName.DOCX])


def is_odt(content: bytes, _name: str) -> bool:
    """Whether it is a ZIP archive that calls itself a text document."""
    return (
        content.startswith(ZIP_START) and b"mimetypeapplication/vnd.oasis.opendocument.text" in content[:200]
    )


def read_docx(content: bytes, _asked: AskedReading) -> CaptureText:
    """The paragraphs of Word's document. Raises UnreadableCapture."""
    return _read_document(content, FormName.DOCX)


def read_odt(content: bytes, _asked: AskedReading) -> CaptureText:
    """The paragraphs of an OpenDocument text. Raises UnreadableCapture."""
    return _read_document(content, FormName.ODT)


def _holds(content: bytes, name: str) -> bool:
    try:
        return name in ZipEntries(content, "a ZIP archive").names
    except UnreadableCapture:
        return False


def _read_document(content: bytes, form: FormName) -> CaptureText:
    words = FORM_WORDS[form]
    entries = ZipEntries(content, words)
    body = entries.unpack(_BODIES[form])
    if body is None:
        raise refuse_damage(f"is {words} that has no text in it")
    drawn = DrawnLines(words)
    count = 0
    for text, style in _list_paragraphs(_parse_xml(body, words), form, 0):
        if text.strip():
            kind, rule = _tell_kind(style, text, first=not drawn.nodes)
            count += kind is Kind.BODY
            drawn.add(text, kind, rule, f"p{count}" if kind is Kind.BODY else "")
    if not drawn.nodes:
        raise refuse_damage(f"is {words} that has no text in it")
    meta = entries.unpack(_METAS[form])
    notes = _count_notes(entries, body, form, words)
    return CaptureText(
        form,
        bytes(drawn.content),
        stated_encoding="utf-8",
        nodes=tuple(drawn.nodes),
        stated=tuple(_list_stated(_parse_xml(meta, words), drawn)) if meta else (),
        parts=tuple(entries.list_parts(_BODIES[form])),
        doubts=(f"has notes at the foot or the end that were not read: {notes}.",) if notes else (),
    )


def _count_notes(entries: ZipEntries, body: bytes, form: FormName, words: str) -> int:
    """Notes of the writer with text: in Word's document they lie in entries of their own."""
    if form is FormName.ODT:
        return sum(1 for _ in _parse_xml(body, words).iter(f"{_TEXT}note"))
    count = 0
    for kind in ("footnote", "endnote"):
        if notes := entries.unpack(f"word/{kind}s.xml"):
            # the lines that part notes from the text are called notes too
            found = (n for n in _parse_xml(notes, words).iter(f"{_W}{kind}") if not n.get(f"{_W}type"))
            count += sum(any((text.text or "").strip() for text in note.iter(f"{_W}t")) for note in found)
    return count


def _parse_xml(source: bytes, words: str) -> Any:
    """Without entities and what else XML can unfold without end."""
    parser = load_extra("defusedxml.ElementTree", "office", words)
    try:
        return parser.fromstring(source, forbid_dtd=True)
    except Exception as error:  # noqa: BLE001 - of what is malformed and of what is forbidden
        raise refuse_damage(f"is {words} that is damaged ({type(error).__name__})") from None


def _list_paragraphs(element: Any, form: FormName, depth: int) -> Iterator[tuple[str, str]]:
    """Text and style of each paragraph; one within another (a box) follows it."""
    if depth > _DEEPEST or element.tag in _LEFT_OUT:
        return
    for child in element:
        yield from _list_within(child, form, depth)


def _list_within(child: Any, form: FormName, depth: int) -> Iterator[tuple[str, str]]:
    """The paragraphs of one element; those of a row once, for tables lie in tables."""
    if depth > _DEEPEST:
        return
    if child.tag in _ROWS:
        yield from _join_row([list(_list_within(cell, form, depth + 1)) for cell in child])
        return
    if child.tag in _PARAGRAPHS[form]:
        yield "".join(_list_words(child, form, 0)), _get_style(child)
    yield from _list_paragraphs(child, form, depth + 1)


def _join_row(cells: list[list[tuple[str, str]]]) -> Iterator[tuple[str, str]]:
    """The row as one, if each of its cells is one short paragraph: a cell by itself says nothing."""
    said = [texts for cell in cells if (texts := [text.strip() for text, _ in cell if text.strip()])]
    if len(said) > 1 and all(len(texts) == 1 and len(texts[0].split()) <= _LONGEST_CELL for texts in said):
        yield " | ".join(text for texts in said for text in texts), ""
    else:
        yield from (paragraph for cell in cells for paragraph in cell)


def _list_words(element: Any, form: FormName, depth: int) -> Iterator[str]:
    odt = form is FormName.ODT
    if element.text and (odt or element.tag == f"{_W}t"):
        yield element.text
    for child in element:
        if child.tag in _BLANKS:
            yield " "
        elif depth < _DEEPEST and child.tag not in _LEFT_OUT and child.tag not in _PARAGRAPHS[form]:
            yield from _list_words(child, form, depth + 1)
        if odt and child.tail:
            yield child.tail


def _get_style(paragraph: Any) -> str:
    if paragraph.tag == f"{_TEXT}h":
        return "heading 1"
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return str(style.get(f"{_W}val", "") if style is not None else paragraph.get(f"{_TEXT}style-name", ""))


def _tell_kind(style: str, text: str, *, first: bool) -> tuple[Kind, str]:
    if _TITLE.search(style) and "sub" not in style.lower():
        return Kind.TITLE, "document_title"
    if _HEADING.match(style) and len(text.split()) < 40:  # noqa: PLR2004 - no heading is so long
        return (Kind.TITLE if first else Kind.CROSSHEAD), "heading"
    return Kind.BODY, "document_paragraph"


def _list_stated(meta: Any, drawn: DrawnLines) -> Iterator[StatedField]:
    """What the properties say; a printed title goes before theirs, which templates fill in."""
    titled = any(node.kind is Kind.TITLE for node in drawn.nodes)
    for tag, field in _STATED:
        if titled and field == "title":
            continue
        found = meta.find(f".//{tag}")
        words = " ".join((found.text or "").split())[:500] if found is not None else ""
        if words:
            yield StatedField(field, words, "the document's properties")
