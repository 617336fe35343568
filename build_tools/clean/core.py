"""Capture → CleanText: decode, split, let the rules decide, and account for every byte."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from build_tools.capture import extract_text
from build_tools.capture.limits import MOST_LINES, refuse_length
from build_tools.clean.blocks import MarkedBlocks, RuleMark
from build_tools.clean.found_fields import add_stated_fields, find_fields
from build_tools.clean.html_blocks import read_html_blocks
from build_tools.clean.node_lines import account_nodes
from build_tools.clean.numbering import ID_PREFIXES, number_paragraphs
from build_tools.clean.overruling import overrule_lines
from build_tools.clean.rule_table import BLANK, RULES, Rule
from build_tools.clean.text_blocks import Segment, read_text_blocks
from build_tools.model.base import MOST_PARAGRAPHS
from build_tools.model.capture import Capture
from build_tools.model.capture_text import AskedReading, CaptureText
from build_tools.model.clean import CleanText, DrawnText, Found, Kind, Line, Paragraph, Verdict
from build_tools.model.overruling import Overruling
from build_tools.text.decode import Decoded, decode

_METADATA_KINDS = {Kind.BYLINE, Kind.DATELINE}
"""Kinds that are kept as metadata and are no paragraphs."""

# gaps are bounded: a capture may hold any number of tags that never close
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]{2,40})""", re.IGNORECASE
)
_HEAD = 1 << 14
"""Bytes at the start of a capture in which it says what it is."""


def clean(
    capture: Capture,
    *,
    language: str | None = None,
    encoding: str | None = None,
    page: str | None = None,
    overruling: Overruling | None = None,
) -> CleanText:
    """Clean one capture of any form.

    Raises UnreadableCapture where no text can be drawn out of it, and where it is longer than can be told of.

    `language` (a BCP 47 primary subtag) narrows the table of chrome words to that language and English.
    `encoding` is what a person states of it, `page` the address of the page that is meant, of several,
    `overruling` what its record decides otherwise: of pages and plain text, whose paragraphs have numbers.
    """
    text = extract_text(capture, AskedReading(encoding, page))
    cleaned = clean_or_refuse(capture, text, language=language)
    return cleaned if text.nodes is not None else overrule_lines(cleaned, overruling)


def clean_or_refuse(capture: Capture, text: CaptureText, *, language: str | None = None) -> CleanText:
    """Clean what was drawn out of a capture. Raises UnreadableCapture for more than can be told of."""
    # before time is spent on them; ends of lines that are no line feeds are counted below
    if (feeds := text.content.count(b"\n")) > MOST_LINES:
        raise refuse_length(feeds, "lines")
    cleaned = clean_text(capture, text, language=language)
    if len(cleaned.lines) > MOST_LINES:
        raise refuse_length(len(cleaned.lines), "lines")
    if len(cleaned.body) > MOST_PARAGRAPHS:
        raise refuse_length(len(cleaned.body), "paragraphs")
    return cleaned


def clean_text(capture: Capture, text: CaptureText, *, language: str | None = None) -> CleanText:
    """The same whatever its length. Pure, and total: whatever the bytes, there is a ledger."""
    decoded = decode_text(text)
    if text.nodes is not None:
        return _account(capture, text, decoded, *account_nodes(text, text.nodes))
    segments, sheet = (read_html_blocks if text.markup else read_text_blocks)(decoded.raw, language)
    sheet = apply_rules(sheet, RULES)
    lines, paragraphs = _account_lines(decoded, segments, sheet), _list_paragraphs(sheet)
    return _account(capture, text, decoded, tuple(lines), tuple(paragraphs), find_fields(sheet))


def _account(  # noqa: PLR0917 - the parts of one account
    capture: Capture,
    text: CaptureText,
    decoded: Decoded,
    lines: tuple[Line, ...],
    paragraphs: tuple[Paragraph, ...],
    found: tuple[Found, ...],
) -> CleanText:
    return CleanText(
        file=capture.file,
        sha256=capture.sha256,
        bytes=len(capture.content),
        encoding=decoded.encoding,
        undecodable=decoded.undecodable,
        metadata=add_stated_fields(found, text),
        lines=lines,
        paragraphs=paragraphs,
        drawn=_describe_drawn(text),
    )


def decode_text(text: CaptureText) -> Decoded:
    """The text before it is cleaned, in the encoding stated, declared or else found."""
    charset = _CHARSET.search(text.content[:_HEAD]) if text.markup else None
    declared = charset[1].decode("ascii", "replace") if charset else None
    return decode(text.content, declared=text.declared_encoding or declared, stated=text.stated_encoding)


def _describe_drawn(text: CaptureText) -> DrawnText | None:
    if not text.parts:
        return None
    return DrawnText(text.form, sha256(text.content).hexdigest(), len(text.content), text.parts)


def apply_rules(sheet: MarkedBlocks, rules: Sequence[Rule]) -> MarkedBlocks:
    """Let each rule in turn decide about what is still undecided."""
    for rule in rules:
        kinds = rule.decide(sheet)
        fresh = {
            index: RuleMark(kind, rule.name) for index, kind in kinds.items() if index not in sheet.marks
        }
        sheet = replace(sheet, marks={**sheet.marks, **fresh}) if fresh else sheet
    return sheet


def _account_lines(decoded: Decoded, segments: Sequence[Segment], sheet: MarkedBlocks) -> Iterator[Line]:
    ends = decoded.list_offsets([segment.end for segment in segments])
    marks = {
        n: (n == block.lines[0], sheet.marks[block.index]) for block in sheet.blocks for n in block.lines
    }
    start = 0
    for n, (segment, end) in enumerate(zip(segments, ends, strict=True), 1):
        verdict, mark = Verdict.BLANK, RuleMark(Kind.BLANK, BLANK)
        if n in marks:
            first, mark = marks[n]
            verdict = _choose_verdict(mark.kind, first=first)
        yield Line(n, start, end, verdict, mark.kind, mark.rule, segment.text)
        start = end
    # bytes that gave no text at the end are accounted too, or the ledger would not add up
    if start < decoded.size:
        yield Line(len(segments) + 1, start, decoded.size, Verdict.BLANK, Kind.BLANK, BLANK, "")


def _choose_verdict(kind: Kind, *, first: bool) -> Verdict:
    if kind not in ID_PREFIXES and kind not in _METADATA_KINDS:
        return Verdict.REMOVED
    return Verdict.KEPT if first else Verdict.JOINED


def _list_paragraphs(sheet: MarkedBlocks) -> Iterator[Paragraph]:
    return number_paragraphs(
        Paragraph("", sheet.marks[block.index].kind, block.text, block.lines)
        for block in sheet.list_of_kind(*ID_PREFIXES)
    )
