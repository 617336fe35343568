"""A text in Markdown, as clippers save pages → its words without marks, and headings as headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from build_tools.capture.page_statements import state_address
from build_tools.model.capture_text import AskedReading, CaptureText, FormName, StatedField, TextNode
from build_tools.model.clean import Kind
from build_tools.text.decode import decode, replace_undecoded
from build_tools.text.linebreaks import line_spans

_HEAD = 1 << 14
_NAMES = (".md", ".markdown")
_FRONT = re.compile(
    rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n"
    rb"(?:[A-Za-z_-]{1,40}:.{0,2000}\r?\n|[ \t-].{0,2000}\r?\n){1,60}---[ \t]*\r?\n"
)
_TITLE = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,99}#{1,2} \S.{0,300}\r?\n")
_LINK = re.compile(rb"\]\(https?://[^\s)]{1,2000}\)")
_FEWEST_LINKS = 2
_HEADING = re.compile(r"#{1,6}\s+(?P<words>.*)")
_FENCE = re.compile(r"(?:```|~~~)")
_RULE = re.compile(r"(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|=+")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?")
_QUOTE = re.compile(r"(?:>\s?)+")
_INLINE = (
    (re.compile(r"!\[[^\]]{0,500}\]\([^)]{0,2000}\)"), ""),
    (re.compile(r"\[([^\]]{0,500})\]\([^)]{0,2000}\)"), r"\1"),
    (re.compile(r"<(https?://[^>\s]{1,2000})>"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)(.{1,2000}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*]{1,2000}?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<!\w)_(?=\S)([^_]{1,2000}?)(?<=\S)_(?!\w)"), r"\1"),
    (re.compile(r"`([^`]{1,500})`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])"), r"\1"),
)
_FIELD = re.compile(r"(?P<name>[A-Za-z_-]{1,40}):\s*(?P<value>\S.*)")
_FIELDS = {
    "title": "title",
    "author": "author",
    "date": "date",
    "published": "date",
    "source": "address",
    "url": "address",
    "site": "outlet",
    "publisher": "outlet",
    "created": "taken",
    "clipped": "taken",
    "lang": "language",
    "language": "language",
}
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?")


def is_markdown(content: bytes, name: str) -> bool:
    """Whether it has a head of fields, a heading at its beginning, or links as Markdown writes them."""
    head = content[:_HEAD]
    marked = _FRONT.match(head) or _TITLE.match(head) or len(_LINK.findall(head)) >= _FEWEST_LINKS
    return bool(marked) or name.lower().endswith(_NAMES)


def read_markdown(content: bytes, asked: AskedReading) -> CaptureText:
    """The paragraphs; marks are taken out of what is shown, and stay in the file's bytes."""
    decoded = decode(content, stated=asked.encoding)
    spans = line_spans(decoded.raw)
    ends = decoded.list_offsets([end for _, end in spans])
    lines = [replace_undecoded(decoded.raw[start:end]).strip() for start, end in spans]
    reader = _Reader()
    nodes = tuple(
        replace(node, start=start, end=end)
        for node, start, end in zip(reader.read_lines(lines), [0, *ends], ends, strict=False)
    )
    return CaptureText(
        FormName.MARKDOWN,
        content,
        stated_encoding=decoded.encoding,
        nodes=nodes,
        stated=tuple(reader.stated),
    )


@dataclass
class _Reader:
    """The state of one pass over the lines."""

    stated: list[StatedField]
    paragraphs: int = 0
    going_on: bool = False
    """Whether the next line may belong to the paragraph before it."""
    titled: bool = False
    fenced: bool = False

    def __init__(self) -> None:
        self.stated = []

    def read_lines(self, lines: list[str]) -> Iterator[TextNode]:
        """A node for each line."""
        front = self._find_front(lines)
        for at, line in enumerate(lines):
            if at < front:
                self._note_field(line)
                yield _mark(line)
            else:
                yield self._read_line(line)

    def _find_front(self, lines: list[str]) -> int:
        """How many lines the head of fields has."""
        if not lines or lines[0].lstrip("\ufeff") != "---":
            return 0
        return next((at + 1 for at, line in enumerate(lines[1:100], 1) if line == "---"), 0)

    def _note_field(self, line: str) -> None:
        found = _FIELD.fullmatch(line)
        field = _FIELDS.get(found["name"].lower()) if found else None
        value = found["value"].strip().strip("\"'").strip() if found else ""
        where = f"the head of the text, {found['name']}" if found else ""
        if field == "address" and value.startswith(("http://", "https://")):
            self.stated += state_address(value, where)
        elif (
            field
            and field != "address"
            and value
            and (field not in {"date", "taken"} or _DAY.fullmatch(value))
        ):
            self.stated.append(StatedField(field, value.strip("[]"), where))

    def _read_line(self, line: str) -> TextNode:
        if _FENCE.match(line):
            self.fenced, self.going_on = not self.fenced, False
            return _mark(line)
        if not line or (_RULE.fullmatch(line) and not self.fenced):
            self.going_on = False
            return _mark(line)
        if (heading := _HEADING.fullmatch(line)) and not self.fenced:
            self.going_on = False
            return self._head(_strip_inline(heading["words"].rstrip("#")))
        if _ITEM.match(line):
            self.going_on = False
        words = line if self.fenced else _strip_inline(_ITEM.sub("", _QUOTE.sub("", line, count=1), count=1))
        if not words:
            return _mark("")
        self.paragraphs += not self.going_on
        self.going_on = True
        return TextNode(0, 0, words, Kind.BODY, "document_paragraph", f"p{self.paragraphs}")

    def _head(self, words: str) -> TextNode:
        kind = Kind.CROSSHEAD if self.titled or self.paragraphs else Kind.TITLE
        self.titled = True
        return TextNode(0, 0, words, kind, "heading") if words else _mark("")


def _strip_inline(words: str) -> str:
    for pattern, kept in _INLINE:
        words = pattern.sub(kept, words)
    return " ".join(words.split())


def _mark(line: str) -> TextNode:
    return TextNode(0, 0, line, Kind.OTHER_CHROME if line else Kind.BLANK, "markup" if line else "blank")
