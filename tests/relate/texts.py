"""Documents with a cleaned text, and seeds with captures, for comparing."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from build_tools.model.archive import Document
from build_tools.model.clean import CleanText, Kind, Paragraph
from tests.archives import lay_capture, write_archive
from tests.relate.make import record

MILL = "The river rose to the first floor of the old mill on the last day of April said the mayor"
FAIR = "Nobody had counted the geese before the fair and nobody counted them after it was over"
LEVEE = "A council of nine met in the school to hear what a new levee between both bridges would cost"


def document(slug: str, *paragraphs: str, day: str = "2031-05-01", title: str = "") -> Document:
    """A source with these paragraphs."""
    passages: list[Paragraph] = [Paragraph("title", Kind.TITLE, title, (1,))] if title else []
    passages += numbered(paragraphs)
    clean = CleanText("made.txt", "0" * 64, 0, "utf-8", 0, (), (), tuple(passages))
    return Document(record(slug, day=day, paragraphs=max(len(paragraphs), 1)), clean, None, ())


def numbered(paragraphs: Sequence[str]) -> list[Paragraph]:
    """Paragraphs with their ids."""
    return [Paragraph(f"p{n}", Kind.BODY, text, (n,)) for n, text in enumerate(paragraphs, 1)]


def two_captures(folder: Path) -> Path:
    """Seeds with two records whose captures are one article, but for an empty line at the end."""
    seeds = write_archive(folder, sources=2) / "seeds"
    content = lay_capture(folder).content + b"\n"
    (seeds / "sample-002.txt").write_bytes(content)
    digest = hashlib.sha256(content).hexdigest()
    described = f"capture:\n  file: sample-002.txt\n  sha256: {digest}\n  bytes: {len(content)}\n"
    record = seeds / "sample-002.yml"
    record.write_text(record.read_text() + described)
    return seeds
