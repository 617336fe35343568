"""An export of Telegram in HTML (`messages.html`) → its messages, where they lie in the page: `m5477`."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from build_tools.capture.limits import refuse_damage
from build_tools.model.capture_text import (
    FORM_WORDS,
    AskedReading,
    CaptureText,
    FormName,
    StatedField,
    TextNode,
)
from build_tools.model.clean import Kind
from build_tools.text.decode import decode, replace_undecoded

_HEAD = 1 << 14
_TAG = re.compile(r"<(?P<close>/)?(?P<name>[a-zA-Z][a-zA-Z0-9]{0,20})(?P<attributes>[^<>]{0,4000})>")
_MESSAGE = re.compile(r"\bid=\"message(?P<id>-?\d{1,15})\"")
_CLASS = re.compile(r"\bclass=\"(?P<names>[^\"]{0,200})\"")
_PARTED = re.compile(r"^\s|\s$|<(?:br|/?div)\b", re.IGNORECASE)
_DATE = re.compile(r"title=\"(?P<day>\d\d)\.(?P<month>\d\d)\.(?P<year>\d{4}) (?P<time>\d\d:\d\d:\d\d)")
_WORDS = FORM_WORDS[FormName.TELEGRAM_HTML]


def is_telegram_page(content: bytes, _name: str) -> bool:
    """Whether it is a page of the export: its title and its style are always the same."""
    head = content[:_HEAD]
    return b"Exported Data" in head and b"css/style.css" in head and b'class="page_' in head


def read_telegram_page(content: bytes, _asked: AskedReading) -> CaptureText:
    """The messages. Raises UnreadableCapture where there is none with a text."""
    decoded = decode(content, declared="utf-8")
    pieces = _tie_pieces(decoded.raw, list(_list_pieces(decoded.raw)))
    ends = decoded.list_offsets([end for _, end, *_ in pieces])
    starts = decoded.list_offsets([start for start, *_ in pieces])
    nodes = tuple(
        TextNode(start, end, text, kind, rule, passage)
        for start, end, (_, _, text, kind, rule, passage) in zip(starts, ends, pieces, strict=True)
    )
    if not any(node.passage for node in nodes):
        raise refuse_damage(f"is {_WORDS} in which no message has a text")
    return CaptureText(
        FormName.TELEGRAM_HTML,
        content,
        stated_encoding=decoded.encoding,
        nodes=nodes,
        stated=tuple(_list_stated(decoded.raw, nodes)),
    )


Piece = tuple[int, int, str, Kind, str, str]


def _list_pieces(source: str) -> Iterator[Piece]:
    """Each stretch of text between tags, with what it is."""
    message, within, depth = "", "", 0
    at = 0
    for tag in _TAG.finditer(source):
        yield from _cut_text(source, at, tag.start(), message if within else "")
        at = tag.end()
        if tag["name"].lower() != "div":
            continue
        if tag["close"]:
            depth -= 1
            within = within if depth > 0 else ""
            continue
        if named := _MESSAGE.search(tag["attributes"]):
            message = f"m{named['id']}" if int(named["id"]) > 0 else ""
        names = _CLASS.search(tag["attributes"])
        first = names["names"].split()[:1] if names else []
        if first == ["text"] and names and "bold" not in names["names"]:
            within, depth = "text", 0
        depth += 1
    yield from _cut_text(source, at, len(source), "")


def _tie_pieces(source: str, pieces: list[Piece]) -> list[Piece]:
    """Words that only a mark of emphasis parts are one: a soft hyphen ties them."""
    tied: list[Piece] = []
    for piece, after in zip(pieces, [*pieces[1:], None], strict=True):
        start, end, text, kind, rule, passage = piece
        if after and passage and after[5] == passage and not _PARTED.search(source[end - 1 : after[0] + 1]):
            piece = (start, end, f"{text}\xad", kind, rule, passage)  # noqa: PLW2901
        tied.append(piece)
    return tied


def _cut_text(source: str, start: int, end: int, passage: str) -> Iterator[Piece]:
    words = " ".join(html.unescape(replace_undecoded(source[start:end])).split())
    if not words:
        return
    if passage:
        yield start, end, words, Kind.BODY, "message", passage
    else:
        yield start, end, words, Kind.OTHER_CHROME, "message_frame", ""


def _list_stated(source: str, nodes: tuple[TextNode, ...]) -> Iterator[StatedField]:
    named = re.search(r"class=\"text bold\">\s*([^<]{1,300})", source)
    if named and (name := " ".join(html.unescape(named[1]).split())):
        yield StatedField("title", name, "the export's name of the chat")
        yield StatedField("outlet", name, "the export's name of the chat")
    if nodes and (found := _DATE.search(source)):
        date = f"{found['year']}-{found['month']}-{found['day']}T{found['time']}"
        yield StatedField("date", date, "the first message")
