"""Nodes that a form tells by itself → ledger lines, passages and fields: no rule need guess what they are."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.clean.rule_table import BLANK
from build_tools.clean.text_blocks import join_lines
from build_tools.model.capture_text import CaptureText, TextNode
from build_tools.model.clean import Found, Kind, Line, Paragraph, Verdict
from build_tools.text.language import tell_language

_PASSAGES = (Kind.TITLE, Kind.STANDFIRST, Kind.CAPTION, Kind.CROSSHEAD, Kind.BODY)
_FIELDS = {
    Kind.TITLE: "title",
    Kind.STANDFIRST: "standfirst",
    Kind.BYLINE: "byline",
    Kind.DATELINE: "dateline",
}
_KEPT = frozenset((*_PASSAGES, *_FIELDS))
_ENOUGH = 20
"""Passages that tell the language."""

Accounted = tuple[tuple[Line, ...], tuple[Paragraph, ...], tuple[Found, ...]]


def account_nodes(text: CaptureText, nodes: tuple[TextNode, ...]) -> Accounted:
    """Lines that cover the text in order, the passages made of them, and the fields found."""
    filled = tuple(_fill_gaps(nodes, len(text.content)))
    # the first has none before it
    pairs = zip((None, *filled), filled, strict=False)
    lines = tuple(_make_line(n, node, before) for n, (before, node) in enumerate(pairs, 1))
    paragraphs = tuple(_join_passages(filled))
    return lines, paragraphs, tuple(_find_fields(lines, paragraphs))


def _fill_gaps(nodes: tuple[TextNode, ...], size: int) -> Iterator[TextNode]:
    """The nodes, and what stands between them: marks of the form, or nothing that is text."""
    at = 0
    for node in nodes:
        if node.start > at:
            yield TextNode(at, node.start, "", Kind.BLANK, BLANK)
        yield node
        at = node.end
    if at < size:
        yield TextNode(at, size, "", Kind.BLANK, BLANK)


def _make_line(n: int, node: TextNode, before: TextNode | None) -> Line:
    verdict = Verdict.REMOVED
    if not node.text:
        return Line(n, node.start, node.end, Verdict.BLANK, Kind.BLANK, node.rule, "")
    if node.kind in _KEPT:
        goes_on = bool(node.passage) and before is not None and before.passage == node.passage
        verdict = Verdict.JOINED if goes_on else Verdict.KEPT
    return Line(n, node.start, node.end, verdict, node.kind, node.rule, node.text)


def _join_passages(nodes: tuple[TextNode, ...]) -> Iterator[Paragraph]:
    found: dict[str, tuple[Kind, list[str], list[int]]] = {}
    counts: dict[Kind, int] = {}
    others: dict[str, str] = {}
    for n, node in enumerate(nodes, 1):
        if node.kind not in _PASSAGES or not node.text:
            continue
        name = node.passage
        if node.kind is not Kind.BODY:
            if not name or name not in others:
                counts[node.kind] = counts.get(node.kind, 0) + 1
                others[name] = _name_other(node.kind, counts[node.kind])
            name = others[name]
        _, texts, lines = found.setdefault(name, (node.kind, [], []))
        texts.append(node.text)
        lines.append(n)
    for name, (kind, texts, lines) in found.items():
        yield Paragraph(name, kind, join_lines(texts), tuple(lines))


def _name_other(kind: Kind, count: int) -> str:
    if kind is Kind.CROSSHEAD:
        return f"h{count}"
    return kind.value if count == 1 else f"{kind.value}{count}"


def _find_fields(lines: tuple[Line, ...], paragraphs: tuple[Paragraph, ...]) -> Iterator[Found]:
    printed = {passage.id: (passage.text, passage.lines[0]) for passage in paragraphs}
    for kind, field in _FIELDS.items():
        if line := next((line for line in lines if line.kind is kind), None):
            yield Found(field, *printed.get(kind.value, (line.text, line.n)))
    body = [passage for passage in paragraphs if passage.kind is Kind.BODY][:_ENOUGH]
    if language := tell_language(" ".join(passage.text for passage in body)):
        yield Found("language", language, body[0].lines[0])
