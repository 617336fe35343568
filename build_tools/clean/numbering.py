"""Paragraphs in reading order → the same with their ids: the body is numbered, and what is there twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.model.clean import Kind, Paragraph

ID_PREFIXES = {
    Kind.TITLE: "title",
    Kind.STANDFIRST: "standfirst",
    Kind.CAPTION: "caption",
    Kind.CROSSHEAD: "h",
    Kind.BODY: "p",
}
"""Kinds that become paragraphs, and how their ids begin."""
_NUMBERED = {Kind.CROSSHEAD, Kind.BODY}


def number_paragraphs(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield them as `p1`, `p2`, `h1`, `caption`, `caption2`, each kind counted by itself."""
    counts: dict[Kind, int] = {}
    for paragraph in paragraphs:
        count = counts[paragraph.kind] = counts.get(paragraph.kind, 0) + 1
        # a title is most often alone and has no number; a second one must have another id
        numbered = paragraph.kind in _NUMBERED or count > 1
        id_ = f"{ID_PREFIXES[paragraph.kind]}{count if numbered else ''}"
        yield Paragraph(id_, paragraph.kind, paragraph.text, paragraph.lines)
