"""Small archives in a few words: invented towns, invented outlets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from build_tools.model.annotation import Annotation
from build_tools.model.archive import Archive, Document, Edition
from build_tools.model.evidence import Disagreement, Finding, Origin, Wanted, Withdrawn
from build_tools.model.material import Material
from build_tools.model.record import Record
from build_tools.model.vocabulary import Entity, Topic
from build_tools.relate import relate

RIGHTS = {"holder": "The outlet", "statement": "http://rightsstatements.org/vocab/InC/1.0/"}


def link(
    who: str, origin: str | None = None, *, inferred: bool = False, **fields: object
) -> dict[str, object]:
    """One link of a chain as a record writes it: named in the first paragraph, or found by an editor."""
    shown: dict[str, object] = {"ground": "stated attribution", "passage": "p1"}
    return {
        "who": who,
        "origin": origin,
        **({"ground": "editor's decision"} if inferred else shown),
        **fields,
    }


def claim(name: str, **fields: object) -> dict[str, object]:
    """A claim as a record writes it, with everything that it must have."""
    return {
        "id": name,
        "text": f"The statement {name}.",
        "kind": "event",
        "said_by": "the mayor of Brackwater",
        "wording": "stated flatly",
        **fields,
    }


def record(slug: str, *claims: Mapping[str, object], day: str = "2031-05-01", **fields: object) -> Record:
    """A record with everything that it must have."""
    return Record.model_validate(
        {
            "slug": slug,
            "title": f"The title of {slug}",
            "outlet": "brackwater-bugle",
            "published": {"date": day, "basis": "stated"},
            "language": "en",
            "url": f"https://bugle.example/{slug}",
            "rights": RIGHTS,
            "paragraphs": 9,
            "summary": "A report.",
            "claims": list(claims),
            **fields,
        }
    )


def document(made: Record, *annotations: Annotation) -> Document:
    """A document without a capture."""
    return Document(made, None, None, annotations)


def finding(name: str, *refs: str, **fields: object) -> Finding:
    """A finding over the refs."""
    told = {"modality": "reported", "said_by": "the mayor", "when": "2031-04"}
    entry = {"id": name, "statement": f"It is so: {name}.", "claims": refs, "why": "The same words."}
    return Finding.model_validate({**told, **entry, **fields})


def denial(ref: str, **fields: object) -> dict[str, object]:
    """A denial as a finding writes it."""
    return {"claim": ref, "by": "the miller", "when": "2031-05-02", "denies": "that it rose", **fields}


def disagreement(name: str, *refs: str, **fields: object) -> Disagreement:
    """A disagreement between the refs."""
    entry = {
        "id": name,
        "title": f"{name.replace('-', ' ').capitalize()}?",
        "claims": refs,
        "note": "They differ.",
    }
    return Disagreement.model_validate({"differences": ["rounding"], **entry, **fields})


def origin(name: str, **fields: object) -> Origin:
    """An origin of which nothing is known but who published it."""
    return Origin.model_validate(
        {"id": name, "publisher": name.title(), "description": "Known by name.", **fields}
    )


def topic(name: str, broader: str | None = None) -> Topic:
    """A topic and what it is narrower than."""
    return Topic.model_validate({"id": name, "label": name.title(), "scope_note": "All.", "broader": broader})


def entity(name: str) -> Entity:
    """A place."""
    return Entity.model_validate(
        {"id": name, "name": name.title(), "kind": "place", "type": "town", "description": "A town."}
    )


def archive(
    records: Iterable[Record | Document],
    *,
    findings: Iterable[Finding] = (),
    disagreements: Iterable[Disagreement] = (),
    origins: Iterable[Origin] = (),
    topics: Iterable[Topic] = (),
    entities: Iterable[Entity] = (),
    withdrawn: Iterable[Withdrawn] = (),
    wanted: Iterable[Wanted] = (),
) -> Archive:
    """The records, related."""
    material = Material(
        seeds=(),
        topics=tuple(topics),
        entities=tuple(entities),
        origins=tuple(origins),
        findings=tuple(findings),
        disagreements=tuple(disagreements),
        withdrawn=tuple(withdrawn),
        wanted=tuple(wanted),
    )
    documents = [r if isinstance(r, Document) else document(r) for r in records]
    return relate(documents, material, Edition.PUBLIC)
