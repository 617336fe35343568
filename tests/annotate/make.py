"""Small things to annotate: invented towns, invented outlets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from build_tools.annotate.target_passages import TargetPassage
from build_tools.model.annotation import Layer
from build_tools.model.clean import CleanText, Kind, Line, Paragraph, Verdict
from build_tools.model.material import Loc, Places, Seed
from build_tools.model.record import Record
from build_tools.model.vocabulary import Entity, Topic
from tests.relate.make import record

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Text and expected (words, value) pairs of a file below `cases/`."""
    found: list[tuple[str, list[tuple[str, str]]]] = []
    for line in (CASES / name).read_text("utf-8").splitlines():
        if line.startswith("> "):
            found.append((line[2:], []))
        elif line and not line.startswith("#"):
            words, _, value = line.partition(" =")
            found[-1][1].append((words, value.strip()))
    return found


def passage(text: str, language: str = "en") -> TargetPassage:
    """The first paragraph of a capture."""
    return TargetPassage(Layer.CAPTURE, "p1", text, language, Kind.BODY)


def clean_text(*paragraphs: str, removed: tuple[str, ...] = (), standfirst: str = "") -> CleanText:
    """A cleaned capture with these paragraphs and removed lines."""
    body = tuple(Paragraph(f"p{n}", Kind.BODY, text, (n,)) for n, text in enumerate(paragraphs, 1))
    opening = (Paragraph("standfirst", Kind.STANDFIRST, standfirst, (99,)),) if standfirst else ()
    lines = tuple(
        Line(n, 0, 0, Verdict.REMOVED, Kind.APPEAL, "appeal", text) for n, text in enumerate(removed, 50)
    )
    return CleanText("quay.txt", "0" * 64, 0, "utf-8", 0, (), lines, (*opening, *body))


def seed(made: Record, *marks: tuple[Loc, tuple[int, int]]) -> Seed:
    """A record as it was read, with the places of some of its values."""
    return Seed(made, Places("seeds/quay.yml", dict(marks)), "")


def report(*claims: dict[str, object], paragraphs: int = 1, **fields: Any) -> Record:
    """A record of the invented Brackwater Bugle."""
    return record("quay", *claims, paragraphs=paragraphs, **fields)


def entity(name: str, *forms: object) -> Entity:
    """An entity with its surface forms."""
    return Entity.model_validate(
        {
            "id": name,
            "name": name.title(),
            "kind": "place",
            "type": "town",
            "description": "Invented.",
            "forms": forms,
        }
    )


def topic(name: str, **rules: object) -> Topic:
    """A topic with its rules."""
    return Topic.model_validate({"id": name, "label": name.title(), "scope_note": "All.", "rules": rules})
